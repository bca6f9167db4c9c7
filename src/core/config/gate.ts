const WORDS = /epoch|step|iter|round|estimators|patience|updates?\b|batches|n_trees|early.?stop/i;

/** Whether a text may hold a setting at all: one cheap look before a parser is started. */
export function mayHoldSettings(text: string): boolean {
  return WORDS.test(text);
}
