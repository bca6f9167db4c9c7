import { meaningOf } from '../../name';
import { isShare } from './countersInFront';
import { tidied } from './phrase';
import type { Slot } from './slots';

/** The name next to a number; where it has none, what else of the line says it. */
export function nameInFront(
  slots: readonly Slot[],
  at: number,
  counted: ReadonlySet<number | undefined>,
): string {
  const isLoss = isFirstLoss(slots, at, counted) || isBehindShare(slots, at);
  if (isLoss || isOnlyValue(slots, at, counted)) return 'loss';
  return slots[at]!.phrase.name || withParameter(slots, at) || nameBefore(slots, at, counted);
}

/** `Recall(k=20): 0.23`, `Recall(20): 0.23`: a name whose parameter is a number. */
function withParameter(slots: readonly Slot[], at: number): string {
  const before = slots[at - 1];
  if (before === undefined || !slots[at]!.phrase.keyed || !isParameter(before)) return '';
  const { name, labels, open } = before.phrase;
  const owner = open === '(' ? name : (labels.at(-1) ?? '');
  return owner === '' ? '' : `${owner}@${before.own}`;
}

/** Whether a number is the parameter of the name in front of it, whose value follows. */
export function isParameter({ role, integer, phrase, after }: Slot): boolean {
  if (role !== 'value' || !integer || !/^\)\s?[:=]/.test(after)) return false;
  return phrase.open === '(' ? isMeasure(phrase.name) : /^[kKnN@]$/.test(phrase.name);
}

/** `120: 2.31, 2.40 avg, 0.001 rate`: Darknet prints the loss, then its running average. */
function isFirstLoss(
  slots: readonly Slot[],
  at: number,
  counted: ReadonlySet<number | undefined>,
): boolean {
  if (at !== 1 || !counted.has(slots[0]!.index) || slots[0]!.phrase.name !== '') return false;
  const isAverage = /^\s(?:avg|average)\b/.test(slots[2]?.after ?? '');
  return slots[1]!.phrase.name === '' && !slots[1]!.integer && isAverage;
}

/** `Epoch 3: 0.4521`, `Iteration 100: 1.6, 1.4`: the first fraction behind a counter in a line without names. */
function isOnlyValue(
  slots: readonly Slot[],
  at: number,
  counted: ReadonlySet<number | undefined>,
): boolean {
  const owner = slots[0]!;
  const isFirst = at === (slots[1]?.role === 'total' ? 2 : 1);
  if (!isFirst || !counted.has(owner.index) || !/epoch|iter/i.test(owner.phrase.name)) return false;
  if (!isKeyedFraction(slots[at]!) || nameBefore(slots, at, counted) !== '') return false;
  return slots.slice(1).every(slot => slot.phrase.name === '' && !/[A-Za-z]/.test(slot.after));
}

function isKeyedFraction({ integer, measured, percent, phrase }: Slot): boolean {
  return phrase.keyed && !(integer || measured || percent);
}

/** `1m 32s (- 15m 1s) (5000 5%) 2.80`: the only fraction behind how much was done. */
function isBehindShare(slots: readonly Slot[], at: number): boolean {
  const { integer, measured, phrase } = slots[at]!;
  if (integer || measured || phrase.name !== '') return false;
  const share = slots.findIndex((slot, index) => isShare(slot, slots[index + 1]));
  return share >= 0 && share + 1 < at && slots.slice(share + 2, at).every(slot => slot.integer);
}

/** `0.98 accuracy`: the measure behind a number; empty where there is none. */
export function nameBehind(slot: Slot | undefined): string {
  const name = tidied(/^[\s%]*([A-Za-z][\w /-]{0,40})/.exec(slot?.after ?? '')?.[1] ?? '');
  return name !== '' && meaningOf(name).kind === 'measure' ? name : '';
}

/** `Score at iteration 100 is 1.39`: the measure in front of the counter names the value behind it. */
function nameBefore(
  slots: readonly Slot[],
  at: number,
  counted: ReadonlySet<number | undefined>,
): string {
  if (slots[at]!.phrase.open !== '') return '';
  const before = slots[at - 1];
  const isSpan = before?.role === 'total' || slots[at - 2]?.after === '-';
  const owner = isSpan ? slots[at - 2] : before;
  return owner !== undefined && counted.has(owner.index)
    ? nameOfCounter(
        owner,
        isSpan,
        slots.find(slot => counted.has(slot.index))!,
      )
    : '';
}

/** The measure in the words of a counter, or of the line's `first` one. */
function nameOfCounter(owner: Slot, isSpan: boolean, first: Slot): string {
  const lead = first === owner ? '' : leadOfFirst(first);
  if (lead !== '') return lead;
  // `Average objective function for 'output' for minibatches 0-9 is -1.2`
  const behind = isSpan ? owner.phrase.labels.map(tidied) : [];
  return [...leadOf(owner.phrase.name), ...behind].find(isMeasure) ?? '';
}

/** `The train loss of epoch32-batch-350:0.09`: the first of several counters has the words. */
function leadOfFirst({ phrase }: Slot): string {
  const [lead = ''] = phrase.labels.length > 0 ? [] : leadOf(phrase.name);
  return lead !== phrase.name && isMeasure(lead) ? lead : '';
}

/** A counter's phrase without and with its last word, which counts. */
function leadOf(phrase: string): readonly string[] {
  const lead = tidied(phrase.split(/\s+/).slice(0, -1).join(' '));
  return lead.includes(' ') ? [lead, phrase] : [phrase];
}

function isMeasure(name: string): boolean {
  return meaningOf(name).kind === 'measure';
}
