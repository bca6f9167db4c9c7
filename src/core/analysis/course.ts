import type { Run } from '../run/run';
import type { Analysis } from './analysis';
import { evaluationsOf, finiteOf } from './evaluations';
import { noiseOf } from './noise';

/** How the best so far of a run went, in few numbers: enough to lay another run beside it. */
export interface Course {
  /** Counts at which the best so far was bettered, ascending. */
  readonly counts: readonly number[];
  /** What it was from there on, as many; in the units of the metric. */
  readonly values: readonly number[];
  /** Every bettering is among them; else it went down evenly between two of them. */
  readonly isWhole: boolean;
  /** Standard deviation of the jitter of the evaluations. */
  readonly noise: number;
}

/** Betterings that are kept; of more, so many spread evenly over all. */
const MOST = 100;
/** Digits that are kept of a value. */
const DIGITS = 7;

/** Null where the run is not judged by any series, or nothing finite was measured. */
export function courseOf(run: Run, { monitor }: Analysis): Course | null {
  const series = run.series[monitor?.index ?? -1];
  if (monitor === null || series === undefined) return null;
  const all = finiteOf(evaluationsOf(run, series, monitor.goal));
  const better: number[] = [];
  for (let i = 0; i < all.length; i++)
    if (better.length === 0 || all.costs[i]! < all.costs[better.at(-1)!]!) better.push(i);
  if (better.length === 0) return null;
  const kept = thinned(better);
  return {
    counts: kept.map(i => all.counts[i]!),
    values: kept.map(i => Number(all.values[i]!.toPrecision(DIGITS))),
    isWhole: kept.length === better.length,
    noise: noiseOf(all.costs),
  };
}

function thinned(indices: readonly number[]): readonly number[] {
  if (indices.length <= MOST) return indices;
  const stride = (indices.length - 1) / (MOST - 1);
  return Array.from({ length: MOST }, (_, at) => indices[Math.round(at * stride)]!);
}

/** The best that a run had after `count`; NaN before its first evaluation. */
export function bestBy({ counts, values, isWhole }: Course, count: number): number {
  let at = counts.length - 1;
  while (at >= 0 && counts[at]! > count) at--;
  const value = values[at] ?? NaN;
  if (isWhole || at < 0 || at === counts.length - 1) return value;
  const share = (count - counts[at]!) / (counts[at + 1]! - counts[at]!);
  return value + share * (values[at + 1]! - value);
}
