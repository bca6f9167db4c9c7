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

  /** Whether the last batches were those of an evaluation. */
  get isOpen(): boolean {
    return this.#isSecond;
  }

  /** How far the evaluation of a line is; `null`: its batches are of the training, or it has none. NaN: it prints none. */
  of(
    { isBatch, plan }: Template,
    epoch: number,
    step: number,
    numbers: LineNumbers,
  ): Progress | null {
    const counter = plan.step;
    if (!isBatch || counter === null || counter.total < 0 || Number.isNaN(step)) return null;
    if (epoch !== this.#epoch) this.#isSecond = false;
    else if (!this.#isSecond && step < this.#step)
      this.#isSecond = numbers.value(counter.total) < this.#step;
    this.#epoch = epoch;
    if (!this.#isSecond) {
      this.#step = step;
      return null;
    }
    return { at: step, total: numbers.value(counter.total), always: true, isOther: true };
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
