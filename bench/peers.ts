// What stopping rules and ways to choose an epoch lose and save, all on the same public curves: the tables of docs/advice.md.
//   node out/bench/peers.js
import type { Analysis } from '../src/core/analysis/analysis';
import { analyse } from '../src/core/analysis/analyse';
import { consensusOf } from '../src/core/analysis/consensus';
import { factsOf } from '../src/core/analysis/facts';
import { defaultPreferences } from '../src/core/analysis/preferences';
import { argmin, clamp, Figures, minimised, range } from './adviceFigures';
import * as rules from './peerRules';
import { hasCurves, readCurves, runOf, type Curve, type Group } from './publicCurves';

interface Known {
  readonly repo: string;
  readonly costs: readonly number[];
  readonly array: Float64Array;
  readonly curve: Curve;
  readonly analysis: Analysis;
}

const known = (curve: Curve, repo: string): Known => {
  const costs = minimised(curve);
  const array = Float64Array.from(costs);
  return { repo, costs, array, curve, analysis: analyse(runOf(curve)) };
};

/** What stopping at an index loses where the best weights are kept, in percent of the range, and what it saves of the run. */
function stopped(costs: readonly number[], at: number): Record<string, number> {
  const end = at < 0 ? costs.length : at + 1;
  const regret = (100 * (costs[argmin(costs, end)]! - Math.min(...costs))) / range(costs);
  return { regret, saved: 100 * (1 - end / costs.length), miss5: regret > 5 ? 100 : 0 };
}

function printStops(curves: readonly Known[]): void {
  const print = (title: string, stop: (one: Known) => number): void => {
    const figures = new Figures();
    for (const one of curves) figures.add(one.repo, stopped(one.costs, stop(one)));
    figures.print(title);
  };
  print('ours', ({ analysis }) => (analysis.stopAt ?? 0) - 1);
  for (const most of [5, 10, 20, 50]) {
    const stop = rules.patience(most);
    print(`patience ${most}`, one => stop(one.array));
  }
  print('proportional patience', one => rules.proportional(one.array));
  print('three worse in a row', one => rules.streak(one.array));
  const catBoost = rules.catBoost(1e-2, 20);
  print('CatBoost IncToDec, 0.01, wait 20', one => catBoost(one.array));
  print('SageMaker Overtraining', one => rules.overtraining(one.array));
  printReplayed(curves);
  print('last epoch', () => -1);
}

/** Prechelt's criteria need errors with a zero; ours stands beside them on the same curves. */
function printReplayed(curves: readonly Known[]): void {
  for (const rule of ['Prechelt GL 5', 'Prechelt PQ 0.75', 'Prechelt UP 4']) {
    const [theirs, ours] = [new Figures(), new Figures()];
    for (const { repo, costs, analysis } of curves) {
      const told = analysis.replay.find(result => result.rule === rule);
      if (!told) continue;
      theirs.add(repo, stopped(costs, (told.stopCount ?? 0) - 1));
      ours.add(repo, stopped(costs, (analysis.stopAt ?? 0) - 1));
    }
    theirs.print(rule);
    ours.print('  ours on these');
  }
  printOverfit(curves);
}

/** SageMaker's other rule needs training and validation loss. */
function printOverfit(curves: readonly Known[]): void {
  const [theirs, ours] = [new Figures(), new Figures()];
  for (const { repo, costs, curve, analysis } of curves) {
    const facts = factsOf(runOf(curve), defaultPreferences);
    if (facts?.training?.series.metric !== 'loss' || facts.monitor.metric !== 'loss') continue;
    theirs.add(repo, stopped(costs, rules.overfit(facts)));
    ours.add(repo, stopped(costs, (analysis.stopAt ?? 0) - 1));
  }
  theirs.print('SageMaker Overfit');
  ours.print('  ours on these');
}

/** Pruners compare with the other runs of the same thing; two are enough here, by default Optuna waits for five. */
function printPruners(groups: readonly (readonly Known[])[]): void {
  const print = (title: string, stop: (one: Known, others: Float64Array[]) => number): void => {
    const figures = new Figures();
    for (const runs of groups)
      for (const one of runs) {
        const others = runs.filter(run => run !== one).map(run => run.array);
        figures.add(one.repo, stopped(one.costs, stop(one, others)));
      }
    figures.print(title);
  };
  print('ours', ({ analysis }) => (analysis.stopAt ?? 0) - 1);
  print('Optuna median pruner', (one, others) => rules.pruned(one.array, others, 0.5, 2));
  print('Optuna 75 % pruner', (one, others) => rules.pruned(one.array, others, 0.75, 2));
}

