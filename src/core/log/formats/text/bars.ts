import type { Reading, Emitter } from './emitter';

/** How far a bar is. */
export interface Progress {
  readonly at: number;
  readonly total: number;
  /** Whether its last state counts even if it did not reach the end (batches of an evaluation). */
  readonly always: boolean;
}

/** A bar as it was last drawn. */
interface Drawn extends Progress {
  readonly reading: Reading;
}

/** Progress bars are drawn again and again: only the last state of each counts, and only if it reached its end. */
export class Bars {
  readonly #emitter: Emitter;
  #drawn: Drawn | null = null;
  #interrupted = false;
  #epoch = NaN;
  /** Length of the first bar of the epoch, by the names it shows. */
  readonly #lengths = new Map<string, number>();

  constructor(emitter: Emitter) {
    this.#emitter = emitter;
  }

  draw(reading: Reading, progress: Progress): void {
    const before = this.#drawn;
    if (before !== null && isCarriedOver(before, reading, progress)) {
      // The bar of the next epoch begins with what the last one ended with, its validation included.
      const { epoch, step, section, line } = before.reading;
      this.#drawn = { ...before, reading: { ...reading, epoch, step, section, line } };
      this.flush();
      return;
    }
    const again = before !== null && continues(before, reading.epoch, progress);
    if (!again || (this.#interrupted && !holds(reading, before.reading))) this.flush();
    this.#interrupted = false;
    this.#drawn = { ...progress, reading };
  }

  /** A line that counts nothing was printed: what is drawn after it is the same bar only if it shows the same and more. */
  interrupt(): void {
    this.#interrupted = true;
  }

  /** Something else was printed: the bar is finished, or will be drawn anew. */
  flush(): void {
    const drawn = this.#drawn;
    this.#drawn = null;
    if (drawn === null || (!drawn.always && drawn.at < drawn.total)) return;
    this.#emitter.emit(this.#told(drawn));
  }

  /** A second bar of another length under the same names in one epoch is of the evaluation (train, then test). */
  #told(drawn: Drawn): Reading {
    const { reading, total } = drawn;
    if (reading.epoch !== this.#epoch) this.#lengths.clear();
    this.#epoch = reading.epoch;
    const names = reading.template.names.join('\n');
    const first = this.#lengths.get(names);
    if (first === undefined) this.#lengths.set(names, total);
    if (first === undefined || first === total || reading.section !== null) return reading;
    return { ...reading, section: 'validation' };
  }
}

/** Whether a reading has every name of the one before, and more; or the epoch that it prints itself. */
function holds(reading: Reading, before: Reading): boolean {
  const { names, plan } = reading.template;
  const known = before.template.names;
  const isMore = names.length > known.length || plan.epoch !== null;
  return isMore && known.every(name => names.includes(name));
}

/** Whether a bar of another epoch shows values before its first batch: they are of the finished bar before it. */
function isCarriedOver(before: Drawn, reading: Reading, { at, total }: Progress): boolean {
  const isFinished = before.at === before.total && before.total === total;
  const known = before.reading.template.names;
  return (
    isFinished &&
    at === 0 &&
    reading.template.plan.epoch !== null &&
    reading.epoch > before.reading.epoch &&
    known.every(name => reading.template.names.includes(name))
  );
}

function continues(before: Drawn, epoch: number, { at, total }: Progress): boolean {
  return before.total === total && at >= before.at && Object.is(before.reading.epoch, epoch);
}
