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
  const whole = name
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
    const kind = slot.role === 'value' ? kindOf(slot, at) : null;
    if (kind !== null) keep(found, kind, counterAt(slots, at, kind));
  });
  if (found.epoch !== null) found.step ??= behindEpoch(slots, found.epoch, hasBar);
  else if (found.step === null) Object.assign(found, inFront(slots));
  return found;
}

function kindOf(slot: Slot, at: number): CounterKind | null {
  const { name } = slot.phrase;
  if (name === '' || slot.percent) return null;
  if (name.endsWith('第') && slot.integer) return ordinalKind(slot.after);
  const words = counterWords(name);
  const kind = (at === 0 ? letterKind(slot, words) : null) ?? counterOf(words);
  return kind !== null && isCount(slot, kind) ? kind : null;
}

/** `s:120 trl:3.2`: a letter that opens the line counts. */
function letterKind(slot: Slot, words: readonly string[]): CounterKind | null {
  if (!slot.phrase.keyed || words.length !== 1) return null;
  return COUNTER_LETTERS.get(words[0]!) ?? null;
}

/** Epochs may be fractions (`'epoch': 26.32`), but only as the value of a key; `1 epoch: 38.9 secs` is a time. */
function isCount(slot: Slot, kind: CounterKind): boolean {
  if (slot.measured && !/^\s?(?:steps|epochs)/.test(slot.after)) return false;
  return slot.integer || (kind === 'epoch' && slot.phrase.keyed);
}

/** `第3轮`, `第120步`: the counter's word stands behind its number. */
function ordinalKind(after: string): CounterKind | null {
  if (/^\s*(?:轮|个?\s*epoch|代|回合|期)/i.test(after)) return 'epoch';
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
  if (slot === undefined || hasBar || at === 0) return null;
  if (slot.role !== 'value' && slot.role !== 'aside') return null;
  const counter = counterAt(slots, at, 'step');
  const bracket = slot.phrase.open === '[' || counter.total >= 0;
  return slot.phrase.name === '' && slot.integer && bracket ? counter : null;
}

/** Unnamed whole numbers that open the line. */
function inFront(slots: readonly Slot[]): Partial<Counters> {
  const [first, second] = slots;
  if (first?.role !== 'value' || !first.integer || first.phrase.labels.length > 0) return {};
  return first.phrase.name === '' ? unnamed(slots, first, second) : splitInFront(slots, first);
}

/** `[50] valid's auc: 0.9`, `12: learn: 0.3`, `[1, 2000] loss: 2.2`. */
function unnamed(slots: readonly Slot[], first: Slot, second: Slot | undefined): Partial<Counters> {
  const step = counterAt(slots, 0, 'step');
  if (first.phrase.open !== '[') return /^:\s/.test(first.after) ? { step } : {};
  if (second?.role === 'item' && second.integer && /^\s*\]/.test(second.after)) {
    return { epoch: { ...step, kind: 'epoch' }, step: counterAt(slots, 1, 'step') };
  }
  return /^\s*\]/.test(first.after) ? { step } : {};
}

/** `Train: 3 [50/1251 (4%)]`, `Train: [3/300][50/1251]`: a split names the epoch, brackets hold its batches. */
function splitInFront(slots: readonly Slot[], first: Slot): Partial<Counters> {
  if (labelSplit(first.phrase.name) === null) return {};
  const epoch = { ...counterAt(slots, 0, 'epoch'), name: 'epoch' };
  const step = behindEpoch(slots, epoch, false);
  return step === null || step.total < 0 ? {} : { epoch, step };
}
