// Whether another way of choosing a count would cost less on a second run: a family of ways, the best of them chosen on all
// repositories but one and paid on that one, the best of each repository in hindsight, and how far the figures would move with
// other groups of runs from the same repositories (bootstrap over groups). Beside them what it costs with more known than a run.
//   node out/bench/fit/transfer.js
import { analyse } from '../../src/core/analysis/analyse';
import { smoothCentred } from '../../src/core/analysis/smooth';
import { argmin, clamp, minimised, range } from '../adviceFigures';
import { hasCurves, readCurves, runOf, type Group } from '../publicCurves';
import { randomFrom } from '../random';
import { estimators } from './estimators';

/** By repository and group: what each pair of runs lost, in percent of the range. */
type Losses = ReadonlyMap<string, readonly (readonly number[])[]>;

const OURS = 'Epoch Lens';
const PEER = 'moving average 0.6';
const REPLICATIONS = 2_000;

interface Asked {
  readonly costs: readonly number[];
  readonly ours: number;
}

/** The runs of a group that are long enough, with our suggestion of each. */
function askedOf({ goal, runs }: Group, most: number): Asked[] {
  const curves = runs.filter(run => run.val.length >= 5).slice(0, most);
  return curves.map(run => {
    const curve = { ...run, goal };
    const { suggestion } = analyse(runOf(curve));
    return { costs: minimised(curve), ours: suggestion?.epochs ?? run.val.length };
  });
}

function lossesOf(
  groups: ReadonlyMap<string, readonly Asked[][]>,
  choose: (run: Asked) => number,
): Losses {
  const inGroup = (runs: readonly Asked[]): number[] => {
    const counts = runs.map(choose);
    return runs.flatMap(({ costs }, b) =>
      counts.filter((_, a) => a !== b).map(count => lost(costs, count)),
    );
  };
  return new Map([...groups].map(([repo, list]) => [repo, list.map(inGroup)]));
}

