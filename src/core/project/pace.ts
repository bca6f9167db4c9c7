/** Milliseconds between looks at a log that has just grown, and how long after it has. */
const FAST = 250;
const FAST_FOR = 5000;
/** The longest wait. */
const SLOW = 2000;
const SLOWER = 1.5;

/**
 * When to look at a log that nobody says a change of (network disks, containers, folders that do not exist yet): often
 * while it grows, less and less often when it does not.
 */
export class Pace {
  readonly #look: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FAST;
  #ended = false;

  constructor(look: () => void) {
    this.#look = look;
  }

  /** Milliseconds until the next look. */
  get wait(): number {
    return this.#wait;
  }

  /** Something happened: the next looks are close together. */
  hurry(): void {
    this.#wait = FAST;
  }

  /** A look is done; `grewAt`: when the log last grew, `dueAt`: when it must be looked at again, in milliseconds since 1970. */
  next(grewAt: number, dueAt = Infinity, now = Date.now()): void {
    if (this.#ended) return;
    const grows = now - grewAt < FAST_FOR;
    this.#wait = grows ? FAST : Math.min(SLOW, this.#wait * SLOWER);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), Math.min(this.#wait, Math.max(0, dueAt - now)));
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}
