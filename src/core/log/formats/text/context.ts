import type { Split } from '../../format';

/** Where the log has got to: what lines without counters and signs of their own belong to. NaN: it has not said. */
export class Context {
  epoch = NaN;
  step = NaN;
  /** What the section says that the next numbers were computed on. */
  section: Split | null = null;
  /** What announced the epoch. */
  #header: object | null = null;

  /** Whether the log has counted anything yet. */
  get isPlace(): boolean {
    return !Number.isNaN(this.epoch) || !Number.isNaN(this.step);
  }

  /** Takes over the counters a line prints itself (NaN: it prints none); `announced`: by a header, `by`: its plan. A section ends where one of them moves. */
  count(epoch: number, step: number, announced: boolean, by: object): void {
    // `epoch=0` under a header `Epoch 1/16` is the same epoch, counted from zero.
    const isEcho = announced && epoch === this.epoch - 1 && by !== this.#header;
    const hasEpoch = !Number.isNaN(epoch) && !isEcho;
    if (hasEpoch && announced) this.#header = by;
    const hasStep = !Number.isNaN(step);
    if (hasEpoch && epoch !== this.epoch) this.section = null;
    if (hasStep && step !== this.step) this.section = null;
    if (hasEpoch) this.epoch = epoch;
    if (hasEpoch || hasStep) this.step = step;
  }

  /** A section begins: its numbers are of the epoch, no longer of the step before it. */
  enter(section: Split | null): void {
    if (section === null) return;
    if (section !== 'train' && section !== this.section) this.step = NaN;
    this.section = section;
  }
}
