/**
 * Repeated work, one at a time: what is asked for while it runs is done once more afterwards, so the
 * last state is always seen. Requests within `delay` milliseconds are one. A failure goes to `failed`
 * and does not keep the next request from running; after `dispose` nothing starts.
 */
export class Coalesce {
  readonly #work: () => unknown;
  readonly #failed: (error: unknown) => void;
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #disposed = false;

  constructor(work: () => unknown, failed: (error: unknown) => void, delay = 0) {
    this.#work = work;
    this.#failed = failed;
    this.#delay = delay;
  }

  /** Asks for the work to be done with everything known by now. */
  request(): void {
    if (this.#disposed) return;
    if (this.#running !== undefined) this.#again = true;
    else this.#timer ??= setTimeout(() => void this.run(), this.#delay);
  }

  /** Does the work now, or waits for the round that starts after this call. Never rejects. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#disposed) return;
    if (this.#running !== undefined) this.#again = true;
    else this.#running = this.#rounds();
    await this.#running;
  }

  dispose(): void {
    this.#disposed = true;
    this.#again = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #rounds(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#round();
      } while (this.#mayRepeat());
    } finally {
      this.#running = undefined;
    }
  }

  async #round(): Promise<void> {
    try {
      await this.#work();
    } catch (error) {
      if (!this.#disposed) this.#failed(error);
    }
  }

  #mayRepeat(): boolean {
    return this.#again && !this.#disposed;
  }
}
