import { countAt } from '../run/axis';
import type { Goal, Run, Series } from '../run/run';
import { labelAt } from './label';

/**
 * The points of one series in the order of training, one per moment (the last wins where a log repeats one).
 * Values as logged, NaN and infinities included; `costs` are the same with the sign turned so that lower is better.
 */
export interface Evaluations {
  readonly length: number;
  readonly values: Float64Array;
  readonly costs: Float64Array;
  /** How much was trained by then, never NaN: the ordinal where the log has no counter. */
  readonly counts: Float64Array;
  /** As the log labels it; the count where it does not. */
  readonly labels: Float64Array;
  readonly rows: Uint32Array;
}

export function evaluationsOf(run: Run, series: Series, goal: Goal): Evaluations {
  const rows = series.rows.view();
  const order = inOrder(run, rows);
  const sign = goal === 'min' ? 1 : -1;
  const values = Float64Array.from(order, i => series.values.at(i));
  const counts = Float64Array.from(order, i => countAt(run, rows[i]!));
  const counted = counts.every(Number.isFinite);
  return {
    length: order.length,
    values,
    costs: values.map(v => sign * v),
    counts: counted ? counts : counts.map((_, i) => i + 1),
    labels: counted
      ? Float64Array.from(order, i => labelAt(run, rows[i]!))
      : counts.map((_, i) => i + 1),
    rows: Uint32Array.from(order, i => rows[i]!),
  };
}

/** No evaluation at all. */
export const noEvaluations: Evaluations = {
  length: 0,
  values: new Float64Array(),
  costs: new Float64Array(),
  counts: new Float64Array(),
  labels: new Float64Array(),
  rows: new Uint32Array(),
};

/** The evaluations at the given indices. */
export function pick(all: Evaluations, indices: readonly number[]): Evaluations {
  const take = (from: Float64Array): Float64Array => Float64Array.from(indices, i => from[i]!);
  return {
    length: indices.length,
    values: take(all.values),
    costs: take(all.costs),
    counts: take(all.counts),
    labels: take(all.labels),
    rows: Uint32Array.from(indices, i => all.rows[i]!),
  };
}

/** The finite ones before index `end`. */
export function finiteOf(all: Evaluations, end = all.length): Evaluations {
  const indices: number[] = [];
  for (let i = 0; i < end; i++) if (Number.isFinite(all.values[i]!)) indices.push(i);
  return indices.length === all.length ? all : pick(all, indices);
}

/** Positions in the series, by count, without those that a later one at the same moment replaces. */
function inOrder(run: Run, rows: Uint32Array): readonly number[] {
  const order = Array.from(rows, (_, i) => i);
  const counts = Float64Array.from(rows, row => countAt(run, row));
  if (!counts.every((count, i) => i === 0 || !(count < counts[i - 1]!)))
    order.sort((a, b) => counts[a]! - counts[b]! || a - b);
  return order.filter((i, at) => {
    const next = order[at + 1];
    return next === undefined || !sameMoment(run, rows[i]!, rows[next]!, counts[i]!, counts[next]!);
  });
}

function sameMoment(run: Run, a: number, b: number, countA: number, countB: number): boolean {
  if (countA !== countB) return false;
  const stepA = run.rows.step.at(a);
  const stepB = run.rows.step.at(b);
  return stepA === stepB || (Number.isNaN(stepA) && Number.isNaN(stepB));
}
