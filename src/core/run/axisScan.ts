import type { Axis } from './axis';
import type { IndexColumn } from './indexColumn';
import type { NumberColumn } from './numberColumn';
import type { Granularity, Run, Series } from './run';

/** How far places reach. `from` > `to`: there is none. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** The smallest above 0; Infinity without any. */
  readonly positive: number;
}

/** Values that are spread over one whole label, so that the last stands at it. */
const isSpread = (label: number, count: number): boolean => count > 1 && Number.isInteger(label);

/**
 * Gives the places of `count` values in a row that have one label: spread evenly between the label before and their own
 * where it is whole, in so many `parts`. Those of an epoch that may not be complete are as many as the longest so far had.
 */
export function spreadParts(
  label: number,
  count: number,
  parts: number,
  give: (x: number) => void,
): void {
  const spread = isSpread(label, count);
  for (let at = 1; at <= count; at++) give(spread ? label - 1 + at / parts : label);
}

/** What is known of where the values of a series stand on an axis, without having the places: taken in as the series grows. */
export class AxisScan {
  #count = 0;
  /** As the log has them. */
  readonly #plain = new Reach();
  /** As `spreadParts` puts them, but for those of the last label. */
  readonly #spread = new Reach();
  #label = NaN;
  /** How many values in a row have the last label, and the most that any had. */
  #same = 0;
  #usual = 0;
  #labelled = 0;
  #labels = 0;
  #floor = NaN;

  /** Takes in what has come since; always the same columns. */
  advance(rows: IndexColumn, column: NumberColumn): void {
    const placeOf = column.reader();
    for (; this.#count < rows.length; this.#count++) {
      const x = placeOf(rows.at(this.#count));
      if (x === this.#label) this.#same++;
      else this.#turn(x);
      if (x === x) this.#labelled++;
    }
  }

  /** `epoch` when there is about one value per whole label. */
  get granularity(): Granularity {
    if (this.#labelled === 0 || this.#labelled < this.#count / 2) return 'step';
    return this.#labelled <= 1.5 * this.#labels ? 'epoch' : 'step';
  }

  get extent(): Extent {
    return this.#plain;
  }

  get spreadExtent(): Extent {
    const reach = new Reach(this.#spread);
    const usual = Math.max(this.#usual, this.#same);
    reach.takeSpread(this.#label, this.#same, usual);
    return reach;
  }

  #turn(x: number): void {
    this.#spread.takeSpread(this.#label, this.#same, this.#same);
    this.#usual = Math.max(this.#usual, this.#same);
    this.#label = x;
    this.#same = 1;
    this.#plain.take(x);
    if (x !== x) return;
    if (Math.floor(x) !== this.#floor) this.#labels++;
    this.#floor = Math.floor(x);
  }
}

/** The extent of places taken so far. */
class Reach implements Extent {
  from: number;
  to: number;
  positive: number;

  constructor(
    { from, to, positive }: Extent = { from: Infinity, to: -Infinity, positive: Infinity },
  ) {
    this.from = from;
    this.to = to;
    this.positive = positive;
  }

  /** NaN does not count. */
  take(x: number): void {
    if (x > 0 && x < this.positive) this.positive = x;
    if (x < this.from) this.from = x;
    if (x > this.to) this.to = x;
  }

  /** `count` values of one label, that is divided in so many parts where it is spread. */
  takeSpread(label: number, count: number, parts: number): void {
    if (count === 0) return;
    if (!isSpread(label, count)) this.take(label);
    else for (const part of [1, count]) this.take(label - 1 + part / parts);
  }
}

const scans = new WeakMap<IndexColumn, WeakMap<NumberColumn, AxisScan>>();

/** The scan of a series on an axis of its run, of all there is by now. Columns outlive the runs and series around them. */
export function scanOf(run: Run, series: Series, axis: Axis): AxisScan {
  const column = run.rows[axis];
  const ofRows = scans.get(series.rows) ?? new WeakMap<NumberColumn, AxisScan>();
  scans.set(series.rows, ofRows);
  const scan = ofRows.get(column) ?? new AxisScan();
  ofRows.set(column, scan);
  scan.advance(series.rows, column);
  return scan;
}

/** `epoch` when a series has about one value per epoch, else `step`. */
export function granularity(run: Run, series: Series): Granularity {
  return scanOf(run, series, 'epoch').granularity;
}
