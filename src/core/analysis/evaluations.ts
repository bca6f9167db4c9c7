import { countsOf } from '../run/axis';
import { IndexColumn } from '../run/indexColumn';
import type { Goal, Run, Series } from '../run/run';
import { labelAt } from './label';
import { areFinite } from './numerics';

/** Numbers of evaluations, as many of each. */
interface Measured {
  /** As logged, NaN and infinities included. */
  readonly values: Float64Array;
  /** The same with the sign turned so that lower is better. */
  readonly costs: Float64Array;
  /** How much was trained by then, never NaN: the ordinal where the log has no counter. */
  readonly counts: Float64Array;
  /** What stays the same object while the series grows, and is no other's. */
  readonly source: object;
}

/**
 * The points of one series in the order of training, one per moment (the last wins where a log repeats one). Its arrays
 * may be those of the series: they are not to be changed. What is seldom asked of millions of them is looked up then.
 */
export class Evaluations implements Measured {
  readonly values: Float64Array;
  readonly costs: Float64Array;
  readonly counts: Float64Array;
  readonly source: object;
  readonly length: number;
  /** Where labels come from; null: the count is the label. */
  readonly #run: Run | null;
  readonly #rows: IndexColumn;
  /** Positions in the series; null: all of them in its order. */
  readonly #order: Uint32Array | null;

  constructor(run: Run | null, rows: IndexColumn, order: Uint32Array | null, numbers: Measured) {
    this.values = numbers.values;
    this.costs = numbers.costs;
    this.counts = numbers.counts;
    this.source = numbers.source;
    this.length = this.values.length;
    this.#run = run;
    this.#rows = rows;
    this.#order = order;
  }

  /** As the log labels it, the count where it does not; NaN outside. */
  labelAt(index: number): number {
    if (this.#run === null) return this.counts[index] ?? NaN;
    const row = this.rowAt(index);
    return row < 0 ? NaN : labelAt(this.#run, row);
  }

  /** The row that it was logged in; -1 outside. */
  rowAt(index: number): number {
    return this.#rows.at(this.#order === null ? index : (this.#order[index] ?? -1));
  }

  /** Where the evaluation of a row stands; -1: there is none. */
  indexOfRow(row: number): number {
    for (let at = 0; at < this.length; at++) if (this.rowAt(at) === row) return at;
    return -1;
  }

  /** Those before index `end` whose values pass a test. */
  those(test: (value: number) => boolean, end = this.length): Evaluations {
    let passing = 0;
    while (passing < end && test(this.values[passing]!)) passing++;
    if (passing === this.length) return this;
    const indices = new Uint32Array(end);
    let count = 0;
    for (let at = 0; at < end; at++) if (test(this.values[at]!)) indices[count++] = at;
    return this.#pick(indices.subarray(0, count));
  }

  #pick(indices: Uint32Array): Evaluations {
    const order = this.#order;
    const values = taken(this.values, indices);
    return new Evaluations(
      this.#run,
      this.#rows,
      order === null ? indices : indices.map(index => order[index]!),
      {
        values,
        costs: this.costs === this.values ? values : taken(this.costs, indices),
        counts: taken(this.counts, indices),
        source: this.source,
      },
    );
  }
}

/** No evaluation at all. */
export const noEvaluations = new Evaluations(null, new IndexColumn(), null, {
  values: new Float64Array(),
  costs: new Float64Array(),
  counts: new Float64Array(),
  source: {},
});

/** The finite ones before index `end`. */
export function finiteOf(all: Evaluations, end = all.length): Evaluations {
  return end === all.length && areFinite(all.values) ? all : all.those(Number.isFinite, end);
}

export function evaluationsOf(run: Run, series: Series, goal: Goal): Evaluations {
  const { rows } = series;
  const written = series.values.glance();
  const allCounts = countsOf(run, series);
  const order = isOrderly(run, rows, allCounts) ? null : inOrder(run, rows, allCounts);
  const values = order === null ? written : taken(written, order);
  const counts = order === null ? allCounts : taken(allCounts, order);
  const isCounted = areFinite(counts);
  if (!isCounted) for (let at = 0; at < counts.length; at++) counts[at] = at + 1;
  const costs = goal === 'min' ? values : values.map(value => -value);
  return new Evaluations(isCounted ? run : null, rows, order, {
    ...{ values, costs, counts },
    source: series.values,
  });
}

/** `Float64Array.from` takes ten times as long, which a million evaluations show. */
function taken(from: Float64Array, indices: Uint32Array): Float64Array {
  const numbers = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at++) numbers[at] = from[indices[at]!]!;
  return numbers;
}

/** Whether a series stands in the order of training, with no moment twice: most do. */
function isOrderly(run: Run, rows: IndexColumn, counts: Float64Array): boolean {
  const stepOf = run.rows.step.reader();
  for (let at = 1; at < counts.length; at++) {
    const [before, count] = [counts[at - 1]!, counts[at]!];
    if (count < before) return false;
    if (count === before && isSame(stepOf(rows.at(at)), stepOf(rows.at(at - 1)))) return false;
  }
  return true;
}

/** Positions in the series, by count, without those that a later one at the same moment replaces. */
function inOrder(run: Run, rows: IndexColumn, counts: Float64Array): Uint32Array {
  const order = new Uint32Array(counts.length).map((_, i) => i);
  if (!counts.every((count, i) => i === 0 || !(count < counts[i - 1]!)))
    order.set(Array.from(order).sort((a, b) => counts[a]! - counts[b]! || a - b));
  return order.filter((i, at) => {
    const next = order[at + 1];
    if (next === undefined || counts[i] !== counts[next]) return true;
    const { step } = run.rows;
    return !isSame(step.at(rows.at(i)), step.at(rows.at(next)));
  });
}

const isSame = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
