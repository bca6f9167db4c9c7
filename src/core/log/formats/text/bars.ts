import type { Emitter } from './emitter';
import type { Reading } from './reading';
import type { Marks } from './marks';
import { WholeBar } from './wholeBar';

/** Records behind a bar that may be of the whole training: with more of them it is of an epoch. */
const MOST_WAITING = 2000;

/** How far a bar is. */
export interface Progress {
  readonly at: number;
  readonly total: number;
  /** Whether its last state counts even if it did not reach the end (batches of an evaluation). */
  readonly always: boolean;
  /** Whether it is of other batches than those of the training, whatever its line says. */
  readonly isOther?: boolean;
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

  readonly #marks: Marks;
  readonly #whole = new WholeBar();
  /** The first finished bar, as long as it is not known what it is of, and the records behind it. */
  #waiting: Reading[] | null = null;

  constructor(emitter: Emitter, marks: Marks) {
    this.#emitter = emitter;
    this.#marks = marks;
  }

  /** Whether the end of the log would add nothing, here and behind. */
  get isSettled(): boolean {
    const isOwn = this.#drawn === null && this.#waiting === null && !this.#whole.isWhole;
    return isOwn && this.#emitter.isSettled && this.#marks.isSettled;
  }

  draw(reading: Reading, progress: Progress): void {
    if (!this.#isCourse(reading, progress)) this.#draw(reading, progress);
  }

  /** Whether a bar is of the whole training, as far as it is known: then what it shows is a point already. */
  #isCourse(reading: Reading, { always, at, total }: Progress): boolean {
    if (always || reading.template.plan.epoch !== null) return false;
    if (this.#whole.see(reading, at, total)) this.#settle();
    if (!this.#whole.isWhole) return false;
    this.#drawn = null;
    this.#course(false);
    return true;
  }

  #draw(reading: Reading, progress: Progress): void {
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
    const { at, total, always } = progress;
    this.#drawn = { at, total, always, reading };
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
    const { reading, total, always } = drawn;
    const waits = this.#waiting === null && !always && this.#whole.mayBeWhole(reading, total);
    if (waits) this.#waiting = [this.#told(drawn)];
    else this.pass(this.#told(drawn));
  }

  /** Whether a record that is no bar goes straight to the sink. */
  get isOpen(): boolean {
    return this.#waiting === null && this.#emitter.isOpen;
  }

  /** A record that is no bar: it waits behind one that may have more to say. */
  pass(reading: Reading): void {
    if (this.#waiting === null) this.#emitter.emit(reading);
    else if (this.#waiting.push(reading) > MOST_WAITING) this.#settle();
  }

  /** The log has ended: a bar that was the only one is of the whole training. */
  end(): void {
    const drawn = this.#drawn;
    const isOnly =
      drawn !== null && !drawn.always && this.#whole.mayBeWhole(drawn.reading, drawn.total);
    this.flush();
    const [first, ...behind] = this.#waiting ?? [];
    const mayBe = isOnly || first !== undefined || this.#whole.isWhole;
    this.#waiting = null;
    const isCourse = mayBe && this.#course(true);
    if (!isCourse && first !== undefined) this.#emitter.emit(first);
    for (const reading of behind) this.#emitter.emit(reading);
  }

  /** Hands out what the one bar of a training has shown so far; whether that is a curve. */
  #course(isEnd: boolean): boolean {
    const points = this.#whole.taken(isEnd);
    const [first] = points;
    if (first === undefined || (points.length < 2 && !this.#whole.isWhole)) return false;
    if (first.template.plan.columns.some(column => column.kind === 'measure'))
      this.#emitter.trust();
    if (Number.isNaN(first.step)) this.#marks.planned(1, this.#whole.total, first.line);
    for (const point of points) this.#emitter.emit(point);
    return true;
  }

  /** The bar that was waiting is of an epoch. */
  #settle(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const reading of waiting) this.#emitter.emit(reading);
  }

  /** A second bar of another length under the same names in one epoch is of the evaluation (train, then test). */
  #told(drawn: Drawn): Reading {
    const { reading, total } = drawn;
    if (!Object.is(reading.epoch, this.#epoch)) this.#lengths.clear();
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
