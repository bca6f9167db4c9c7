const WORDS =
  /epoch|step|iter|round|estimators|patience|updates?\b|batches|kimg|maxit|\s-e\s+\d|train.samples|trees|max_duration|early.?stop|fine_tune|fit_one_cycle|fit_flat_cos|\.(?:fit|learn|train|cv|backward)\(/i;

/** Whether a text may hold a setting at all: one cheap look before a parser is started. */
export function mayHoldSettings(text: string): boolean {
  return WORDS.test(text);
}
