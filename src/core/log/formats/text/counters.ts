import { translated } from '../../foreignWords';
import { wordsOf } from '../../words';
import { behindEpoch, counterAt } from './counterAt';
import { countersInFront } from './countersInFront';
import { COUNTER_LETTERS, type CounterKind, counterOf, isGlobal } from './counterWords';
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
  else if (found.step === null) Object.assign(found, countersInFront(slots));
  else if (isOfNothing(slots, found.step)) Object.assign(found, ofEpoch(found.step));
  else found.epoch = epochInFront(slots);
  return found;
}

/** `Train: 1/80 [50/1856] … acc_iter 51`: the epoch in front of its batches, beside a global step. */
function epochInFront(slots: readonly Slot[]): Counter | null {
  const { epoch = null, step } = countersInFront(slots);
  return step === undefined ? null : epoch;
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
