import { IndexColumn } from './indexColumn';

/** Values in a block of the lowest level. */
const BLOCK = 32;
/** Blocks of a level that make one of the next. */
const FANOUT = 8;
/** Index of a block without a finite value. */
const NONE = 0xffff_ffff;

/** Where the smallest and largest finite value of a range stand, the first on ties; -1: there is none. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

interface Level {
  readonly min: IndexColumn;
  readonly max: IndexColumn;
}

/**
 * Minimum and maximum per block of a growing column, block upon block: the extremes of any range cost its
 * logarithm. Values that are not finite do not count, and are counted.
 */
export class Pyramid {
  readonly #levels: Level[] = [];
  /** For each block of the lowest level, how many values before its end are not finite. */
  readonly #oddBefore = new IndexColumn();
  #values: Float64Array = new Float64Array();
  #odd = 0;
  /** What was found so far in the range that is being looked at. */
  #min = -1;
  #max = -1;
  #low = Infinity;
  #high = -Infinity;

  /** Takes in what has come to the column since; `values` is its present view. */
  extend(values: Float64Array): void {
    this.#values = values;
    let level = this.#level(0);
    for (let block = level.min.length; (block + 1) * BLOCK <= values.length; block++) {
      this.#take(level, block * BLOCK);
    }
    for (let depth = 1; level.min.length >= FANOUT; depth++) {
      const below = level;
      level = this.#level(depth);
      for (let block = level.min.length; (block + 1) * FANOUT <= below.min.length; block++) {
        this.#begin();
        this.#join(below, block * FANOUT, (block + 1) * FANOUT);
        this.#push(level);
      }
    }
  }

  /** The extremes of the values from `from` up to, not including, `to`. */
  extremes(from: number, to: number): Extremes {
    const start = Math.max(0, from);
    const end = Math.min(this.#values.length, to);
    this.#begin();
    const first = Math.ceil(start / BLOCK);
    const last = Math.floor(end / BLOCK);
    if (first >= last) this.#scan(start, end);
    else {
      this.#scan(start, first * BLOCK);
      this.#blocks(0, first, last);
      this.#scan(last * BLOCK, end);
    }
    return { min: this.#min, max: this.#max };
  }

  /** How many of the values from `from` up to, not including, `to` are NaN or infinite. */
  notFinite(from: number, to: number): number {
    return to > from ? this.#oddUntil(to) - this.#oddUntil(from) : 0;
  }

  /** Where the first of them stands; -1: there is none. */
  firstNotFinite(from: number, to: number): number {
    const before = this.#oddUntil(from);
    if (this.#oddUntil(to) === before) return -1;
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#oddUntil(middle + 1) > before) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** How many values before `end` are not finite. */
  #oddUntil(end: number): number {
    const last = Math.min(end, this.#values.length);
    const blocks = Math.floor(last / BLOCK);
    let odd = blocks === 0 ? 0 : this.#oddBefore.at(blocks - 1);
    for (let at = blocks * BLOCK; at < last; at++) if (!Number.isFinite(this.#values[at])) odd++;
    return odd;
  }

  /** Looks at whole blocks of a level, climbing where they fill blocks of the next; from left to right, so that the first of equals stays. */
  #blocks(depth: number, from: number, to: number): void {
    const level = this.#levels[depth]!;
    const first = Math.ceil(from / FANOUT);
    const last = Math.floor(to / FANOUT);
    if (depth + 1 >= this.#levels.length || first >= last) {
      this.#join(level, from, to);
      return;
    }
    this.#join(level, from, first * FANOUT);
    this.#blocks(depth + 1, first, last);
    this.#join(level, last * FANOUT, to);
  }

  #level(depth: number): Level {
    return (this.#levels[depth] ??= { min: new IndexColumn(), max: new IndexColumn() });
  }

  /** A block of the lowest level: one walk over its values, which is most of the work. */
  #take(level: Level, from: number): void {
    const values = this.#values;
    const end = from + BLOCK;
    let low = values[from]!;
    let high = low;
    let min = from;
    let max = from;
    // Becomes NaN by NaN and infinities alike, else stays 0.
    let odd = low - low;
    for (let at = from + 1; at < end; at++) {
      const value = values[at]!;
      if (value < low) {
        low = value;
        min = at;
      } else if (value > high) {
        high = value;
        max = at;
      }
      odd += value - value;
    }
    if (odd === 0) {
      level.min.push(min);
      level.max.push(max);
    } else {
      for (let at = from; at < end; at++) if (!Number.isFinite(values[at])) this.#odd++;
      this.#begin();
      this.#scan(from, end);
      this.#push(level);
    }
    this.#oddBefore.push(this.#odd);
  }

  /** Takes what was found since `#begin` as the next block. */
  #push(level: Level): void {
    level.min.push(this.#min < 0 ? NONE : this.#min);
    level.max.push(this.#max < 0 ? NONE : this.#max);
  }

  #begin(): void {
    this.#min = this.#max = -1;
    this.#low = Infinity;
    this.#high = -Infinity;
  }

  #scan(from: number, to: number): void {
    const values = this.#values;
    let [min, max, low, high] = [this.#min, this.#max, this.#low, this.#high];
    for (let at = from; at < to; at++) {
      const value = values[at]!;
      if (value < low && value !== -Infinity) {
        low = value;
        min = at;
      }
      if (value > high && value !== Infinity) {
        high = value;
        max = at;
      }
    }
    this.#min = min;
    this.#max = max;
    this.#low = low;
    this.#high = high;
  }

  #join(level: Level, from: number, to: number): void {
    for (let block = from; block < to; block++) {
      const min = level.min.at(block);
      if (min === NONE) continue;
      const max = level.max.at(block);
      const low = this.#values[min]!;
      const high = this.#values[max]!;
      if (low < this.#low) {
        this.#low = low;
        this.#min = min;
      }
      if (high > this.#high) {
        this.#high = high;
        this.#max = max;
      }
    }
  }
}
