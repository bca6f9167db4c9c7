import { meaningOf } from '../../name';
import { translated } from '../../foreignWords';
import { wordsOf } from '../../words';
import { COUNTER_LETTERS, type CounterKind, counterOf, isGlobal } from './counterWords';
import { labelSplit } from './labels';
import type { Counter } from './plan';
import type { Slot } from './slots';

/** The counters of a line: at most one of each kind. */
export interface Counters {
  readonly epoch: Counter | null;
  readonly step: Counter | null;
  readonly run: Counter | null;
}

type Found = { -readonly [kind in CounterKind]: Counter | null };

/** The words of a counter's name, abbreviations with their point (`Ep.`) and snake case in one piece included. */
export function counterWords(name: string): readonly string[] {
  const whole = translated(name)
    .toLowerCase()
    .split(/[\s\-.:/#]+/)
    .filter(word => word !== '');
  const last = whole.at(-1) ?? '';
  return counterOf([last]) !== null || !last.includes('_')
    ? whole
    : [...whole.slice(0, -1), ...wordsOf(last)];
}

/** Finds what a line counts, by the words in front of its whole numbers and by where unnamed ones stand. */
export function countersOf(slots: readonly Slot[], hasBar: boolean): Counters {
  const found: Found = { epoch: null, step: null, run: null };
  slots.forEach((slot, at) => {
    const next = slots[at + 1];
    if (next?.role === 'total' && BOTH.test(slot.phrase.name)) {
      keep(found, 'epoch', { kind: 'epoch', slot: slot.index, total: -1, name: 'epoch' });
      keep(found, 'step', { kind: 'step', slot: next.index, total: -1, name: 'iter' });
      return;
    }
    // `3/20epoch`: the word stands behind the total.
    const after = next?.role === 'total' ? next.after : slot.after;
    const kind = slot.role === 'value' ? kindOf(slot, at, after, next?.role === 'total') : null;
    if (kind !== null) keep(found, kind, counterAt(slots, at, kind));
  });
  if (found.epoch !== null)
    found.step = withBatch(found.step, behindEpoch(slots, found.epoch, hasBar));
  else if (found.step === null) Object.assign(found, inFront(slots));
  else if (isOfNothing(slots, found.step)) Object.assign(found, ofEpoch(found.step));
  return found;
}

/** `Batch 3/0`: no fraction, but the epoch and its first batch. */
function isOfNothing(slots: readonly Slot[], { total }: Counter): boolean {
  return slots.some(slot => slot.index === total && slot.own === '0');
}

function ofEpoch(step: Counter): Partial<Counters> {
  const epoch = { ...step, kind: 'epoch', total: -1, name: 'epoch' } as const;
  return { epoch, step: { ...step, slot: step.total, total: -1 } };
}

/** `epoch/iter: 52/13673`: two counters with their names in the same order. */
const BOTH = /^epochs?\s?\/\s?(?:iter|step|batch)\w*$/i;

/** The step of a line that may count the batches of its epoch too. */
function withBatch(step: Counter | null, batch: Counter | null): Counter | null {
  if (step === null || batch === null || batch.total < 0) return step ?? batch;
  return { ...step, within: true };
}

function kindOf(slot: Slot, at: number, after: string, isPart: boolean): CounterKind | null {
  const { name } = slot.phrase;
  if (slot.percent) return null;
  const behind = slot.integer ? kindBehind(after, name.endsWith('第')) : null;
  if (behind !== null || name === '') return behind;
  const words = counterWords(name);
  const kind = (at === 0 ? letterKind(slot, words) : null) ?? counterOf(words);
  return kind !== null && isCount(slot, kind, isPart) ? kind : null;
}

/** `s:120 trl:3.2`: a letter that opens the line counts. */
function letterKind(slot: Slot, words: readonly string[]): CounterKind | null {
  if (!slot.phrase.keyed || words.length !== 1) return null;
  return COUNTER_LETTERS.get(words[0]!) ?? null;
}

/** `1 epoch = 2640 batches`: how long an epoch is. */
const LENGTH = /^\s?(?:batches|steps|iterations|iters|updates)\s*(?:$|[,.;)])/;

/** Epochs may be fractions (`'epoch': 26.32`, `epoch 0.07 / 20`), but only as the value of a key or with a total; `1 epoch: 38.9 secs` is a time. */
function isCount(slot: Slot, kind: CounterKind, isPart: boolean): boolean {
  if (kind === 'epoch' && LENGTH.test(slot.after)) return false;
  if (slot.measured && !/^\s?(?:steps|epochs|batch|iter)/.test(slot.after)) return false;
  return slot.integer || (kind === 'epoch' && (slot.phrase.keyed || isPart));
}

/** `3epoch`, `100batch`, `第3轮`, `第120步`: the counter's word stands behind its number. */
function kindBehind(after: string, isOrdinal: boolean): CounterKind | null {
  const grown = /^(epoch|batch|iter|step)s?\b/i.exec(after)?.[1];
  if (grown !== undefined) return grown.toLowerCase() === 'epoch' ? 'epoch' : 'step';
  if (!isOrdinal) return null;
  if (
    /^\s*(?:轮|輪|[个個]?\s*(?:epoch|[训訓][练練])?[周週]期|[个個]?\s*epoch|代|回合|期)/i.test(
      after,
    )
  )
    return 'epoch';
  return /^\s*(?:步|次|批)/.test(after) ? 'step' : null;
}

function counterAt(slots: readonly Slot[], at: number, kind: CounterKind): Counter {
  const next = slots[at + 1];
  const total = next?.role === 'total' ? next.index : -1;
  return { kind, slot: slots[at]!.index, total, name: slots[at]!.phrase.name };
}

/** The first counter of a kind counts, unless a later one says that it is the global one. */
function keep(found: Found, kind: CounterKind, counter: Counter): void {
  const known = found[kind];
  if (
    known === null ||
    (isGlobal(counterWords(counter.name)) && !isGlobal(counterWords(known.name)))
  ) {
    found[kind] = counter;
  }
}

/** `Epoch [5][100/1875]`, `Train Epoch: 1 [640/60000 (1%)]`: an unnamed whole number behind the epoch. */
function behindEpoch(slots: readonly Slot[], epoch: Counter, hasBar: boolean): Counter | null {
  const last = Math.max(epoch.slot, epoch.total);
  const at = slots.findIndex(slot => slot.index === last) + 1;
  const slot = slots[at];
  if (slot === undefined || hasBar || at === 0 || !mayBeBatch(slot)) return null;
  const counter = counterAt(slots, at, 'step');
  return slot.phrase.open === '[' || counter.total >= 0 ? counter : null;
}

function mayBeBatch({ role, phrase, integer, percent }: Slot): boolean {
  return (role === 'value' || role === 'aside') && phrase.name === '' && integer && !percent;
}

/** Whole numbers that open the line without a counter's word in front of them. */
function inFront(slots: readonly Slot[]): Partial<Counters> {
  const share = slots.findIndex((slot, at) => isShare(slot, slots[at + 1]));
  if (share >= 0) return { step: { ...counterAt(slots, share, 'step'), name: 'step' } };
  const [first, second] = slots;
  if (first?.role !== 'value' || !first.integer || first.percent) return {};
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

/** `Train loss 120 0.345`, `Validation loss 1000: 0.712`: the step stands between a measure and its value. */
function isStepOfMeasure(first: Slot, second: Slot | undefined): boolean {
  if (second?.role !== 'value' || second.integer || second.phrase.name !== '') return false;
  return /^:?\s+$/.test(first.after) && meaningOf(first.phrase.name).kind === 'measure';
}

/** `12: learn: 0.3`, `10 | loss 9.3`; in brackets see below. */
function unnamed(slots: readonly Slot[], first: Slot, second: Slot | undefined): Partial<Counters> {
  const step = counterAt(slots, 0, 'step');
  if (/^\s*\|\s/.test(first.after)) return { step: { ...step, name: 'step' } };
  if (first.phrase.open !== '[') {
    // `120 [D loss: 0.6, acc.: 50.00%] [G loss: 0.8]`
    if (/^\s\[[A-Za-z]/.test(first.after)) return { step: { ...step, name: 'step' } };
    if (!/^\s*:\s/.test(first.after)) return leading(first, second, step);
    // What counts images beside its rounds is no boosting.
    const ofImages = slots.some(slot => /^\s*images\b/.test(slot.after));
    return { step: ofImages ? { ...step, name: 'iteration' } : step };
  }
  // Boosting calls no score plainly a loss.
  const hasLoss = slots.some(slot => /(?:^|_)loss$/i.test(slot.phrase.name));
  return bracketed(slots, first, second, hasLoss ? { ...step, name: 'step' } : step);
}

/** `3   train loss: 0.89`, `120 loss: 0.41`: a whole number in front of a measure with its value; an epoch where that is said to be of a split. */
function leading(first: Slot, second: Slot | undefined, step: Counter): Partial<Counters> {
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
): Partial<Counters> {
  const epoch = { ...step, kind: 'epoch', name: 'epoch' } as const;
  const batch = batchBehind(slots, epoch, second);
  if (batch !== null) return { epoch, step: batch };
  if (!CLOSED.test(step.total < 0 ? first.after : (second?.after ?? ''))) return {};
  if (step.total < 0 || saysTree(slots)) return { step };
  return isEvaluated(slots) ? { epoch } : {};
}

/** `[3/20] 1 tree, 5 leaves`: rounds of boosting. */
function saysTree(slots: readonly Slot[]): boolean {
  return slots.some(slot => /^\s*trees?\b/.test(slot.after));
}

/** `[3/20] train loss: 0.5, val loss: 0.6`: no batch is evaluated on its own. */
function isEvaluated(slots: readonly Slot[]): boolean {
  return slots.some(slot => {
    const { kind, split } = meaningOf(slot.phrase.name);
    return kind === 'measure' && split === 'validation';
  });
}

/** `[1, 2000] loss: 2.2`, `[0/25][3/1583] Loss_D: 1.6`: epoch and batch. `[50] valid's auc: 0.9` is one counter. */
function batchBehind(
  slots: readonly Slot[],
  epoch: Counter,
  second: Slot | undefined,
): Counter | null {
  if (second?.role === 'item') {
    return second.integer && CLOSED.test(second.after) ? counterAt(slots, 1, 'step') : null;
  }
  const batch = epoch.total < 0 ? null : behindEpoch(slots, epoch, false);
  return batch !== null && batch.total >= 0 ? batch : null;
}

const CLOSED = /^\s*\]/;

/** `Train: 3 [50/1251 (4%)]`, `Train: [3/300][50/1251]`: a split names the epoch, brackets hold its batches. */
function splitInFront(slots: readonly Slot[], first: Slot): Partial<Counters> {
  if (labelSplit(first.phrase.name) === null) return {};
  const epoch = { ...counterAt(slots, 0, 'epoch'), name: 'epoch' };
  const step = behindEpoch(slots, epoch, false);
  return step === null || step.total < 0 ? {} : { epoch, step };
}
