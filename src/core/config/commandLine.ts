import { defaultIn } from './defaults';
import type { ConfigEntry } from './entry';
import { meaningOf } from './names';
import { numberOf } from './numbers';
import { referenceIn } from './references';

/** A word of a command line, without its quotes, where it stands in the file. */
export interface CommandWord {
  readonly text: string;
  readonly start: number;
}

/** Programs that look at a finished training: their `--epoch` chooses a checkpoint. */
const LOOKS_BACK =
  /(?:^|[\s/_.-])(?:eval|evaluate|test|predict|infer|inference|demo|export|sample|generate|plot|prepare|preprocess|convert|benchmark|\w+2img)(?:[\s_.-]|$)/i;

/** A script that is run, not one of its arguments. */
const PROGRAM = /^[^-=][^=]*\.(?:py|sh|R|jl|m)$/;

/** `--epochs`, and the `-epochs` of older tools; `-e` may be anything. */
const FLAG = /^--|^-[A-Za-z][\w-]{2,}$/;
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

/** What a command names: its flags, and the programs it starts. */
export function namesIn(words: readonly CommandWord[]): readonly string[] {
  return words.flatMap(({ text }, at) => {
    if (FLAG.test(text)) return text.replace(/=.*$/s, '');
    if (at > 0 && !PROGRAM.test(text) && words[at - 1]?.text !== '-m') return [];
    return text.replace(/\.\w+$/, '').replace(/^.*[/.]/s, '');
  });
}

/** The arguments among words that say a training length: `--epochs 10`, `--epochs=10`, `trainer.max_epochs=10`. */
export function argumentsOf(
  words: readonly CommandWord[],
  place: Pick<ConfigEntry, 'path' | 'group' | 'document'>,
): readonly ConfigEntry[] {
  const programs = words.filter(({ text }) => PROGRAM.test(text));
  if (programs.length > 0 && programs.every(onlyLooksBack)) return [];
  const looksBack = words.some(word => !word.text.startsWith('-') && LOOKS_BACK.test(word.text));
  const says = !looksBack && saysShortly(words) ? 'epochs' : null;
  return words.flatMap((word, index) => {
    const isShort = says !== null && word.text === '-e';
    const argument = isShort ? shortAt(word, words[index + 1]) : argumentAt(word, words[index + 1]);
    if (argument === null) return [];
    const { key, keyStart } = argument;
    const value = defaultIn({
      ...argument.value,
      end: argument.value.start + argument.value.text.length,
    });
    const meaning = meaningOf(isShort ? 'epochs' : key.slice(key.lastIndexOf('.') + 1));
    if (meaning === null || (looksBack && meaning.strength !== 'sure')) return [];
    return {
      ...place,
      key,
      keyStart,
      keyEnd: keyStart + key.length,
      start: value.start,
      end: value.end,
      text: value.text,
      form: numberOf(value.text) === null ? 'other' : 'number',
      flag: true,
      refersTo: referenceIn(value.text),
      says: isShort ? says : null,
      anchor: null,
    };
  });
}

/** Whether a script looks at a finished training, and starts none. */
const onlyLooksBack = ({ text }: CommandWord) => LOOKS_BACK.test(text) && !TRAINS.test(text);

/** What trains, by its name, and flags that only a training has. */
const TRAINS = /(?:^|[\s/_.-])(?:train\w*|main|run|finetune|pretrain|fit)(?:[\s_.-]|$)/i;
const OF_TRAINING = /^--?(?:lr|bs|b|wd|batch[-_]?size|learning[-_]rate)(?:=|$)/i;

/** Whether `-e 40` among these words is a number of epochs: a training is started, with flags that only a training has. */
function saysShortly(words: readonly CommandWord[]): boolean {
  return (
    words.some(({ text }) => OF_TRAINING.test(text)) &&
    words.some(({ text }) => !text.startsWith('-') && TRAINS.test(text))
  );
}

function shortAt(word: CommandWord, next: CommandWord | undefined): Argument | null {
  const isNumber = next !== undefined && /^[1-9]\d*$/.test(next.text);
  return isNumber ? { key: word.text, keyStart: word.start, value: next } : null;
}

interface Argument {
  readonly key: string;
  readonly keyStart: number;
  readonly value: CommandWord;
}

/** A flag with its value, in the same word or the next; null for every other word. */
function argumentAt(word: CommandWord, next: CommandWord | undefined): Argument | null {
  const equals = word.text.indexOf('=');
  if (equals < 0) {
    const isFlag = FLAG.test(word.text) && next !== undefined && !next.text.startsWith('--');
    return isFlag ? { key: word.text, keyStart: word.start, value: next } : null;
  }
  const plus = /^\+{0,2}/.exec(word.text)![0].length; // Hydra's `+trainer.max_epochs=10`
  const text = word.text.slice(equals + 1);
  if (text === '') return null;
  return {
    key: word.text.slice(plus, equals),
    keyStart: word.start + plus,
    value: { text, start: word.start + equals + 1 },
  };
}
