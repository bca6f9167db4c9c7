import type { Split } from '../../format';

/** Where the log has got to: what lines without counters and signs of their own belong to. NaN: it has not said. */
export class Context {
  epoch = NaN;
  step = NaN;
  /** What the section says that the next numbers were computed on. */
  section: Split | null = null;

  /** Takes over the counters a line prints itself (NaN: it prints none); a section ends where one of them moves. */
  count(epoch: number, step: number): void {
    const hasEpoch = !Number.isNaN(epoch);
    const hasStep = !Number.isNaN(step);
    if (hasEpoch && epoch !== this.epoch) this.section = null;
    if (hasStep && step !== this.step) this.section = null;
    if (hasEpoch) this.epoch = epoch;
    if (hasEpoch || hasStep) this.step = step;
  }

  /** A section begins: its numbers are of the epoch, no longer of the step before it. */
  enter(section: Split): void {
    if (section !== 'train' && section !== this.section) this.step = NaN;
    this.section = section;
  }
}
