import type { Slot } from './slots';

/** Lists whose items have no names of their own, by the name in front of them: what each item is. */
const LISTS: readonly (readonly [RegExp, readonly string[]])[] = [
  // Flower: `fit progress: (3, 0.52, {'accuracy': 0.80}, 12.3)`, as the server evaluates it
  [/(?:^|\s)fit progress$/i, ['round', 'loss (evaluate)']],
];

/** The slots of a line, the items of known lists under their names. */
export function withListNames(slots: readonly Slot[]): readonly Slot[] {
  const first = slots.findIndex(slot => slot.phrase.open !== '' && namesOf(slot) !== null);
  if (first < 0) return slots;
  const names = namesOf(slots[first]!)!;
  return slots.map((slot, at) => {
    const name = names[at - first];
    if (name === undefined) return slot;
    return { ...slot, role: 'value', phrase: { name, keyed: true, open: '', labels: [] } };
  });
}

function namesOf({ phrase }: Slot): readonly string[] | null {
  return LISTS.find(([pattern]) => pattern.test(phrase.name))?.[1] ?? null;
}
