import type { ConfigEntry } from './entries';
import { meaningOf } from './names';
import { numberOf } from './numbers';

/** A word of a command line, without its quotes, where it stands in the file. */
export interface CommandWord {
  readonly text: string;
  readonly start: number;
}

/** Programs that look at a finished training: their `--epoch` chooses a checkpoint. */
const LOOKS_BACK =
  /(?:^|[\s/_.-])(?:eval|evaluate|test|predict|infer|inference|demo|export|sample|generate|plot)(?:[\s_.-]|$)/i;

const WORD = /[^\s'"`\\;|&()]+/g;

/** The words of a command in source text; quotes and line continuations only separate, so that offsets stay exact. */
export function commandWords(source: string, offset: number): readonly CommandWord[] {
  return [...source.matchAll(WORD)].map(match => ({ text: match[0], start: offset + match.index }));
}

/** Whether a text may be a command line with arguments; cheap, before it is cut into words. */
export function mayBeCommand(text: string): boolean {
  return (
    /--?[A-Za-z]|\w=/.test(text) && /epoch|step|iter|round|estimators|updates?|patience/i.test(text)
  );
}

/** The arguments among words that say a training length: `--epochs 10`, `--epochs=10`, `trainer.max_epochs=10`. */
export function argumentsOf(
  words: readonly CommandWord[],
  place: Pick<ConfigEntry, 'path' | 'group' | 'document'>,
): readonly ConfigEntry[] {
  const found: ConfigEntry[] = [];
  const looksBack = words.some(word => !word.text.startsWith('-') && LOOKS_BACK.test(word.text));
  words.forEach((word, index) => {
    const equals = word.text.indexOf('=');
    const key = (equals < 0 ? word.text : word.text.slice(0, equals)).replace(/^\+{1,2}/, '');
    if (equals < 0 && !key.startsWith('--')) return;
    const meaning = meaningOf(key.slice(key.lastIndexOf('.') + 1));
    if (meaning === null || (looksBack && meaning.strength !== 'sure')) return;
    const value =
      equals >= 0
        ? { text: word.text.slice(equals + 1), start: word.start + equals + 1 }
        : words[index + 1];
    if (value === undefined || value.text === '' || value.text.startsWith('--')) return;
    const keyStart = word.start + (equals < 0 ? 0 : word.text.indexOf(key));
    found.push({
      ...place,
      key,
      keyStart,
      keyEnd: keyStart + key.length,
      start: value.start,
      end: value.start + value.text.length,
      text: value.text,
      form: numberOf(value.text) === null ? 'other' : 'number',
      flag: true,
    });
  });
  return found;
}
