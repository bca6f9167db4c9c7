/** Milliseconds of work after which everything else has its turn. */
const SLICE = 15;

/** Lets everything else that waits for this thread have its turn. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

/** Work that rests when it has lasted for a slice of time. */
export class Slices {
  #since = Date.now();

  async rest(): Promise<void> {
    if (Date.now() - this.#since < SLICE) return;
    await pause();
    this.#since = Date.now();
  }
}
