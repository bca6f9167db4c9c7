import { ABBREVIATED } from './fieldMeasures';
import type { Split } from './format';
import type { Measure } from './measure';
import { remembered } from './remembered';
import {
  ABBREVIATIONS,
  FILLER,
  GROWN_TOGETHER,
  MEASURES,
  NOISE,
  PHRASES,
  SPLITLESS,
  SPLIT_WORDS,
} from './vocabulary';
import { wordsOf } from './words';

/**
 * What the name of a column says. `measure`: something a training is judged by; `rate`: learning rate and the
 * like; `noise`: time, speed, memory, counters, running best; `unknown`: a name of its own.
 */
export type NameKind = 'measure' | 'rate' | 'noise' | 'unknown';

export interface NameMeaning {
  readonly kind: NameKind;
  /** Canonical: `loss`, `accuracy`, `box_loss`, `learning_rate` …; the name's own words where nothing is known. */
  readonly metric: string;
  readonly split: Split | null;
  readonly goal: 'min' | 'max' | null;
  /** Whether only an evaluation has such a value (mAP, BLEU, WER, FID …). */
  readonly evaluation: boolean;
}

/** The word of a name that says what is measured. */
interface Head {
  readonly at: number;
  readonly measure: Measure;
}

const LONGEST_PHRASE = 5;

/** Replaces known phrases by their one word, longest first. */
function joinPhrases(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 0;
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length--) {
      const known = PHRASES.get(words.slice(at, at + length).join(' '));
      if (known === undefined) continue;
      joined.push(...known.split(' '));
      taken = length;
      break;
    }
    if (taken === 0) joined.push(words[at]!);
    at += taken === 0 ? 1 : taken;
  }
  return joined;
}

/** Takes words apart that were written as one. */
function takeApart(word: string): readonly string[] {
  const short = ABBREVIATIONS.get(word);
  if (short !== undefined) return short;
  const grown = GROWN_TOGETHER.exec(word);
  return grown === null ? [word] : [grown[1]!, grown[2]!];
}

/** `r2s`, `accs`: lists are called so. Of a map or what was correct there are several of another kind. */
const SEVERAL = /^(?!maps$|corrects$)[a-z0-9]{2,}s$/;

function measureOf(word: string): Measure | null {
  const known = MEASURES.get(word) ?? (SEVERAL.test(word) ? MEASURES.get(word.slice(0, -1)) : null);
  if (known) return known;
  if (word.length > 4 && word.endsWith('loss')) {
    return { metric: word, goal: 'min', evaluation: false };
  }
  if (/^(?:map|ap|bleu|rouge|fid|kid|recall|precision|ndcg|hits|mrr)\d+k?$/.test(word)) {
    return { metric: word, goal: /^[fk]id/.test(word) ? 'min' : 'max', evaluation: true };
  }
  return null;
}

/**
 * The word that says what is measured: the last that is known, except that a loss is a loss wherever it stands, and
 * that every measure may be called a score.
 */
function headOf(words: readonly string[], name: string, split: Split | null): Head | null {
  let found: Head | null = null;
  for (let at = words.length - 1; at >= 0; at--) {
    const measure = measureOf(words[at]!);
    if (measure === null) continue;
    if (measure.metric === 'loss') return { at, measure };
    if (at === words.length - 1 && measure.metric !== 'score') return { at, measure };
    if (found === null || found.measure.metric === 'score') found = { at, measure };
  }
  return found ?? abbreviated(words, name, split);
}

/** The only word of a name, where it is an abbreviation in capitals or of a split. */
function abbreviated(words: readonly string[], name: string, split: Split | null): Head | null {
  const measure = words.length === 1 ? ABBREVIATED.get(words[0]!) : undefined;
  if (measure === undefined) return null;
  return split !== null || name.includes(words[0]!.toUpperCase()) ? { at: 0, measure } : null;
}

/** Measures that are written with their sign turned: what is minimised (`neg_elbo`), and scikit-learn's scores (`neg_mean_squared_error`). */
const TURNED = /^(?:likelihood|elbo|r?mse|mae|msle|mape|brier|logloss|medae)$/;

/** Which way a measure is better under this name. */
function goalOf(words: readonly string[], { at, measure }: Head, name: string): Measure['goal'] {
  const { goal, metric } = measure;
  if (goal === null || !TURNED.test(metric)) return goal;
  const isTurned =
    /^neg(?:ative)?$/.test(words[at - 1] ?? '') || (at === 0 && /^\s*-\s*[a-z]/i.test(name));
  if (!isTurned) return goal;
  return goal === 'min' ? 'max' : 'min';
}

/** `eval` and `validation` in front of another split say only that it was evaluated: the other one counts. */
function splitOf(words: readonly string[]): Split | null {
  let split: Split | null = null;
  for (const word of words) {
    const here = SPLIT_WORDS.get(word);
    if (here === undefined) continue;
    if (word.startsWith('eval') && split !== null) continue;
    split = here;
  }
  return split;
}

