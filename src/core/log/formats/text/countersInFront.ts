import { meaningOf } from '../../name';
import { SPLIT_WORDS } from '../../vocabulary';
import { behindEpoch, counterAt } from './counterAt';
import { labelSplit } from './labels';
import type { Counter } from './plan';
import type { Slot } from './slots';

/** Counters that no word names. */
interface Unworded {
  readonly epoch?: Counter;
  readonly step?: Counter;
}

/** Whole numbers that open the line without a counter's word in front of them. */
export function countersInFront(slots: readonly Slot[]): Unworded {
  const share = slots.findIndex((slot, at) => isShare(slot, slots[at + 1]));
  if (share >= 0) return { step: { ...counterAt(slots, share, 'step'), name: 'step' } };
  const [first, second] = slots;
  if (first?.role !== 'value' || !first.integer || first.percent) return {};
  if (isPart(first, second, slots[2])) {
    return { step: { ...counterAt(slots, 0, 'step'), name: 'step', weak: true } };
  }
  if (first.phrase.labels.length > 0) return {};
  if (first.phrase.name === '') return unnamed(slots, first, second);
  return isStepOfMeasure(first, second)
    ? { step: counterAt(slots, 0, 'step') }
    : splitInFront(slots, first);
}

/** `(5000 5%)`, `5000 5% (1m 2s)`: how much was done, and which share of all that is. */
export function isShare(slot: Slot, next: Slot | undefined): boolean {
  return (
    slot.integer &&
    slot.phrase.name === '' &&
    /^\s+$/.test(slot.after) &&
    next?.percent === true &&
    next.integer
  );
}

/** `coco:, 100/50000, train/total_loss: 2.61`: a fraction without a name in front of a measure. */
function isPart(first: Slot, total: Slot | undefined, next: Slot | undefined): boolean {
  if (total?.role !== 'total' || !total.integer || !/^,\s/.test(total.after)) return false;
  if (meaningOf(first.phrase.name).kind !== 'unknown') return false;
  return next?.phrase.keyed === true && meaningOf(next.phrase.name).kind === 'measure';
}

/** `Train loss 120 0.345`, `Validation loss 1000: 0.712`: the step stands between a measure and its value. */
function isStepOfMeasure(first: Slot, second: Slot | undefined): boolean {
  if (second?.role !== 'value' || second.integer || second.phrase.name !== '') return false;
  return /^:?\s+$/.test(first.after) && meaningOf(first.phrase.name).kind === 'measure';
}

/** `12: learn: 0.3`, `10 | loss 9.3`; in brackets see below. */
function unnamed(slots: readonly Slot[], first: Slot, second: Slot | undefined): Unworded {
  const step = counterAt(slots, 0, 'step');
  if (/^\s*\|\s/.test(first.after)) return { step: { ...step, name: 'step' } };
  if (first.phrase.open !== '[') {
    // `120 [D loss: 0.6, acc.: 50.00%] [G loss: 0.8]`
    if (/^\s\[[A-Za-z]/.test(first.after)) return { step: { ...step, name: 'step' } };
    const epoch = { ...step, kind: 'epoch', name: 'epoch' } as const;
    const batches = withFraction(slots, first, epoch);
    if (batches !== null) return batches;
    if (!/^\s*:\s/.test(first.after)) return leading(first, second, step);
    // What counts images beside its rounds is no boosting.
    const ofImages = slots.some(slot => /^\s*images\b/.test(slot.after));
    return { step: ofImages ? { ...step, name: 'iteration' } : step };
  }
  // Boosting calls no score plainly a loss.
  const isOfLoss = slots.some(slot => /(?:^|_)loss$/i.test(slot.phrase.name));
  return bracketed(slots, first, second, isOfLoss ? { ...step, name: 'step' } : step);
}

/** `1, 3/468, d1=0.716, d2=0.6 g=0.695`: an epoch and its batch in front of names with values. */
function withFraction(slots: readonly Slot[], first: Slot, epoch: Counter): Unworded | null {
  const [, second, total, ...values] = slots;
  const counts = second?.role === 'value' && second.phrase.name === '' && total?.role === 'total';
  if (!counts || !/^,\s$/.test(first.after) || !/^,\s/.test(total.after)) return null;
  const areValues = values.every(({ phrase, integer }) => phrase.keyed && !integer);
  return areValues && values.length > 1 ? { epoch, step: counterAt(slots, 1, 'step') } : null;
}

/** `3   train loss: 0.89`, `120 loss: 0.41`: a whole number in front of a measure with its value; an epoch where that is said to be of a split. */
function leading(first: Slot, second: Slot | undefined, step: Counter): Unworded {
  if (second?.role !== 'value' || second.integer || !second.phrase.keyed) return {};
  if (first.phrase.open !== '' || !/^(?:[.)]?\s+|\s*[,;-]\s+)[A-Za-z]/.test(first.after)) return {};
  const { kind, split } = meaningOf(second.phrase.name);
  if (kind !== 'measure' || second.phrase.labels.length > 0) return {};
  return split === null
    ? { step: { ...step, name: 'step', weak: true } }
    : { epoch: { ...step, kind: 'epoch', name: 'epoch', weak: true } };
}

