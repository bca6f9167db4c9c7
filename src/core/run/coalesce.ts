/**
 * Repeated work, one at a time: what is asked for while it runs is done once more afterwards, so the
 * last state is always seen. Requests within `delay` milliseconds are one; so long it rests, too, between
 * a round and the one asked for meanwhile. A failure goes to `failed` and does not keep the next request
 * from running; after `dispose` nothing starts.
 */
export class Coalesce {
  readonly #work: () => unknown;
  readonly #failed: (error: unknown) => void;
  readonly #delay: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again: 'no' | 'later' | 'now' = 'no';
  #disposed = false;

  constructor(
    work: () => unknown,
    failed: (error: unknown) => void,
    delay: number | (() => number) = 0,
  ) {
    this.#work = work;
    this.#failed = failed;
    this.#delay = typeof delay === 'number' ? () => delay : delay;
  }

  /** Asks for the work to be done with everything known by now. */
  request(): void {
    if (this.#disposed) return;
    if (this.#running === undefined) {
      this.#timer ??= setTimeout(() => void this.run(), this.#delay());
    } else if (this.#again === 'no') this.#again = 'later';
  }

  /** Does the work now, or waits for the round that starts after this call. Never rejects. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#disposed) return;
    if (this.#running !== undefined) this.#again = 'now';
    else this.#running = this.#rounds();
    await this.#running;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #rounds(): Promise<void> {
    try {
      do {
        this.#again = 'no';
        await this.#round();
      } while (this.#isAsked('now'));
    } finally {
      this.#running = undefined;
    }
    if (this.#isAsked('later')) this.request();
  }

  async #round(): Promise<void> {
    try {
      await this.#work();
    } catch (error) {
      if (!this.#disposed) this.#failed(error);
    }
  }

  #isAsked(when: 'later' | 'now'): boolean {
    return this.#again === when && !this.#disposed;
  }
}
