import type { Meaning } from './names';

/** A total length as judged so far. */
export interface Total<T> {
  readonly name: string;
  readonly meaning: Meaning;
  primary: boolean;
  /** The limit that ends the training instead of this one. */
  governedBy: T | null;
}

/**
 * Of several limits set beside each other one governs: the clear name before the general one, and steps before epochs,
 * as Hugging Face, NeMo and Darknet have it (kohya's `max_train_epochs` is the exception).
 */
export function govern<T extends Total<T>>(group: readonly T[]): void {
  const totals = group.filter(one => one.primary);
  const epochs = clearest(totals.filter(one => one.meaning.kind === 'epochs'));
  const steps = clearest(totals.filter(one => /^(?:steps|iterations)$/.test(one.meaning.kind)));
  const [firstEpochs, firstSteps] = [epochs[0], steps[0]];
  if (firstEpochs === undefined || firstSteps === undefined) return;
  const epochsLead =
    epochs.some(one => one.name === 'max_train_epochs') ||
    !steps.some(one => /max|num_train|train_iters|total|timesteps/.test(one.name));
  yieldTo(epochsLead ? firstEpochs : firstSteps, epochsLead ? steps : epochs);
}

/** Of totals in the same unit those with the clearest names; the others are no totals then. */
function clearest<T extends Total<T>>(totals: readonly T[]): readonly T[] {
  const clear = totals.filter(one => one.meaning.strength === 'sure');
  if (clear[0] === undefined) return totals;
  yieldTo(
    clear[0],
    totals.filter(one => !clear.includes(one)),
  );
  return clear;
}

function yieldTo<T extends Total<T>>(lead: T, others: readonly T[]): void {
  for (const one of others) {
    one.primary = false;
    one.governedBy = lead;
  }
}

/** Says of limits that are switched off (0, -1, nothing) which one in their group governs. */
export function explainOff<T extends Total<T>>(
  group: readonly T[],
  isOff: (one: T) => boolean,
): void {
  const lead = group.find(one => one.primary);
  if (lead === undefined) return;
  for (const one of group) if (!one.primary && isOff(one)) one.governedBy ??= lead;
}
