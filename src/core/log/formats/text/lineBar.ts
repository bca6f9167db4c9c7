import type { Split } from '../../format';
import { counterOf } from './counterWords';
import { type Counters, counterWords } from './counters';
import type { Plan } from './plan';
import type { Slot } from './slots';

const DRAWN = /[\u2500-\u259f]|%\|/;

/** A progress bar: `[=====>....]`, `45%|███`, `[=== 391/391 ===>]`, with how far it is. */
export function barOf(message: string, slots: readonly Slot[]): Plan['bar'] {
  if (
    !DRAWN.test(message) &&
    !/\[[=#>.-]{5,}[\s\]\d]|(?<![=#])[=#]{3,}\s*\d+\/\d+\s*[=#>.]/.test(message)
  )
    return null;
  const at = slots.findIndex((slot, index) => {
    return slot.role === 'total' && mayBeProgress(slots[index - 1]!);
  });
  if (at < 1) return null;
  const epochs = /\bepochs?\b[^|]{0,20}\d%/i.test(message.slice(0, 200));
  return { at: slots[at - 1]!.index, total: slots[at]!.index, epochs };
}

/** `10/20 [==>..]`, `step 10/20 [==>..]`: a whole number without a name, or under that of a step. */
function mayBeProgress({ phrase, integer }: Slot): boolean {
  return integer && (phrase.name === '' || counterOf(counterWords(phrase.name)) === 'step');
}

/** Batches of an evaluation, `Test: [30/31] Loss 2.04 (2.10)`: only what stands at its end is a point. */
export function evaluationBar(
  slots: readonly Slot[],
  counters: Counters,
  split: Split | null,
): Plan['bar'] {
  if (split !== 'validation' && split !== 'test') return null;
  if (counters.step !== null && counters.step.total >= 0)
    return { at: counters.step.slot, total: counters.step.total };
  const at = slots.findIndex((slot, index) => {
    return slot.phrase.open === '[' && slot.integer && slots[index + 1]?.role === 'total';
  });
  return at < 0 || counters.epoch?.slot === slots[at]!.index
    ? null
    : { at: slots[at]!.index, total: slots[at + 1]!.index };
}
