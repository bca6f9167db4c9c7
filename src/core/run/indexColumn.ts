import { type Chunk, CHUNK, FIRST, indexAt, joinedCapacity, unpackIndices } from './chunks';

/**
 * A growing column of unsigned 32-bit integers: row numbers, line numbers. Packed as a `NumberColumn` is. (A
 * class of its own: the optimizer wants one type of array in a place.)
 */
export class IndexColumn {
  #joined = new Uint32Array();
  #joinedLength = 0;
  #chunks: Chunk[] = [];
  #waiting = new Uint32Array(FIRST);
  #fill = 0;
  #before = 0;
  #lent = false;
  /** What waits is evenly spaced by `#stride`; `#next` would go on so. */
  #isEven = true;
  #stride = 0;
  #next = 0;

  /** As `NumberColumn.of`. */
  static of(values: Uint32Array): IndexColumn {
    const column = new IndexColumn();
    column.#joined = values as Uint32Array<ArrayBuffer>;
    column.#joinedLength = column.#before = values.length;
    return column;
  }

  get length(): number {
    return this.#before + this.#fill;
  }

  push(value: number): void {
    if (this.#fill === this.#waiting.length) this.#makeRoom();
    if (value !== this.#next || this.#fill < 2) this.#turn(value);
    this.#waiting[this.#fill++] = value;
    this.#next = value + this.#stride;
  }

  /** Notes an element that may not go on evenly. */
  #turn(value: number): void {
    if (this.#fill === 0) this.#isEven = true;
    else if (this.#fill === 1) this.#stride = value - this.#waiting[0]!;
    else this.#isEven = false;
  }

  /** Takes `count` integers: the first and those that follow it by `stride`. */
  pushRange(first: number, stride: number, count: number): void {
    for (let value = first, left = count; left > 0;) {
      // Two by `push`, which finds out whether the rest goes on evenly.
      for (let at = Math.min(2, left); at > 0; at--, left--, value += stride) this.push(value);
      const waiting = this.#waiting;
      const stop = Math.min(waiting.length, this.#fill + left);
      left -= stop - this.#fill;
      let to = this.#fill;
      for (; to < stop; value += stride) waiting[to++] = value;
      if (to > this.#fill) this.#isEven &&= this.#stride === stride;
      this.#fill = to;
      this.#next = value - stride + this.#stride;
    }
  }

  /** The integer at `index`; -1 outside the column. */
  at(index: number): number {
    if (!(index >= 0 && index < this.length)) return -1;
    if (index >= this.#before) return this.#waiting[index - this.#before]!;
    if (index < this.#joinedLength) return this.#joined[index]!;
    return indexAt(this.#chunks, index - this.#joinedLength);
  }

  /** As `NumberColumn.view`: four bytes each from then on. */
  view(): Uint32Array {
    const { length } = this;
    if (this.#before === 0) {
      this.#lent = true;
      return this.#waiting.subarray(0, length);
    }
    if (length > this.#joinedLength) this.#join(length);
    return this.#joined.subarray(0, length);
  }

  #makeRoom(): void {
    if (this.#waiting.length < CHUNK) {
      const larger = new Uint32Array(2 * this.#waiting.length);
      larger.set(this.#waiting);
      this.#waiting = larger;
      return;
    }
    const waiting = this.#waiting;
    const words = this.#isEven ? null : waiting;
    this.#chunks.push({ first: waiting[0]!, stride: this.#stride, words, doubles: null });
    if (words !== null || this.#lent) this.#waiting = new Uint32Array(CHUNK);
    this.#lent = false;
    this.#before += this.#fill;
    this.#fill = 0;
  }

  #join(length: number): void {
    let joined = this.#joined;
    if (length > joined.length) {
      joined = new Uint32Array(joinedCapacity(length, joined.length > 0));
      joined.set(this.#joined.subarray(0, this.#joinedLength));
    }
    this.#chunks.forEach((chunk, i) =>
      unpackIndices(chunk, joined, this.#joinedLength + i * CHUNK),
    );
    joined.set(this.#waiting.subarray(0, this.#fill), this.#before);
    this.#joined = joined;
    this.#joinedLength = this.#before = length;
    this.#chunks = [];
    this.#fill = 0;
  }
}
