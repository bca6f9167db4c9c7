import {
  type Chunk,
  CHUNK,
  CHUNK_BITS,
  ChunkReader,
  FIRST,
  elementAt,
  IN_CHUNK,
  joinedCapacity,
  packDoubles,
  type Stretch,
  unpackDoubles,
} from './chunks';
import type { IndexColumn } from './indexColumn';

/**
 * A growing column of doubles: append-only but for `shorten`, NaN and infinities are values. What has filled a chunk is packed (see `Chunk`),
 * so that growing copies nothing and leaves no room unused.
 */
export class NumberColumn {
  /** What was joined by a view; the chunks follow, then what waits to fill a chunk. */
  #joined: Float64Array = new Float64Array();
  #joinedLength = 0;
  #chunks: Chunk[] = [];
  #waiting = new Float64Array(FIRST);
  #fill = 0;
  /** Elements before those that wait. */
  #before = 0;
  /** A view shows what waits: it must not be written over. */
  #lent = false;
  readonly #chunkReader = new ChunkReader();

  /** A column that holds an array as it is, without a copy of it. */
  static of(values: Float64Array): NumberColumn {
    const column = new NumberColumn();
    column.#joined = values;
    column.#joinedLength = column.#before = values.length;
    return column;
  }

  get length(): number {
    return this.#before + this.#fill;
  }

  push(value: number): void {
    if (this.#fill === this.#waiting.length) this.#makeRoom();
    this.#waiting[this.#fill++] = value;
  }

  /** Takes `count` values of an array, from `from` on. */
  pushAll(source: Float64Array, from: number, count: number): void {
    for (let at = from, end = from + count; at < end;) {
      if (this.#fill === this.#waiting.length) this.#makeRoom();
      const stop = Math.min(end, at + this.#waiting.length - this.#fill);
      this.#waiting.set(source.subarray(at, stop), this.#fill);
      this.#fill += stop - at;
      at = stop;
    }
  }

  /** Takes one value `count` times. */
  pushSame(value: number, count: number): void {
    for (let left = count; left > 0;) {
      if (this.#fill === this.#waiting.length) this.#makeRoom();
      const stop = Math.min(this.#waiting.length, this.#fill + left);
      left -= stop - this.#fill;
      this.#waiting.fill(value, this.#fill, stop);
      this.#fill = stop;
    }
  }

  /** Takes back what comes after the first `length` values; views that show it still do. */
  shorten(length: number): void {
    if (length >= this.length) return;
    while (length < this.#before && this.#chunks.length > 0) this.#unpackLast();
    if (length < this.#before) {
      this.#joined = this.#joined.slice(0, length);
      this.#joinedLength = this.#before = length;
      this.#fill = 0;
    }
    if (this.#lent) this.#waiting = this.#waiting.slice();
    this.#lent = false;
    this.#fill = length - this.#before;
  }

  /** The value at `index`; NaN outside the column. */
  at(index: number): number {
    if (!(index >= 0 && index < this.length)) return NaN;
    if (index >= this.#before) return this.#waiting[index - this.#before]!;
    if (index < this.#joinedLength) return this.#joined[index]!;
    return elementAt(this.#chunks, index - this.#joinedLength);
  }

  /**
   * A view of what is there now; later pushes do not show in it. Copy before sending it anywhere. The column is one array
   * of eight bytes a value from then on: where one value after the other will do, `at` is the thrifty way.
   */
  view(): Float64Array {
    const { length } = this;
    if (this.#before === 0) {
      this.#lent = true;
      return this.#waiting.subarray(0, length);
    }
    if (length > this.#joinedLength) this.#join(length);
    return this.#joined.subarray(0, length);
  }

  /**
   * What is there now in one array, for a look that does not last: the column's own where it is one, else a copy, and the
   * column stays packed as it is. Not to be changed.
   */
  glance(): Float64Array {
    return this.#before <= this.#joinedLength
      ? this.view()
      : this.#copyTo(new Float64Array(this.length));
  }

  /** As `at`, for many indices that mostly follow each other: such cost what those of an array do. Until the next push. */
  reader(): (index: number) => number {
    const chunks = new ChunkReader();
    let values: Float64Array = this.#joined;
    let [from, end] = [0, 0];
    return index => {
      const at = index - from;
      if (at >= 0 && at < end) return values[at]!;
      if (!(index >= 0 && index < this.length)) return NaN;
      const stretch = this.stretch(index, chunks);
      ({ values, end } = stretch);
      from = index - stretch.at;
      return values[stretch.at]!;
    };
  }

  /** The array that a value stands in among its neighbours; what is packed is unpacked by `chunks`. */
  stretch(index: number, chunks = this.#chunkReader): Stretch {
    const at = index - this.#before;
    if (at >= 0) return { values: this.#waiting, at, end: this.#fill };
    if (index < this.#joinedLength) {
      return { values: this.#joined, at: index, end: this.#joinedLength };
    }
    const packed = index - this.#joinedLength;
    const values = chunks.read(this.#chunks[packed >> CHUNK_BITS]!);
    return { values, at: packed & IN_CHUNK, end: CHUNK };
  }

  /** The values at these indices, in a new array; NaN for those outside the column. */
  pick(indices: IndexColumn): Float64Array {
    const picked = new Float64Array(indices.length);
    const read = this.reader();
    for (let at = 0; at < picked.length; at++) picked[at] = read(indices.at(at));
    return picked;
  }

  /** Whether a value passes a test. */
  some(test: (value: number) => boolean): boolean {
    const read = this.reader();
    const { length } = this;
    for (let at = 0; at < length; at++) if (test(read(at))) return true;
    return false;
  }

  #makeRoom(): void {
    if (this.#waiting.length < CHUNK) {
      const larger = new Float64Array(2 * this.#waiting.length);
      larger.set(this.#waiting);
      this.#waiting = larger;
      return;
    }
    const chunk = packDoubles(this.#waiting);
    if (chunk.doubles !== null || this.#lent) this.#waiting = new Float64Array(CHUNK);
    this.#lent = false;
    this.#chunks.push(chunk);
    this.#before += this.#fill;
    this.#fill = 0;
  }

  /** What filled the last chunk waits again. */
  #unpackLast(): void {
    this.#waiting = new Float64Array(CHUNK);
    this.#lent = false;
    unpackDoubles(this.#chunks.pop()!, this.#waiting, 0);
    this.#before -= CHUNK;
    this.#fill = CHUNK;
  }

  #join(length: number): void {
    let joined = this.#joined;
    if (length > joined.length)
      joined = new Float64Array(joinedCapacity(length, joined.length > 0));
    this.#joined = this.#copyTo(joined);
    this.#joinedLength = this.#before = length;
    this.#chunks = [];
    this.#fill = 0;
  }

  /** Writes everything to an array that may hold what was joined already. */
  #copyTo<T extends Float64Array>(target: T): T {
    if (target !== this.#joined) target.set(this.#joined.subarray(0, this.#joinedLength));
    this.#chunks.forEach((chunk, i) =>
      unpackDoubles(chunk, target, this.#joinedLength + i * CHUNK),
    );
    target.set(this.#waiting.subarray(0, this.#fill), this.#before);
    return target;
  }
}
