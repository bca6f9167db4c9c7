// The six figures of ../shared/curves/score.mjs without the terminal in between, in seconds instead of minutes:
//   node out/bench/advice.js [stop suggest forecast overfit transfer consensus]
import type { Analysis } from '../src/core/analysis/analysis';
import { analyse } from '../src/core/analysis/analyse';
import { consensusOf } from '../src/core/analysis/consensus';
import { argmin, clamp, expected, Figures, holds, minimised, paid, range } from './adviceFigures';
import { hasCurves, readCurves, runOf, type Curve, type Group } from './publicCurves';

const repoOf = (curve: Curve): string => curve.source?.repo ?? curve.repo ?? '';

const tell = (curve: Curve, count?: number): Analysis => analyse(runOf(curve, count));

function stop(curves: readonly Curve[]): void {
  const figures = new Figures();
  for (const curve of curves) {
    const y = minimised(curve);
    const { stopAt } = tell(curve);
    const end = stopAt === null ? y.length : clamp(stopAt, y.length);
    const regret = (100 * (y[argmin(y, end)]! - Math.min(...y))) / range(y);
    const saved = 100 * (1 - end / y.length);
    const [miss1, miss5] = [regret > 1 ? 100 : 0, regret > 5 ? 100 : 0];
    figures.add(repoOf(curve), { regret, saved, miss1, miss5 });
  }
  figures.print('stop');
}

function suggest(curves: readonly Curve[]): void {
  const figures = new Figures();
  for (const curve of curves) {
    const y = minimised(curve);
    const { suggestion, best } = tell(curve);
    const smooth = expected(y);
    figures.add(repoOf(curve), {
      ...paid(y, suggestion, argmin(smooth) + 1),
      secondRegret: paid(smooth, suggestion, 0).regret,
      right: best?.count === argmin(y) + 1 ? 100 : 0,
      longer: suggestion && suggestion.epochs > y.length ? 100 : 0,
    });
  }
  figures.print('suggest');
}

function forecast(curves: readonly Curve[]): void {
  for (const part of [0.25, 0.5, 0.75]) {
    const figures = new Figures();
    for (const curve of curves) {
      const k = Math.floor(part * curve.val.length);
      if (k >= 5) figures.add(repoOf(curve), forecasted(curve, k));
    }
    figures.print(`forecast from ${100 * part} %`);
  }
}

function forecasted(curve: Curve, k: number): Record<string, number> {
  const y = minimised(curve);
  const seen = y.slice(0, k);
  const truth = curve.val.at(-1)!;
  const last = curve.val[k - 1]!;
  const said = tell(curve, k).forecast ?? { value: last, low: NaN, high: NaN, improves: 0.5 };
  const improved = Math.min(...y.slice(k)) < Math.min(...seen) - 0.01 * range(seen) ? 1 : 0;
  const error = (value: number): number =>
    Math.min(200, (100 * Math.abs(value - truth)) / range(y));
  return {
    error: error(said.value),
    last: error(last),
    holds: Number.isNaN(said.low) ? NaN : holds(said, truth),
    width: (100 * (said.high - said.low)) / range(y),
    brier: 100 * (said.improves - improved) ** 2,
    ...expectedBest(tell(curve, k).forecast, argmin(y) + 1, y.length),
  };
}

/** Whether the range of the best epoch of the whole run held it, and how wide it is, in percent of the run. */
function expectedBest(
  said: Analysis['forecast'],
  best: number,
  length: number,
): Record<string, number> {
  if (!said) return {};
  const [low, high] = [Math.floor(said.bestLow), Math.ceil(said.bestHigh)];
  return {
    bestHolds: holds({ low, high }, best),
    bestWidth: (100 * (high - low)) / length,
    bestError: (100 * Math.abs(said.bestCount - best)) / length,
  };
}

function overfit(curves: readonly Curve[]): void {
  const table = { right: 0, falseAlarm: 0, missed: 0, quiet: 0 };
  for (const curve of curves) {
    const said = tell(curve).findings.some(f => f.rule === 'overfitting');
    const is = curve.human_label === 'overfit';
    table[said ? (is ? 'right' : 'falseAlarm') : is ? 'missed' : 'quiet']++;
  }
  const f1 = (a: number): number => (2 * a) / (2 * a + table.falseAlarm + table.missed || 1);
  const macro = (f1(table.right) + f1(table.quiet)) / 2;
  console.log('overfit', JSON.stringify(table), `macro F1 ${macro.toFixed(3)}`);
}

function transfer(groups: readonly Group[]): void {
  const figures = new Figures();
  for (const { goal, repo, runs: all } of groups) {
    const runs = all.filter(r => r.val.length >= 5).slice(0, 3);
    const suggestions = runs.map(run => tell({ ...run, goal }).suggestion);
    runs.forEach((run, b) => {
      const y = minimised({ ...run, goal });
      const best = argmin(expected(y)) + 1;
      suggestions.forEach((said, a) => a !== b && figures.add(repo, paid(y, said, best)));
    });
  }
  figures.print('transfer');
}

function consensus(groups: readonly Group[]): void {
  const figures = new Figures();
  for (const { runs, goal, repo } of groups) {
    if (runs.length < 3 || Math.min(...runs.map(r => r.val.length)) < 5) continue;
    const curves = runs.map(run => ({ ...run, goal }));
    const told = curves.map(curve => ({ run: runOf(curve), analysis: tell(curve) }));
    for (const left of [0, 1, 2]) {
      const y = minimised(curves[left]!);
      const said = consensusOf(told.filter((_, i) => i !== left));
      figures.add(repo, paid(y, said, argmin(y) + 1));
    }
  }
  figures.print('consensus');
}

const wanted = new Set(process.argv.slice(2));
const asked = (mode: string): boolean => wanted.size === 0 || wanted.has(mode);
if (!hasCurves()) console.log('no curves beside the repository');
else {
  const curves = readCurves<Curve>('curves-public');
  const groups = readCurves<Group>('groups-public');
  if (asked('stop')) stop(curves);
  if (asked('suggest')) suggest(curves);
  if (asked('forecast')) forecast(curves);
  if (asked('overfit')) overfit(readCurves<Curve>('overfit-public'));
  if (asked('transfer')) transfer(groups);
  if (asked('consensus')) consensus(groups);
}