function lost(costs: readonly number[], count: number): number {
  const at = clamp(count, costs.length) - 1;
  return (100 * (costs[at]! - Math.min(...costs))) / range(costs);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const byRepository = (losses: Losses): number[] =>
  [...losses.values()].map(groups => mean(groups.flat()));
const told = (values: readonly number[]): string => values.map(v => v.toFixed(2)).join(' / ');

function printAll(title: string, groups: ReadonlyMap<string, readonly Asked[][]>): void {
  console.log(`\n${title}: ${[...groups.keys()].join(' / ')}`);
  const family = new Map<string, Losses>();
  family.set(
    OURS,
    lossesOf(groups, ({ ours }) => ours),
  );
  for (const { name, choose } of estimators())
    family.set(
      name,
      lossesOf(groups, ({ costs }) => choose(costs)),
    );
  for (const [name, losses] of family) {
    const every = mean([...losses.values()].flat(2));
    const parts = byRepository(losses);
    console.log(`${name}: ${mean(parts).toFixed(2)} (${every.toFixed(2)}), ${told(parts)}`);
  }
  printChosen(family);
  printIntervals(family);
  printMoreKnown(groups);
}

/**
 * What choosing costs with more known than one run: the paid run's own trend, from its values but the one paid (so that only
 * the jitter of that is unknown), and the smoothed mean of all other runs of the group.
 */
function printMoreKnown(groups: ReadonlyMap<string, readonly Asked[][]>): void {
  const every = (choose: (runs: readonly Asked[], at: number) => number): number[] =>
    [...groups.values()].map(list =>
      mean(list.flatMap(runs => runs.map(({ costs }, at) => lost(costs, choose(runs, at))))),
    );
  for (const share of [0.05, 0.1, 0.2]) {
    const own = every((runs, at) => argmin(withoutItself(runs[at]!.costs, share)) + 1);
    console.log(`own trend, ${share} of the run: ${mean(own).toFixed(2)}, ${told(own)}`);
  }
  for (const share of [0.03, 0.05, 0.1]) {
    const others = every((runs, at) => meanOptimum(without(runs, at), share));
    console.log(`mean of the others, ${share}: ${mean(others).toFixed(2)}, ${told(others)}`);
  }
}

const without = (runs: readonly Asked[], at: number): Asked[] => runs.filter((_, i) => i !== at);

/** A triangle's average of the neighbours of each value, without the value. */
function withoutItself(costs: readonly number[], share: number): number[] {
  const half = Math.max(1, Math.floor(share * costs.length));
  return costs.map((_, i) => {
    let [sum, weights] = [0, 0];
    for (let j = Math.max(0, i - half); j <= Math.min(costs.length - 1, i + half); j++) {
      const weight = j === i ? 0 : half + 1 - Math.abs(j - i);
      sum += weight * costs[j]!;
      weights += weight;
    }
    return sum / weights;
  });
}

function meanOptimum(runs: readonly Asked[], share: number): number {
  const lengths = runs.map(({ costs }) => costs.length).sort((a, b) => a - b);
  const length = lengths[lengths.length >> 1] ?? 0;
  const costs = Array.from({ length }, (_, i) =>
    mean(runs.flatMap(run => (i < run.costs.length ? [run.costs[i]!] : []))),
  );
  return argmin([...smoothCentred(costs, Math.max(1, Math.floor(share * length)))]) + 1;
}

/** Chosen on the other repositories, and with each repository's own best known. */
function printChosen(family: ReadonlyMap<string, Losses>): void {
  const parts = [...family].map(([name, losses]) => ({ name, losses: byRepository(losses) }));
  const repositories = parts[0]!.losses.map((_, at) => at);
  const crossed = repositories.map(left => {
    const others = (losses: readonly number[]): number => mean(losses.filter((_, i) => i !== left));
    return parts.reduce((a, b) => (others(b.losses) < others(a.losses) ? b : a)).losses[left]!;
  });
  const hindsight = repositories.map(at => Math.min(...parts.map(({ losses }) => losses[at]!)));
  console.log(`chosen without the repository: ${mean(crossed).toFixed(2)}, ${told(crossed)}`);
  console.log(
    `best of each repository in hindsight: ${mean(hindsight).toFixed(2)}, ${told(hindsight)}`,
  );
}

function printIntervals(family: ReadonlyMap<string, Losses>): void {
  const [ours, peer] = [family.get(OURS)!, family.get(PEER)!];
  const random = randomFrom(1);
  const [values, differences]: [number[], number[]] = [[], []];
  for (let i = 0; i < REPLICATIONS; i++) {
    const drawn = new Map(
      [...ours].map(([repo, groups]) => [
        repo,
        groups.map(() => Math.floor(random() * groups.length)),
      ]),
    );
    const figure = (losses: Losses): number =>
      mean([...losses].map(([repo, groups]) => mean(drawn.get(repo)!.flatMap(g => groups[g]!))));
    values.push(figure(ours));
    differences.push(figure(ours) - figure(peer));
  }
  console.log(`ours, 90 % of replications: ${interval(values)}`);
  console.log(`ours less ${PEER}: ${interval(differences)}`);
}

function interval(values: number[]): string {
  const ascending = values.sort((a, b) => a - b);
  const at = (q: number): string => ascending[Math.floor(q * (ascending.length - 1))]!.toFixed(2);
  return `${at(0.05)} to ${at(0.95)}`;
}

function main(): void {
  for (const most of [3, Infinity]) {
    const groups = new Map<string, Asked[][]>();
    for (const group of readCurves<Group>('groups-public'))
      groups.set(group.repo, [...(groups.get(group.repo) ?? []), askedOf(group, most)]);
    printAll(most === 3 ? 'first three runs of a group' : 'every run of a group', groups);
  }
}

if (hasCurves()) main();
else console.log('no curves beside the repository');