/** Whether a measure says another one too: a perplexity is of a loss. */
function isSaidBy(metric: string, said: string | undefined): boolean {
  return said === metric || (said === 'loss' && metric === 'perplexity');
}

/** `average100` says how, not what. */
function isFiller(word: string): boolean {
  return FILLER.has(word) || /^(?:avg|average|mean|last)\d+$/.test(word);
}

function canonical(words: readonly string[], head: Head): string {
  const { metric } = head.measure;
  const kept = words.flatMap((word, at) => {
    if (at === head.at) return [metric];
    const said = MEASURES.get(word)?.metric;
    // The loss of a value function is a loss of its own.
    const isOwnLoss = word === 'value' && at + 1 === head.at && metric === 'loss';
    // `loss per image` is a loss.
    const isDropped = isFiller(word) || words[at - 1] === 'per' || isSaidBy(metric, said);
    const says = isOwnLoss || !isDropped;
    return says ? [said ?? word] : [];
  });
  // `top 5 acc` and `acc top5` name the measure twice.
  return kept.includes('top5_accuracy') && metric === 'accuracy' ? 'top5_accuracy' : kept.join('_');
}

/** Whether something that is counted in episodes is a training by one of its values: what agents get, or learn from. */
export function isOfAgent(name: string): boolean {
  const { kind, metric } = meaningOf(name);
  return (
    /^(?:epsilon|eps)$/i.test(name) || (kind === 'measure' && /loss|reward|return/.test(metric))
  );
}

/** `img/s`, `tokens/sec`, `tok/s/gpu`: whatever it is of, a speed. */
const SPEED = /[a-z]\s?\/\s?(?:s|secs?|seconds?|ms|min|hr?|hours?)(?:\/[a-z]{1,8})?$/i;

/** Whether a name is of a speed, or of how long a part takes (`timer_loss`). */
function isSpeed(name: string, words: readonly string[]): boolean {
  return SPEED.test(name) || /^timers?$/.test(words[0] ?? '');
}

/** Words of phrases (`f1 scores`). */
const PLURAL = /^(?:score|error|rate|precision|recall)s$/;

/** A name in words as the vocabulary knows them: of phrases one word, of what was written as one its parts. */
function knownWordsOf(name: string): string[] {
  const words = wordsOf(name).map(word => (PLURAL.test(word) ? word.slice(0, -1) : word));
  return joinPhrases(words).flatMap(takeApart);
}

const ownWords = (words: readonly string[]): string =>
  words.filter(word => !isFiller(word)).join('_');

function rateOf(words: readonly string[]): string | undefined {
  return words.map(word => SPLITLESS.get(word)).find(known => known !== undefined);
}

const EXTREMES = new Set('max maximum highest lowest min minimum'.split(' '));
const SPREAD = new Set(['std', 'stddev', 'stdev', 'var', 'variance', 'spread', 'sigma']);

/** What only says which of several trainings a value is of. */
const LABEL_OF_RUN =
  /^(?:fold|trial|repeat|repetition|split|subject|client)(?:[_ .-]?(?:id|no|num|idx))?$/i;
const LABEL: Omit<NameMeaning, 'metric'> = {
  kind: 'noise',
  split: null,
  goal: null,
  evaluation: false,
};

/** What a name of a column says about it. Linear in the name's length; never throws. The names of a log come again and again. */
export const meaningOf = remembered(name =>
  LABEL_OF_RUN.test(name) ? { ...LABEL, metric: name.toLowerCase() } : understood(name),
);

function understood(name: string): NameMeaning {
  const all = knownWordsOf(name);
  const split = splitOf(all);
  const words = all.filter(word => !SPLIT_WORDS.has(word));
  const rate = rateOf(words);
  const head = headOf(words, name, split);
  if (rate !== undefined && head?.measure.metric !== 'loss') {
    return { kind: 'rate', metric: rate, split: null, goal: null, evaluation: false };
  }
  const evaluation = head?.measure.evaluation ?? false;
  const plain = { metric: ownWords(words) || all.join('_'), split, goal: null, evaluation };
  if (isNoise(name, words, head !== null)) return { ...plain, kind: 'noise' };
  if (head === null || words.some(word => SPREAD.has(word))) return { ...plain, kind: 'unknown' };
  const goal = goalOf(words, head, name);
  return { kind: 'measure', metric: canonical(words, head), split, goal, evaluation };
}

function isBest(words: readonly string[]): boolean {
  return (
    words.includes('best') ||
    words.at(-1) === 'highest' ||
    (words.includes('sofar') && words.some(word => EXTREMES.has(word)))
  );
}

/** A measure's name may hold a word of noise (`loss_count_weighted`), but does not end in one. */
function isNoise(name: string, words: readonly string[], measures: boolean): boolean {
  if (isBest(words) || isSpeed(name, words)) return true;
  // `Max accuracy: 81.2%` is the best so far; the highest of several rewards is a reward.
  if (measures && EXTREMES.has(words[0]!) && !words.some(word => /^re[wt]/.test(word))) return true;
  return words.some(word => NOISE.has(word)) && (!measures || NOISE.has(words.at(-1) ?? ''));
}
