import { meaningOf, type NameMeaning } from '../../name';
import type { Split } from '../../format';
import { labelSplit } from './labels';
import { letterSplit } from './letterSplit';
import { measuredOn, type Named } from './measuredOn';
import { isParameter, nameBehind, nameInFront } from './slotNames';
import type { Slot } from './slots';

/** A number with a name, not yet judged. */
export interface Draft {
  readonly name: string;
  readonly meaning: NameMeaning;
  readonly label: string;
  readonly split: Split | null;
  readonly slot: Slot;
  readonly at: number;
}

/** The numbers of a line that have a name, in order; what it counts is left out. */
export function draftsOf(
  slots: readonly Slot[],
  counted: ReadonlySet<number | undefined>,
): Draft[] {
  const drafts: Draft[] = [];
  const first = slots.find(slot => slot.role === 'value' && !counted.has(slot.index));
  const valueFirst = first?.phrase.name === '' && nameBehind(slots.at(-1)) !== '';
  const said: Said = { split: null, label: '' };
  const named = (at: number): Named =>
    valueFirst
      ? { name: nameBehind(slots[at]), split: null }
      : (measuredOn(slots[at - 1], slots[at]!) ?? {
          name: nameInFront(slots, at, counted),
          split: null,
        });
  slots.forEach((slot, at) => {
    for (const label of valueFirst ? [] : slot.phrase.labels) say(said, label, true);
    if (slot.role !== 'value' || isParameter(slot)) return;
    const { name, split } = named(at);
    const { label } = said;
    const draft = { label, split: split ?? said.split, name, meaning: meaningOf(name), slot, at };
    if (counted.has(slot.index)) say(said, slot.phrase.name, false);
    else if (isLabel(draft)) say(said, slot.phrase.name, draft.meaning.kind !== 'noise');
    if (!counted.has(slot.index) && name !== '') drafts.push(draft);
  });
  const names = drafts.map(draft => draft.name);
  return drafts.map(draft => {
    const split = letterSplit(draft.name, names);
    return split === null ? draft : { ...draft, split };
  });
}

/** `Train net output #0: loss = …`, `Training cost: 245 s, accuracy=…`: a name without a value of its own is a label. */
function isLabel({ name, meaning, slot }: Draft): boolean {
  return (
    meaning.kind === 'noise' || (slot.integer && meaning.kind !== 'measure') || /cost/i.test(name)
  );
}

/** What the words of a line have said so far about the values behind them. */
interface Said {
  split: Split | null;
  label: string;
}

function say(said: Said, label: string, isName: boolean): void {
  if (!/[A-Za-z\u0080-\uffff]/.test(label)) return;
  if (isName) said.label = label;
  said.split = labelSplit(label) ?? said.split;
}
