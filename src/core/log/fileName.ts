import { placeOf } from './folders';
import type { Split } from './format';
import { meaningOf, type NameMeaning } from './name';
import { SPLIT_WORDS } from './vocabulary';
import { wordsOf } from './words';

/** Words that make `training` in a file name mean the whole training, not its split. */
const WHOLE = new Set(
  'log logs logger history progress stats statistics state output report record records results run info scores out'.split(
    ' ',
  ),
);

/** A file name without folders and its extensions. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

/** What a file name says its numbers are: `train_loss.csv`, `val_metrics.csv`. */
export function meaningOfFile(path: string): NameMeaning {
  return meaningOf(stemOf(path));
}

/**
 * The split that a name says all values under it are on; `null` where it says nothing: in `training_log` the
 * word means the whole training.
 */
export function splitOfName(name: string): Split | null {
  const words = wordsOf(name);
  const split = words.map(word => SPLIT_WORDS.get(word)).find(found => found !== undefined) ?? null;
  return split === 'validation' || !words.some(word => WHOLE.has(word)) ? split : null;
}

/** The split that a file's name, else its folder, says all its values are on; `null` where neither does. */
export function splitOfFile(path: string): Split | null {
  return splitOfName(path.slice(path.lastIndexOf('/') + 1)) ?? placeOf(path).split;
}
