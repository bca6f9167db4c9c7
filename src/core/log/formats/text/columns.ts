import { meaningOf, type NameKind } from '../../name';
import { BARE_LOSS } from '../../bareLoss';
import type { Split } from '../../format';
import { bareSplit, toldOf } from './bareSplits';
import type { Counters } from './counters';
import { type Draft, draftsOf } from './drafts';
import { inherited, isRealLoss } from './inherited';
import { ofBestModel } from './ofBestModel';
import type { Column } from './plan';
import { splitListOf } from './splitLists';
import type { Slot } from './slots';

/** Words after which a line speaks of files or of what was best, no longer of what was measured now. */
const ASIDE_WORDS =
  /\b(?:sav(?:e|ed|ing)(?! dict for)|checkpoint(?:ing|s)?(?!\s*[=[])|improv(?:ed?|ing)|decreased|increased|did not improve|load(?:ed|ing)?|resum(?:e|ed|ing)|reducing|restor(?:e|ed|ing)|early stopping|start(?:ed|ing)? training from)\b|保存|儲存|最[佳优優]|加[载載]|저장|최고|최적|ベスト|gespeichert|\b(?:mejor|guarda(?:do|ndo)|meilleure?|sauvegard\w+|melhor|salv(?:o|ando))\b|сохран|лучш|^\W*(?:new |current |the )?best\b|\ben iyi\b/i;

/** Where in a line its measurements end. */
export function measuredUntil(message: string): number {
  const aside = ASIDE_WORDS.exec(message);
  return aside === null ? message.length : aside.index;
}

/** The measured values among the slots of a line. */
export function columnsOf(
  slots: readonly Slot[],
  counters: Counters,
  isItem: boolean,
): readonly Column[] {
  const counted = new Set([counters.epoch?.slot, counters.step?.slot, counters.run?.slot]);
  const counts = counters.epoch !== null || counters.step !== null;
  const part = slots.findIndex(isPart);
  const told = toldOf(draftsOf(part < 0 ? slots : slots.slice(0, part), counted));
  const drafts = ofBestModel(told, counters.epoch !== null);
  const measures = drafts.filter(draft => draft.meaning.kind === 'measure');
  const kept = drafts.filter(draft =>
    isValue(draft, { counts, measures: measures.length > 0, isItem }),
  );
  const hasLoss = measures.some(isRealLoss);
  const real = kept.filter(draft => !(hasLoss && /cost/i.test(draft.name)));
  return apart(inherited(real, slots, counts).flatMap(draft => columnsAt(slots, draft, hasLoss)));
}

/** `loss[loss=0.5], tot_loss[loss=0.6]`: what a line prints twice under one name is told apart by what stands in front. */
function apart(columns: readonly Column[]): readonly Column[] {
  const held = secondGroup(columns);
  if (held > 0) {
    const behind = columns
      .slice(held)
      .map((column): Column => ({ ...column, split: 'validation' }));
    return [...columns.slice(0, held), ...behind];
  }
  const seen = new Set<string>();
  return columns.map(column => {
    const key = `${column.name}\n${column.split ?? ''}`;
    if (!seen.has(key)) {
      seen.add(key);
      return column;
    }
    const { name, label } = column;
    return { ...column, name: label === '' ? `${name} *` : `${label}: ${name}` };
  });
}

/** Where a line begins again with the names of its losses, `loss 0.5 | acc 0.7 | loss 0.6 | acc 0.6`: what it then measures is held out; 0: it does not. */
function secondGroup(columns: readonly Column[]): number {
  const says = columns.some(({ split, named, label }) => named || split !== null || label !== '');
  const half = columns.findIndex(({ name }, at) => at > 1 && name === columns[0]!.name);
  if (says || half < 0 || !columns[0]!.isLoss) return 0;
  return columns.slice(half).every(({ name }, at) => name === columns[at]?.name) ? half : 0;
}

/** `Class 3 Accuracy: 81.5%`: what follows is of one class of many. */
function isPart({ role, integer, phrase }: Slot): boolean {
  return (
    role === 'value' &&
    integer &&
    /(?:^|\s)(?:class|category|label|类别|クラス)$/i.test(phrase.name) &&
    !phrase.keyed
  );
}

/** `loss_weights: {'bce': 1, 'dice': 1}`: how much counts what, as it was set. */
const WEIGHTS = /^(?:(?:loss|class|cost)[_ ])?(?:weights?|coefs?|coefficients?|lambdas?)$/i;

function isValue(draft: Draft, company: Company): boolean {
  const { slot, meaning, name } = draft;
  if (slot.measured || /time.*cost|cost.*time/i.test(name) || WEIGHTS.test(draft.label))
    return false;
  return JUDGES[meaning.kind](draft, company, !slot.integer || slot.percent);
}

/** What stands beside a value: counters of the line, other measures. */
interface Company {
  readonly counts: boolean;
  readonly measures: boolean;
  /** Whether the line is an item of a list that holds nothing else. */
  readonly isItem: boolean;
}

const JUDGES: Readonly<
  Record<NameKind, (draft: Draft, company: Company, float: boolean) => boolean>
> = {
  measure: (draft, { counts }, float) => counts || float || isKeyedScore(draft),
  rate: (draft, { counts, measures }, float) =>
    counts || measures || (draft.slot.phrase.keyed && float),
  unknown: isOwnName,
  noise: () => false,
};

/** `score: 5` is one; `correct: 4833` counts. */
function isKeyedScore(draft: Draft): boolean {
  return draft.slot.phrase.keyed && !/correct|total/i.test(draft.name);
}

/** `tau: 0.37`, `val/abs_rel 0.37`: a value has a name beyond doubt. */
function isTold({ slot, name, meaning }: Draft): boolean {
  return slot.phrase.keyed || (meaning.split !== null && /[/_]/.test(name));
}

/** A name nobody knows is a value where the line counts or measures something else too. */
function isOwnName(draft: Draft, { counts, measures, isItem }: Company): boolean {
  const { slot, split } = draft;
  if (slot.percent) return isShare(draft, counts, measures);
  if (isNoName(draft)) return false;
  if (slot.integer) return counts && slot.phrase.keyed && isHeld(split);
  return counts || isItem || (measures && isTold(draft));
}

/** Percentages of names nobody knows are values only under a split: `val 81%`, `Val CR: +1.5%`. */
function isShare({ name, meaning, slot }: Draft, counts: boolean, measures: boolean): boolean {
  if (bareSplit(name)) return counts || measures;
  return counts && slot.phrase.keyed && isHeld(meaning.split);
}

/** How long loading took, prose, and what the numbers of an array are called. */
function isNoName({ name, slot }: Draft): boolean {
  return (
    slot.phrase.open === '[' ||
    /^(?:data|batch|load(?:er)?)$/i.test(name) ||
    name.split(/\s+/).length > 4 ||
    !/\p{L}/u.test(name)
  );
}

function isHeld(split: Split | null): boolean {
  return split === 'validation' || split === 'test';
}

/** The columns of one name: a list has several, a fraction of counts is one. */
function columnsAt(slots: readonly Slot[], draft: Draft, hasLoss: boolean): Column[] {
  const { at, slot, split, label } = draft;
  const isBare = bareSplit(draft.name);
  const name = isBare ? `${draft.name} ${bareMeasure(slot, hasLoss)}` : draft.name;
  const next = slots[at + 1];
  const named = isBare || draft.meaning.split !== null;
  const kind = isBare ? 'measure' : draft.meaning.kind;
  const isLoss = name.endsWith(BARE_LOSS) || draft.meaning.metric.includes('loss');
  const base = { name, kind, isLoss, split, named, label, average: -1, divisor: -1 };
  if (next?.role === 'total') return [ofCounts(slots, at, base)];
  const items = itemsBehind(slots, at);
  const listed = ofSplits([slot, ...items], draft, base);
  if (listed !== null) return listed;
  if (items.length > 0 && draft.meaning.kind === 'measure') {
    return [slot, ...items].map((item, index) => ({
      ...base,
      name: `${name}[${index}]`,
      slot: item.index,
    }));
  }
  return [{ ...base, slot: slot.index, average: averageAt(next) }];
}

/** `train/valid/test loss: 0.5/0.6/0.7`, `loss (train/val): 0.5 / 0.6`: a value for each split of the name; `null`: they are none. */
function ofSplits(
  values: readonly Slot[],
  { name, label, meaning }: Draft,
  base: Omit<Column, 'slot'>,
): Column[] | null {
  const own = splitListOf(name);
  const list = own ?? (values.length > 1 ? splitListOf(label) : null);
  if (list?.splits.length !== values.length) return null;
  const rest = own === null ? name : own.rest;
  const isKnown = meaningOf(rest).kind === 'measure' || meaning.kind !== 'noise';
  if (rest === '' || !isKnown) return null;
  return list.splits.map((split, at) => {
    return { ...base, name: rest, split, named: false, slot: values[at]!.index };
  });
}

/** `loss 0.57 | train 89.5% | test 84.3%`, but `loss=1.73 val=1.96`: what stands under a split alone. */
function bareMeasure(slot: Slot, hasLoss: boolean): string {
  return hasLoss && (slot.percent || Number(slot.own) <= 1) ? 'accuracy' : BARE_LOSS;
}

/** `Accuracy: 9842/10000 (98%)`: the quotient, in percent where the line says it so; but `(98.42%)` is as exact as one wants. */
function ofCounts(slots: readonly Slot[], at: number, base: Omit<Column, 'slot'>): Column {
  const behind = slots[at + 2];
  const isSaid = behind?.percent === true && behind.phrase.name === '';
  const counts = { slot: slots[at]!.index, divisor: slots[at + 1]!.index };
  if (!isSaid) return { ...base, ...counts };
  return behind.integer ? { ...base, ...counts, scale: 100 } : { ...base, slot: behind.index };
}

function itemsBehind(slots: readonly Slot[], at: number): readonly Slot[] {
  let end = at + 1;
  while (slots[end]?.role === 'item' && end - at < 16) end++;
  return slots.slice(at + 1, end);
}

function averageAt(next: Slot | undefined): number {
  return next?.role === 'aside' && !next.integer ? next.index : -1;
}
