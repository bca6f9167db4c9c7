/** Milliseconds between two searches at least, while somebody looks at what is found and else. */
const SEEN = 30_000;
const UNSEEN = 600_000;
/** A search rests this many times as long as it took: at most 0.3 % and 0.05 % of a core are spent. */
const REST_SEEN = 300;
const REST_UNSEEN = 2000;

/** When folders are to be searched again for files that no watcher told of, backing off where that takes long. */
export class SearchAgain {
  /** Whether somebody looks at what is found. */
  isSeen = false;
  /** Milliseconds that the last search took; NaN: there was none. */
  #took = NaN;
  #ended = 0;
  readonly #clock: () => number;

  /** `clock` gives milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Takes the time of a search. */
  async during<T>(search: () => Promise<T>): Promise<T> {
    const began = this.#clock();
    try {
      return await search();
    } finally {
      this.#ended = this.#clock();
      this.#took = this.#ended - began;
    }
  }

  /** Never before a first search. */
  get isDue(): boolean {
    const rest = this.isSeen
      ? Math.max(SEEN, REST_SEEN * this.#took)
      : Math.max(UNSEEN, REST_UNSEEN * this.#took);
    return this.#clock() - this.#ended >= rest;
  }
}