/** Counters in brackets: epoch and batch, an epoch, a step or a round. */
function bracketed(
  slots: readonly Slot[],
  first: Slot,
  second: Slot | undefined,
  step: Counter,
): Unworded {
  const epoch = { ...step, kind: 'epoch', name: 'epoch' } as const;
  const batch = batchBehind(slots, epoch, second);
  if (batch !== null) return { epoch, step: batch };
  if (!CLOSED.test(step.total < 0 ? first.after : (second?.after ?? ''))) return {};
  if (step.total < 0 || saysTree(slots)) return { step };
  if (isEvaluated(slots)) return { epoch };
  return hasLoss(slots) ? { step: { ...step, name: 'step', weak: true } } : {};
}

/** `[25/200] loss=0.51` */
function hasLoss(slots: readonly Slot[]): boolean {
  return slots.some(({ phrase, integer }) => /^loss$/i.test(phrase.name) && !integer);
}

/** `[3/20] 1 tree, 5 leaves`: rounds of boosting. */
function saysTree(slots: readonly Slot[]): boolean {
  return slots.some(slot => /^\s*trees?\b/.test(slot.after));
}

/** Settings that a search tries. */
const TRIED =
  /^(?:C|gamma|kernel|alpha|degree|max[_ ]?depth|n[_ ]?estimators|hidden(?:[_ ](?:size|dim|units))?|dropout|batch[_ ]?size)$/;

/** `[8/12] C=10, gamma=0.001... Val Acc: 0.82`: one of the settings that are tried. */
function isSearched(slots: readonly Slot[]): boolean {
  const first = slots.find(({ role, phrase }) => role === 'value' && phrase.name !== '');
  return first?.phrase.keyed === true && TRIED.test(first.phrase.name);
}

/** `[3/20] train loss: 0.5, val loss: 0.6`: no batch is evaluated on its own. */
function isEvaluated(slots: readonly Slot[]): boolean {
  if (isSearched(slots)) return false;
  return slots.some(slot => {
    const { kind, split } = meaningOf(slot.phrase.name);
    const isNamed = kind === 'measure' || SPLIT_WORDS.has(slot.phrase.name.toLowerCase());
    return isNamed && !slot.integer && split !== null && split !== 'train';
  });
}

/** `[1, 2000] loss: 2.2`, `[0/25][3/1583] Loss_D: 1.6`: epoch and batch. `[50] valid's auc: 0.9` is one counter. */
function batchBehind(
  slots: readonly Slot[],
  epoch: Counter,
  second: Slot | undefined,
): Counter | null {
  if (second?.role === 'item' || isBehindColon(slots[0]!, second)) {
    return second!.integer && CLOSED.test(second!.after) ? counterAt(slots, 1, 'step') : null;
  }
  const batch = epoch.total < 0 ? null : behindEpoch(slots, epoch, false);
  return batch !== null && batch.total >= 0 ? batch : null;
}

/** `[0 : 100] loss G : 614.9` */
function isBehindColon({ after }: Slot, second: Slot | undefined): boolean {
  return second?.role === 'value' && second.phrase.name === '' && /^\s{1,4}:\s{1,9}$/.test(after);
}

const CLOSED = /^\s*\]/;

/** `[Train 10/1882] {'train_loss': 0.5}`: how far the training is, in front of what it measures. */
function isPartOf([first, total, next]: readonly Slot[], counter: Slot): boolean {
  if (first !== counter || total?.role !== 'total' || !total.integer) return false;
  return /^\s{0,2}[\]:|,)]/.test(total.after) && next?.phrase.keyed === true && !next.integer;
}

/** `Train: 3 [50/1251 (4%)]`, `Train: [3/300][50/1251]`: a split names the epoch, brackets hold its batches. */
function splitInFront(slots: readonly Slot[], first: Slot): Unworded {
  if (labelSplit(first.phrase.name) === null || /^cv$/i.test(first.phrase.name)) return {};
  const epoch = { ...counterAt(slots, 0, 'epoch'), name: 'epoch' };
  // `Train:    1/80 (  1%) [  50/1856 (  3%)]`
  const counted = slots.filter(slot => !(slot.percent && slot.phrase.open === '('));
  const step = behindEpoch(counted, epoch, false);
  if (step !== null && step.total >= 0) return { epoch, step };
  return isPartOf(slots, first) ? { step: { ...epoch, kind: 'step', name: 'step' } } : {};
}
