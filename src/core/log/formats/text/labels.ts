import type { Split } from '../../format';
import { SPLIT_WORDS } from '../../vocabulary';
import { wordsOf } from '../../words';

/** Labels of one framework that say a split without a word for it. */
const DIALECTS: readonly (readonly [RegExp, Split])[] = [
  [/^saving dict for global step/i, 'validation'],
];

/** What a word says that something was measured on; verbs of evaluation included. */
export function splitOfWord(word: string): Split | null {
  return (
    SPLIT_WORDS.get(word) ??
    (/^(?:evaluat|validat)(?:e|es|ing|ed|or)$/.test(word)
      ? 'validation'
      : word === 'tester'
        ? 'test'
        : null)
  );
}

/** What the words of a label were measured on; `null` where it says nothing. */
export function labelSplit(label: string): Split | null {
  const dialect = DIALECTS.find(([pattern]) => pattern.test(label));
  if (dialect !== undefined) return dialect[1];
  const words = wordsOf(label);
  if (words.length > 4) return null;
  for (const word of words) {
    const split = splitOfWord(word);
    if (split !== null) return split;
  }
  return null;
}
