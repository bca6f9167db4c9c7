import { BARE_LOSS } from './bareLoss';
import { meaningOf } from './name';
import { SPLIT_WORDS } from './vocabulary';
import { wordsOf } from './words';

/** Whether a name says a split and nothing else. */
export function isBareSplit(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && words.every(word => SPLIT_WORDS.has(word));
}

/** Whether one quantity, whatever it is called, stands among names on the training set and on another one: a training is measured so. */
export function hasSplitPair(names: readonly string[]): boolean {
  const train = new Set<string>();
  const held = new Set<string>();
  for (const name of names) {
    const { kind, metric, split } = meaningOf(name);
    if (kind === 'noise' || split === null) continue;
    (split === 'train' ? train : held).add(isBareSplit(name) ? '' : metric);
  }
  return [...train].some(metric => held.has(metric));
}

/** The names of columns, where several say a split only: what a program prints under these alone is most often its loss. */
export function withBareLosses(names: readonly string[]): readonly string[] {
  const bare = names.filter(isBareSplit);
  return hasSplitPair(bare)
    ? names.map(name => (bare.includes(name) ? `${name} ${BARE_LOSS}` : name))
    : names;
}
