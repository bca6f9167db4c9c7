/** Bytes that one block leaves for the next: a growing buffer of its own. */
export class CarriedBytes {
  #buffer = new Uint8Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What is kept; valid until the next call. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Appends a part of `bytes` and returns everything. */
  add(bytes: Uint8Array, from: number, to: number): Uint8Array {
    const length = this.#length + to - from;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#buffer.length));
      larger.set(this.bytes);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes.subarray(from, to), this.#length);
    this.#length = length;
    return this.bytes;
  }

  /** Keeps a part of `bytes`, which may be what `add` returned, and nothing else. */
  keep(bytes: Uint8Array, from: number, to: number): void {
    if (bytes.buffer === this.#buffer.buffer) {
      if (from > 0) this.#buffer.copyWithin(0, from, to);
      this.#length = to - from;
      return;
    }
    this.#length = 0;
    this.add(bytes, from, to);
  }

  clear(): void {
    this.#length = 0;
  }
}
