import type { Split } from '../../format';
import type { Plan } from './plan';

/** Where the log has got to: what lines without counters and signs of their own belong to. NaN: it has not said. */
export class Context {
  epoch = NaN;
  step = NaN;
  /** What the section says that the next numbers were computed on. */
  section: Split | null = null;
  /** What announced the epoch. */
  #header: object | null = null;
  /** The step of the training when an evaluation began; NaN outside of one. */
  #trained = NaN;

  /** Whether a counter that has a word or brackets of its own was met. */
  #isNamed = false;

  /** Whether the log has counted anything yet. */
  get isPlace(): boolean {
    return !Number.isNaN(this.epoch) || !Number.isNaN(this.step);
  }

  /** Whether it has, and by words. */
  get counted(): 'start' | 'weakly' | 'counted' {
    if (!this.isPlace) return 'start';
    return this.#isNamed ? 'counted' : 'weakly';
  }

  /** Whether the section's own header said its step: what counts again is no longer of it. */
  #ownStep = false;
  #announced = false;

  /** Takes over the counters a line prints itself (NaN: it prints none); `announced`: by a header, `by`: its plan. A section ends where one of them moves. */
  count(epoch: number, step: number, announced: boolean, by: Plan): void {
    const counts = !Number.isNaN(step);
    this.#note(by);
    if (counts && this.#ownStep) this.#leave();
    this.#announced = announced && counts;
    // `epoch=0` under a header `Epoch 1/16` is the same epoch, counted from zero.
    const isEcho = announced && epoch === this.epoch - 1 && by !== this.#header;
    if (Number.isNaN(epoch) || isEcho) {
      this.#move(this.epoch, Number.isNaN(step) ? this.step : step);
      return;
    }
    if (announced) this.#header = by;
    this.#move(epoch, step);
  }

  #note({ epoch, step }: Plan): void {
    const counter = epoch ?? step;
    if (counter !== null && counter.weak !== true) this.#isNamed = true;
  }

  #move(epoch: number, step: number): void {
    const moves = epoch !== this.epoch || (step !== this.step && !Number.isNaN(step));
    // The batches of an evaluation are counted too; those of the training go on beyond where it began.
    const isWithin = Object.is(epoch, this.epoch) && step < this.#trained;
    if (moves && !isWithin && !(Number.isNaN(epoch) && Number.isNaN(step))) this.#leave();
    this.epoch = epoch;
    this.step = step;
  }

  #leave(): void {
    this.section = null;
    this.#trained = NaN;
    this.#ownStep = false;
  }

  /** A section begins: its numbers are of the epoch, no longer of the step before it, unless its header says a step. */
  enter(section: Split | null): void {
    if (section === null) return;
    if (section === 'train') this.#trained = NaN;
    else if (this.#announced || section !== this.section) {
      this.#trained = this.step;
      this.#ownStep = this.#announced;
      if (!this.#announced) this.step = NaN;
    }
    this.section = section;
  }
}
