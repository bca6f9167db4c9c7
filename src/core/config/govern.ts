import type { Meaning } from './names';

/** A total length as judged so far. */
export interface Total {
  readonly name: string;
  readonly meaning: Meaning;
  primary: boolean;
}

/**
 * Of several limits set beside each other one governs: the clear name before the general one, and steps before epochs,
 * as Hugging Face, NeMo and Darknet have it (kohya's `max_train_epochs` is the exception).
 */
export function govern(group: readonly Total[]): void {
  const totals = group.filter(one => one.primary);
  const epochs = clearest(totals.filter(one => one.meaning.kind === 'epochs'));
  const steps = clearest(totals.filter(one => /^(?:steps|iterations)$/.test(one.meaning.kind)));
  if (epochs.length === 0 || steps.length === 0) return;
  const epochsLead =
    epochs.some(one => one.name === 'max_train_epochs') ||
    !steps.some(one => /max|num_train|train_iters|total|timesteps/.test(one.name));
  for (const one of epochsLead ? steps : epochs) one.primary = false;
}

/** Of totals in the same unit those with the clearest names; the others are no totals then. */
function clearest(totals: readonly Total[]): readonly Total[] {
  const clear = totals.filter(one => one.meaning.strength === 'sure');
  if (clear.length === 0) return totals;
  for (const one of totals) one.primary = clear.includes(one);
  return clear;
}
