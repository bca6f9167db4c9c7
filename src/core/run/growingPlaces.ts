import { spreadParts } from './axisScan';
import type { Points } from './decimate';
import type { IndexColumn } from './indexColumn';
import { NumberColumn } from './numberColumn';

/** Where the values of a series are drawn, in the order of the log: the first `length` of a column. NaN where the log does not say. */
export type Places = Pick<Points, 'xs' | 'length'>;

/** The same, and what is known of them. */
export interface Placed {
  readonly places: Places;
  /** Whether no x is smaller than the one before, or missing. */
  readonly ascends: boolean;
  /** How many of them stay where they are, whatever comes. */
  readonly settled: number;
}

/** Whether what came so far ascends. */
class Ascent {
  #last = -Infinity;
  ascends = true;

  constructor(before?: Ascent) {
    if (before) [this.#last, this.ascends] = [before.#last, before.ascends];
  }

  take(x: number): void {
    if (!(x >= this.#last)) this.ascends = false;
    this.#last = x;
  }
}

/** The places of a series with a value in every row: the axis itself. */
export class WholePlaces {
  readonly #xs: NumberColumn;
  readonly #ascent = new Ascent();
  #taken = 0;
  #placed: Placed;

  constructor(xs: NumberColumn) {
    this.#xs = xs;
    this.#placed = { places: { xs, length: 0 }, ascends: true, settled: 0 };
  }

  /** The places of the first `length` rows; the same object while it is asked for as many. */
  take(length: number): Placed {
    if (length === this.#placed.places.length) return this.#placed;
    const read = this.#xs.reader();
    for (; this.#taken < length; this.#taken++) this.#ascent.take(read(this.#taken));
    const { ascends } = this.#ascent;
    this.#placed = { places: { xs: this.#xs, length }, ascends, settled: length };
    return this.#placed;
  }
}

/**
 * The places of a series on an axis, kept while it grows: what is new is added, and where equal labels are spread (see
 * `spreadParts`) the values of the last one are placed anew. Places that were given out before may move with them.
 */
export class GrowingPlaces {
  readonly isSpread: boolean;
  readonly #xs = new NumberColumn();
  #ascent = new Ascent();
  #settled = 0;
  /** The most values in a row that had one label. */
  #usual = 0;

  constructor(isSpread: boolean) {
    this.isSpread = isSpread;
  }

  /** Takes in what has come; always the same columns. */
  take(rows: IndexColumn, column: NumberColumn): Placed {
    const labelOf = column.reader();
    const at = (index: number): number => labelOf(rows.at(index));
    this.#xs.shorten(this.#settled);
    const ascent = this.isSpread ? this.#spread(rows.length, at) : this.#plain(rows.length, at);
    const places = { xs: this.#xs, length: rows.length };
    return { places, ascends: ascent.ascends, settled: this.#settled };
  }

  #plain(count: number, labelAt: (index: number) => number): Ascent {
    for (; this.#settled < count; this.#settled++) {
      const x = labelAt(this.#settled);
      this.#xs.push(x);
      this.#ascent.take(x);
    }
    return this.#ascent;
  }

  #spread(count: number, labelAt: (index: number) => number): Ascent {
    for (;;) {
      const start = this.#settled;
      const label = labelAt(start);
      let end = start + 1;
      while (end < count && labelAt(end) === label) end++;
      if (end >= count) return this.#place(label, count - start, new Ascent(this.#ascent));
      this.#usual = Math.max(this.#usual, end - start);
      this.#place(label, end - start, this.#ascent, end - start);
      this.#settled = end;
    }
  }

  /** Places so many values of one label, which is divided in so many parts. */
  #place(
    label: number,
    count: number,
    ascent: Ascent,
    parts = Math.max(this.#usual, count),
  ): Ascent {
    spreadParts(label, count, parts, x => {
      this.#xs.push(x);
      ascent.take(x);
    });
    return ascent;
  }
}
