import type { Analysis, Suggestion } from './analysis';

/**
 * The suggestion as people are told it: none of a run that is too noisy to tell, though its best guess stays in the data.
 * Null as well where there is no suggestion at all.
 */
export function toldSuggestion({ state, suggestion }: Analysis): Suggestion | null {
  return state === 'noisy' ? null : suggestion;
}
