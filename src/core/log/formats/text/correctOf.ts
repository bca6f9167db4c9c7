import { counterAt } from './counterAt';
import { NOTHING, type Plan } from './plan';
import type { Slot } from './slots';

const CORRECT = /^\W{0,9}epoch #?\d{1,9}\s?: \d{1,9} \/ \d{4,9}\s*$/i;

/**
 * `Epoch 3: 9482 / 10000`, as the networks of a well-known book say how many samples they got right; `null` where a
 * line is none of these. A counter of batches begins with the first of them.
 */
export function correctPlan(message: string, slots: readonly Slot[]): Plan | null {
  const [, correct, total] = slots;
  if (correct === undefined || total === undefined || !CORRECT.test(message)) return null;
  if (Number(correct.own) < Number(total.own) / 20) return null;
  const column = {
    name: 'accuracy',
    slot: correct.index,
    kind: 'measure',
    isLoss: false,
    split: null,
    named: false,
    label: '',
    average: -1,
    divisor: total.index,
  } as const;
  return { ...NOTHING, epoch: counterAt(slots, 0, 'epoch'), columns: [column], evidence: true };
}
