import type { Meaning } from './names';

/** A total length as judged so far. */
export interface Total {
  readonly name: string;
  readonly meaning: Meaning;
  primary: boolean;
}

/**
 * Of several limits set beside each other one governs: steps before epochs, as Hugging Face, NeMo and Darknet have it
 * (kohya's `max_train_epochs` is the exception), and the clear name before the general one.
 */
export function govern(group: readonly Total[]): void {
  const totals = group.filter(one => one.primary);
  const epochs = totals.filter(one => one.meaning.kind === 'epochs');
  const steps = totals.filter(one => /^(?:steps|iterations)$/.test(one.meaning.kind));
  const clear = steps.filter(one => one.meaning.strength === 'sure');
  if (clear.length > 0) for (const one of steps) one.primary = clear.includes(one);
  if (epochs.length === 0 || steps.length === 0) return;
  const overriding = epochs.filter(one => one.name === 'max_train_epochs');
  const limits = steps.filter(one => /max|num_train|train_iters|total/.test(one.name));
  const losers = overriding.length > 0 ? steps : limits.length > 0 ? epochs : steps;
  for (const one of losers) one.primary = false;
}
