import { IndexColumn } from './columns';

/** Values in a block of the lowest level. */
const BLOCK = 64;
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
        this.#push(level, this.#join(below, block * FANOUT, (block + 1) * FANOUT));
      }
    }
  }

  /** The extremes of the values from `from` up to, not including, `to`. */
  extremes(from: number, to: number): Extremes {
    const start = Math.max(0, from);
    const end = Math.min(this.#values.length, to);
    if (!(start < end)) return { min: -1, max: -1 };
    const first = Math.ceil(start / BLOCK);
    const last = Math.floor(end / BLOCK);
    if (first >= last) return this.#scan(start, end);
    const middle = this.#blocks(0, first, last);
    return this.#better(
      this.#better(this.#scan(start, first * BLOCK), middle),
      this.#scan(last * BLOCK, end),
    );
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

  /** The extremes of whole blocks of a level, climbing where they fill blocks of the next. */
  #blocks(depth: number, from: number, to: number): Extremes {
    const level = this.#levels[depth]!;
    const first = Math.ceil(from / FANOUT);
    const last = Math.floor(to / FANOUT);
    if (depth + 1 >= this.#levels.length || first >= last) return this.#join(level, from, to);
    const left = this.#join(level, from, first * FANOUT);
    const right = this.#join(level, last * FANOUT, to);
    return this.#better(this.#better(left, this.#blocks(depth + 1, first, last)), right);
  }

  #level(depth: number): Level {
    return (this.#levels[depth] ??= { min: new IndexColumn(), max: new IndexColumn() });
  }

  /** A block of the lowest level: one walk over its values, which is most of the work. */
  #take(level: Level, from: number): void {
    const values = this.#values;
    let [min, max, low, high] = [NONE, NONE, Infinity, -Infinity];
    for (let at = from, end = from + BLOCK; at < end; at++) {
      const value = values[at]!;
      if (value < low && value !== -Infinity) {
        low = value;
        min = at;
      }
      if (value > high && value !== Infinity) {
        high = value;
        max = at;
      }
      // NaN and infinities alike.
      if (value - value !== 0) this.#odd++;
    }
    level.min.push(min);
    level.max.push(max);
    this.#oddBefore.push(this.#odd);
  }

  #push(level: Level, extremes: Extremes): void {
    level.min.push(extremes.min < 0 ? NONE : extremes.min);
    level.max.push(extremes.max < 0 ? NONE : extremes.max);
  }

  #scan(from: number, to: number): Extremes {
    let min = -1;
    let max = -1;
    let low = Infinity;
    let high = -Infinity;
    const values = this.#values;
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
    return { min, max };
  }

  #join(level: Level, from: number, to: number): Extremes {
    let found: Extremes = { min: -1, max: -1 };
    for (let block = from; block < to; block++) {
      const min = level.min.at(block);
      if (min !== NONE) found = this.#better(found, { min, max: level.max.at(block) });
    }
    return found;
  }

  /** The extremes of two ranges, `a` before `b`. */
  #better(a: Extremes, b: Extremes): Extremes {
    if (a.min < 0) return b;
    if (b.min < 0) return a;
    const values = this.#values;
    return {
      min: values[b.min]! < values[a.min]! ? b.min : a.min,
      max: values[b.max]! > values[a.max]! ? b.max : a.max,
    };
  }
}
