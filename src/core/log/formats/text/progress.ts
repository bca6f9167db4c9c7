import type { Progress } from './bars';
import type { LineNumbers } from './lineNumbers';
import type { Plan } from './plan';
import type { Template } from './template';

/**
 * The passes of an epoch: what goes through fewer batches than the epoch has already done goes through others, and is an
 * evaluation, whatever its lines say.
 */
export class Passes {
  #epoch = NaN;
  #step = NaN;
  #isSecond = false;
  /** Lines of different counts are printed in turn: what they count are no passes. */
  #isMixed = false;
  readonly #last = new WeakMap<Template, { epoch: number; step: number }>();

  /** Whether the last batches were those of an evaluation. */
  get isOpen(): boolean {
    return this.#isSecond;
  }

  /** How far the evaluation of a line is; `null`: its batches are of the training, or it has none. NaN: it prints none. */
  of(template: Template, epoch: number, step: number, numbers: LineNumbers): Progress | null {
    const counter = template.plan.step;
    if (this.#isMixed || !template.isBatch || counter === null || counter.total < 0) return null;
    if (Number.isNaN(step)) return null;
    const total = numbers.value(counter.total);
    this.#turn(epoch, step, total, this.#goesOn(template, epoch, step));
    if (this.#isSecond) return { at: step, total, always: true, isOther: true };
    this.#step = step;
    return null;
  }

  /** Finds out in which pass a line is; `goesOn`: it is of one with lines before it. */
  #turn(epoch: number, step: number, total: number, goesOn: boolean): void {
    if (epoch !== this.#epoch) this.#isSecond = false;
    else if (!this.#isSecond && step < this.#step && !goesOn) this.#isSecond = total < this.#step;
    this.#epoch = epoch;
    // The training goes on beyond where it was left: it was no evaluation that stood in between.
    if (this.#isSecond && goesOn && step > this.#step) {
      this.#isMixed = true;
      this.#isSecond = false;
    }
  }

  /** Whether such lines have counted less in this epoch: they are of one pass with this one. */
  #goesOn(template: Template, epoch: number, step: number): boolean {
    const last = this.#last.get(template);
    const goesOn = last?.epoch === epoch && last.step < step;
    if (last === undefined) this.#last.set(template, { epoch, step });
    else {
      last.epoch = epoch;
      last.step = step;
    }
    return goesOn;
  }
}

/** How far the bar of a line is; what stands at the end of an evaluation always counts. `null`: it is no bar. */
export function progressOf({ bar, split }: Plan, numbers: LineNumbers): Progress | null {
  if (bar === null) return null;
  const total = numbers.value(bar.total);
  const always = split === 'validation' || split === 'test';
  return total > 0 ? { at: numbers.value(bar.at), total, always } : null;
}

/** What stands for values that nobody will see. */
export const NO_VALUES: readonly number[] = [];

/** Whether what a bar shows may become a point: one within an epoch does so at its end only, or shows that of the bar before (see Bars). */
export function mayBeShown({ epoch }: Plan, { at, total, always }: Progress): boolean {
  return always || epoch === null || at === 0 || at >= total;
}
