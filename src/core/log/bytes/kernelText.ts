/** Nothing but NULs after what is read: they end every search. */
const PADDING = 64;
const LF = 10;

/** The whole lines of a text that a kernel has at hand in its memory, as many as there is room for. */
export class KernelText {
  readonly #memory: Uint8Array;
  readonly #place: number;
  /** The part of the bytes that is in the memory. */
  #from = 0;
  #to = 0;

  /** `place`: where in the memory the text stands, which has the rest of it. */
  constructor(memory: Uint8Array, place: number) {
    this.#memory = memory;
    this.#place = place;
  }

  /** The bytes may have changed. */
  forget(): void {
    this.#from = this.#to = 0;
  }

  /** Where the lines end that are at hand: `start` where there can be none. */
  reach(bytes: Uint8Array, start: number, to: number): number {
    if (start >= this.#from && start < this.#to) return this.#to;
    const room = this.#memory.length - this.#place - PADDING;
    const end = bytes.lastIndexOf(LF, Math.min(to, start + room) - 1) + 1;
    if (end <= start) return start;
    this.#memory.set(bytes.subarray(start, end), this.#place);
    const behind = this.#place + end - start;
    this.#memory.fill(0, behind, behind + PADDING);
    this.#from = start;
    this.#to = end;
    return end;
  }

  /** What a place in the bytes is to be added to for its place in the memory. */
  get offset(): number {
    return this.#place - this.#from;
  }

  /** Where in the memory the text ends. */
  get end(): number {
    return this.#to + this.offset;
  }
}
