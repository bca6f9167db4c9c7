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
 * logarithm. Values that are not finite do not count.
 */
export class Pyramid {
  readonly #levels: Level[] = [];
  #values: Float64Array = new Float64Array();

  /** Takes in what has come to the column since; `values` is its present view. */
  extend(values: Float64Array): void {
    this.#values = values;
    let level = this.#level(0);
    for (let block = level.min.length; (block + 1) * BLOCK <= values.length; block++) {
      this.#push(level, this.#scan(block * BLOCK, (block + 1) * BLOCK));
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

  #push(level: Level, extremes: Extremes): void {
    level.min.push(extremes.min < 0 ? NONE : extremes.min);
    level.max.push(extremes.max < 0 ? NONE : extremes.max);
  }

  #scan(from: number, to: number): Extremes {
    let min = -1;
    let max = -1;
    const values = this.#values;
    for (let at = from; at < to; at++) {
      const value = values[at]!;
      if (!Number.isFinite(value)) continue;
      if (min < 0 || value < values[min]!) min = at;
      if (max < 0 || value > values[max]!) max = at;
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