/** The count chosen on one run, paid on another. */
function printChoices(groups: readonly (readonly Known[])[]): void {
  const print = (title: string, choose: (one: Known) => number): void => {
    const figures = new Figures();
    for (const runs of groups)
      for (const one of runs)
        for (const { repo, costs } of runs.filter(run => run !== one)) {
          const at = clamp(choose(one), costs.length);
          const regret = (100 * (costs[at - 1]! - Math.min(...costs))) / range(costs);
          figures.add(repo, { regret, saved: 100 * (1 - at / costs.length) });
        }
    figures.print(title);
  };
  print('ours', one => one.analysis.suggestion?.epochs ?? one.costs.length);
  print('lowest as logged', one => argmin(one.costs) + 1);
  for (const weight of [0.6, 0.9])
    print(`lowest of a moving average ${weight}`, one => lowestMoving(one.costs, weight));
  print('last epoch', one => one.costs.length);
}

/** The consensus of the others beside the lowest point of their mean curve, the first three left out in turn. */
function printConsensus(groups: readonly (readonly Known[])[]): void {
  const [ours, mean] = [new Figures(), new Figures()];
  const counts = { better: 0, same: 0, worse: 0 };
  for (const runs of groups.filter(each => each.length > 2)) {
    let difference = 0;
    for (const left of runs.slice(0, 3)) {
      const others = runs.filter(run => run !== left);
      const told = others.map(({ curve, analysis }) => ({ run: runOf(curve), analysis }));
      const paid = (count: number): number =>
        (100 * (left.costs[clamp(count, left.costs.length) - 1]! - Math.min(...left.costs))) /
        range(left.costs);
      const own = paid(consensusOf(told)?.epochs ?? left.costs.length);
      const theirs = paid(lowestOfMean(others));
      ours.add(left.repo, { regret: own });
      mean.add(left.repo, { regret: theirs });
      difference += own - theirs;
    }
    counts[Math.abs(difference) < 1e-9 ? 'same' : difference < 0 ? 'better' : 'worse']++;
  }
  ours.print('ours');
  mean.print('lowest of the mean curve');
  console.log(
    `groups on which ours is better, the same, worse: ${Object.values(counts).join(', ')}`,
  );
}

function lowestOfMean(runs: readonly Known[]): number {
  const length = Math.min(...runs.map(({ costs }) => costs.length));
  const sums = Array.from({ length }, (_, i) => runs.reduce((sum, run) => sum + run.costs[i]!, 0));
  return argmin(sums) + 1;
}

/** TensorBoard's smoothing, without bias at the start. */
function lowestMoving(costs: readonly number[], weight: number): number {
  let last = 0;
  const smooth = costs.map((cost, i) => {
    last = weight * last + (1 - weight) * cost;
    return last / (1 - weight ** (i + 1));
  });
  return argmin(smooth) + 1;
}

if (hasCurves()) {
  const curves = readCurves<Curve>('curves-public');
  console.log('Stopping: regret and saved in %, macro over repositories (mean over curves)');
  printStops(curves.map(curve => known(curve, curve.source?.repo ?? '')));
  const groups = readCurves<Group>('groups-public').map(({ goal, repo, runs }) =>
    runs
      .filter(run => run.val.length >= 5)
      .slice(0, 3)
      .map(run => known({ ...run, goal }, repo)),
  );
  console.log('\nStopping beside other runs of the same thing');
  printPruners(groups);
  console.log('\nChoosing on one run, paid on another');
  printChoices(groups);
  const every = readCurves<Group>('groups-public').map(({ goal, repo, runs }) =>
    runs.filter(run => run.val.length >= 5).map(run => known({ ...run, goal }, repo)),
  );
  console.log('\nThe same, every run of a group');
  printChoices(every);
  console.log('\nSeveral runs, paid on one left out');
  printConsensus(every);
} else console.log('no curves beside the repository');
