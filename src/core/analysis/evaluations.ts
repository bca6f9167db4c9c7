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
  const all = series.rows.view();
  const allCounts = ofEach(all, row => countAt(run, row));
  const order = inOrder(run, all, allCounts);
  const sign = goal === 'min' ? 1 : -1;
  const written = series.values.view();
  const values = ofEach(order, i => written[i]!);
  const rows = order.map(i => all[i]!);
  const counts = ofEach(order, i => allCounts[i]!);
  const counted = counts.every(Number.isFinite);
  return {
    length: order.length,
    values,
    costs: values.map(v => sign * v),
    counts: counted ? counts : counts.map((_, i) => i + 1),
    labels: counted ? ofEach(rows, row => labelAt(run, row)) : counts.map((_, i) => i + 1),
    rows,
  };
}

/** A number for each index. `Float64Array.from` takes ten times as long, which a million evaluations show. */
function ofEach(indices: Uint32Array, number: (index: number) => number): Float64Array {
  const numbers = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at++) numbers[at] = number(indices[at]!);
  return numbers;
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
export function pick(all: Evaluations, indices: Uint32Array): Evaluations {
  const take = (from: Float64Array): Float64Array => ofEach(indices, i => from[i]!);
  return {
    length: indices.length,
    values: take(all.values),
    costs: take(all.costs),
    counts: take(all.counts),
    labels: take(all.labels),
    rows: indices.map(i => all.rows[i]!),
  };
}

/** The finite ones before index `end`. */
export function finiteOf(all: Evaluations, end = all.length): Evaluations {
  const indices = new Uint32Array(end);
  let count = 0;
  for (let i = 0; i < end; i++) if (Number.isFinite(all.values[i]!)) indices[count++] = i;
  return count === all.length ? all : pick(all, indices.subarray(0, count));
}

/** Positions in the series, by count, without those that a later one at the same moment replaces. */
function inOrder(run: Run, rows: Uint32Array, counts: Float64Array): Uint32Array {
  const order = rows.map((_, i) => i);
  if (!counts.every((count, i) => i === 0 || !(count < counts[i - 1]!)))
    order.set(Array.from(order).sort((a, b) => counts[a]! - counts[b]! || a - b));
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
