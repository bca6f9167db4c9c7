import { IndexColumn } from './indexColumn';
import { NumberColumn } from './numberColumn';
import { ExtremeLevel } from './extremeLevel';

/** Values in a block of the lowest level; an even number. */
const BLOCK = 64;
/** Blocks of a level that make one of the next. */
const FANOUT = 8;
/** Stands for the values themselves, below all levels. */
const VALUES = -1;

/** Where the smallest and largest finite value of a range stand, the first on ties; -1: there is none. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** The smallest or largest value so far, and the block or value it was met in first. */
interface Found {
  value: number;
  depth: number;
  at: number;
}

/**
 * Minimum and maximum per block of a growing column, block upon block: the extremes of any range cost its logarithm.
 * Values that are not finite do not count, and are counted. Blocks know what their extremes are, not where: that is looked
 * up at the end, in one block of each level, so that going over many blocks reads nothing but them.
 */
export class Pyramid {
  readonly #levels: ExtremeLevel[] = [];
  /** For each block of the lowest level, how many values before its end are not finite. */
  readonly #oddBefore = new IndexColumn();
  #odd = 0;
  #column = new NumberColumn();
  #length = 0;
  /** What was found so far in the range that is being looked at. */
  readonly #low: Found = { value: Infinity, depth: VALUES, at: -1 };
  readonly #high: Found = { value: -Infinity, depth: VALUES, at: -1 };

  /** Takes in what has come to the column since: its first `length` values. */
  extend(column: NumberColumn, length = column.length): void {
    this.#column = column;
    this.#length = length;
    let blocks = Math.floor(length / BLOCK);
    let level = this.#level(0, blocks);
    while (level.length < blocks) this.#take(level);
    for (let depth = 1; blocks >= FANOUT; depth++) {
      const below = level;
      blocks = Math.floor(blocks / FANOUT);
      level = this.#level(depth, blocks);
      while (level.length < blocks) level.pushOf(below, level.length * FANOUT, FANOUT);
    }
  }

  /** The extremes of the values from `from` up to, not including, `to`. */
  extremes(from: number, to: number): Extremes {
    const start = Math.max(0, from);
    const end = Math.min(this.#length, to);
    this.#low.value = Infinity;
    this.#high.value = -Infinity;
    this.#low.at = this.#high.at = -1;
    const first = Math.ceil(start / BLOCK);
    const last = Math.floor(end / BLOCK);
    if (first >= last) this.#scan(start, end);
    else {
      this.#scan(start, first * BLOCK);
      this.#blocks(0, first, last);
      this.#scan(last * BLOCK, end);
    }
    return { min: this.#placeOf(this.#low, 'min'), max: this.#placeOf(this.#high, 'max') };
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
    if (this.#odd === 0 && end <= this.#oddBefore.length * BLOCK) return 0;
    const last = Math.min(end, this.#length);
    const blocks = Math.floor(last / BLOCK);
    let odd = blocks === 0 ? 0 : this.#oddBefore.at(blocks - 1);
    for (let at = blocks * BLOCK; at < last; at++) {
      if (!Number.isFinite(this.#column.at(at))) odd++;
    }
    return odd;
  }

  /** Looks at whole blocks of a level, climbing where they fill blocks of the next; from left to right, so that the first of equals stays. */
  #blocks(depth: number, from: number, to: number): void {
    const first = Math.ceil(from / FANOUT);
    const last = Math.floor(to / FANOUT);
    if (depth + 1 >= this.#levels.length || first >= last) {
      this.#join(depth, from, to);
      return;
    }
    this.#join(depth, from, first * FANOUT);
    this.#blocks(depth + 1, first, last);
    this.#join(depth, last * FANOUT, to);
  }

  #level(depth: number, blocks: number): ExtremeLevel {
    const level = (this.#levels[depth] ??= new ExtremeLevel());
    level.reserve(blocks);
    return level;
  }

  /** The next block of the lowest level: one walk over its values, which is most of the work. */
  #take(level: ExtremeLevel): void {
    const { values, at: from } = this.#blockAt(level.length);
    let low = values[from]!;
    let high = low;
    // Becomes NaN by NaN and infinities (and by sums that overflow), else stays 0.
    let odd = 0;
    for (let at = from; at < from + BLOCK; at += 2) {
      const one = values[at]!;
      const other = values[at + 1]!;
      if (one < low) low = one;
      else if (one > high) high = one;
      if (other < low) low = other;
      else if (other > high) high = other;
      odd += (one + other) * 0;
    }
    if (odd === 0) level.push(low, high);
    else this.#takeOdd(level, values, from);
    this.#oddBefore.push(this.#odd);
  }

  /** A block of which not all values are finite. */
  #takeOdd(level: ExtremeLevel, values: Float64Array, from: number): void {
    let [low, high] = [Infinity, -Infinity];
    for (let at = from; at < from + BLOCK; at++) {
      const value = values[at]!;
      if (!Number.isFinite(value)) this.#odd++;
      else {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    level.push(low, high);
  }

  /** The values of a block in a row. */
  #blockAt(block: number): { readonly values: Float64Array; readonly at: number } {
    const from = block * BLOCK;
    const stretch = this.#column.stretch(from);
    if (stretch.end - stretch.at >= BLOCK) return stretch;
    // An array that others were appended to may end anywhere.
    return {
      values: Float64Array.from({ length: BLOCK }, (_, i) => this.#column.at(from + i)),
      at: 0,
    };
  }

  #scan(from: number, to: number): void {
    for (let at = from; at < to;) {
      const stretch = this.#column.stretch(at);
      const end = Math.min(stretch.end, stretch.at + to - at);
      this.#scanStretch(stretch.values, stretch.at, end, at - stretch.at);
      at += end - stretch.at;
    }
  }

  /** `shift`: from where a value stands in `values` to where it stands in the column. */
  #scanStretch(values: Float64Array, from: number, end: number, shift: number): void {
    let [low, high] = [this.#low.value, this.#high.value];
    let [min, max] = [-1, -1];
    for (let at = from; at < end; at++) {
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
    if (min >= 0) note(this.#low, low, VALUES, min + shift);
    if (max >= 0) note(this.#high, high, VALUES, max + shift);
  }

  #join(depth: number, from: number, to: number): void {
    const { min, max } = this.#levels[depth]!;
    let [low, high] = [this.#low.value, this.#high.value];
    let [lowest, highest] = [-1, -1];
    for (let block = from; block < to; block++) {
      if (min[block]! < low) {
        low = min[block]!;
        lowest = block;
      }
      if (max[block]! > high) {
        high = max[block]!;
        highest = block;
      }
    }
    if (lowest >= 0) note(this.#low, low, depth, lowest);
    if (highest >= 0) note(this.#high, high, depth, highest);
  }

  /** Where the value stands that was found in a block; -1 when nothing was found. */
  #placeOf({ value, depth, at }: Found, side: 'min' | 'max'): number {
    if (at < 0 || depth === VALUES) return at;
    let block = at;
    for (let below = depth - 1; below >= 0; below--) {
      block = firstOf(this.#levels[below]![side], value, block * FANOUT);
    }
    const { values, at: from } = this.#blockAt(block);
    return block * BLOCK + firstOf(values, value, from) - from;
  }
}

/** Where the first of a value stands, from `from` on; -1 without any. (`indexOf` costs more than the few steps.) */
function firstOf(values: Float64Array, value: number, from: number): number {
  for (let at = from; at < values.length; at++) if (values[at] === value) return at;
  return -1;
}

function note(found: Found, value: number, depth: number, at: number): void {
  found.value = value;
  found.depth = depth;
  found.at = at;
}
