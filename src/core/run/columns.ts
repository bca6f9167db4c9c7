/** A growing column of doubles: append-only, NaN and infinities are values. */
export class NumberColumn {
  #data: Float64Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#data = new Float64Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Float64Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** The value at `index`; NaN outside the column. */
  at(index: number): number {
    return index >= 0 && index < this.#length ? this.#data[index]! : NaN;
  }

  /** A view of what is there now; later pushes do not show in it. Copy before sending it anywhere. */
  view(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }
}

/** A growing column of unsigned 32-bit integers: row numbers, line numbers. */
export class IndexColumn {
  #data: Uint32Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#data = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** The integer at `index`; -1 outside the column. */
  at(index: number): number {
    return index >= 0 && index < this.#length ? this.#data[index]! : -1;
  }

  view(): Uint32Array {
    return this.#data.subarray(0, this.#length);
  }
}
