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

/** TensorBoard's downloads of one curve: `run-validation-tag-epoch_loss.csv`. */
const DOWNLOAD = /^run-(.{0,200}?)-tag-(.{1,200})\.(?:csv|json)$/i;

function downloadOf(path: string): readonly [run: string, tag: string] | null {
  const found = DOWNLOAD.exec(path.slice(path.lastIndexOf('/') + 1));
  return found === null ? null : [found[1]!, found[2]!];
}

/** What the only curve of a file is called: the tag in a download's name, else the name without its extensions. */
export function curveOfFile(path: string): string {
  return downloadOf(path)?.[1] ?? stemOf(path);
}

/** What a file name says its numbers are: `train_loss.csv`, `val_metrics.csv`. */
export function meaningOfFile(path: string): NameMeaning {
  return meaningOf(curveOfFile(path));
}

const TRAINED = /loss|accuracy|nll|perplexity|reward|return|mse|mae|f1|auc|iou|dice|psnr|ssim/;

/** Whether a bare list of numbers in a file of this name is a curve: scores and errors there are of many things. */
export function isCalledAfterCurve(path: string): boolean {
  const { kind, metric, split } = meaningOfFile(path);
  return kind === 'measure' && (split !== null || TRAINED.test(metric));
}

/**
 * What the list of numbers in a file is called, where the file's name or its folder says that it is a curve:
 * `val_loss.txt`, `loss/unet_test.txt`; `null`: neither does.
 */
export function curveOfList(path: string): string | null {
  if (isCalledAfterCurve(path)) return stemOf(path);
  const folder = path.split('/').at(-2) ?? '';
  const isOfSplit = meaningOf(stemOf(path)).split !== null;
  return isOfSplit && isCalledAfterCurve(`train_${folder}`) ? `${folder}/${stemOf(path)}` : null;
}

/** A name that only says a split, after what it is the split of: `train` in `loss.csv` is `loss/train`. */
export function withMeasure(name: string, path: string): string {
  const words = wordsOf(name);
  const isSplit = words.length > 0 && words.every(word => SPLIT_WORDS.has(word));
  return isSplit && meaningOfFile(path).kind === 'measure' ? `${curveOfFile(path)}/${name}` : name;
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
  const run = downloadOf(path)?.[0];
  const said = wordsOf(run ?? '').findLast(word => SPLIT_WORDS.has(word));
  if (said !== undefined) return SPLIT_WORDS.get(said) ?? null;
  return splitOfName(path.slice(path.lastIndexOf('/') + 1)) ?? placeOf(path).split;
}
