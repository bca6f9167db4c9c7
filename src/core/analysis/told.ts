import type { Analysis, Suggestion } from './analysis';

/**
 * The suggestion as people are told it: none of a run that is too noisy to tell, though its best guess stays in the data.
 * Null as well where there is no suggestion at all.
 */
export function toldSuggestion({ state, suggestion }: Analysis): Suggestion | null {
  return state === 'noisy' ? null : suggestion;
}

/**
 * The range as people are told it, in counts of the suggestion. While a run still improves it starts where more training is
 * suggested: the data's low end is then what was trained already, which nobody has to try again. Where the suggestion is the
 * high end itself, it starts halfway there, as no single number can be told before an optimum was seen.
 */
export function toldRange({
  reason,
  epochs,
  low,
  high,
}: Suggestion): readonly [low: number, high: number] {
  if (reason !== 'still-improving') return [low, high];
  return [epochs < high ? epochs : Math.min(high, Math.round((low + high) / 2)), high];
}
