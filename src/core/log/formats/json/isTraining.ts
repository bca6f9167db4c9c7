import { isEpisode, roleOfName } from '../../axisName';
import { isChosen } from '../../chosen';
import { meaningOfFile } from '../../fileName';
import { isOfAgent, meaningOf } from '../../name';
import { hasSplitPair } from '../../splitPairs';
import { flatten } from './flatten';

/** Names of a number that only numbers the rows: of samples, where texts stand beside it. */
const INDEX = /^(?:idx|index|id|sample|sample_id|image_id)$/i;

/** Whether an object sums up one class of a classification, as scikit-learn reports it: its scores and how many samples it has. */
function isOfClass(names: readonly string[]): boolean {
  return names.includes('support') && names.includes('precision') && names.includes('recall');
}

/** Keys of what an agent, a person or a model said. */
const SAID =
  /^(?:thought|action|observation|content|text|prompt|response|completion|output|question|answer|prediction)$/i;

/** Whether an object is a turn of a talk or a sample with its answer, not a record of the training for it: nothing of a loss or a split stands beside the texts. */
function isOfTalk(texts: ReadonlyMap<string, string>, names: readonly string[]): boolean {
  if (![...texts.keys()].some(key => SAID.test(key))) return false;
  return !names.some(name => /loss/i.test(name) || meaningOf(name).split !== null);
}

/** Episodes are of a series as well, where nothing of an agent stands beside them. */
function isCounted(counters: readonly string[], values: readonly string[]): boolean {
  return !counters.every(isEpisode) || values.some(isOfAgent);
}

/**
 * Whether an object is a record of a training: a counter of epochs or steps beside a measure or rate, or a measure
 * on its own where it is the file's purpose.
 */
export function isTrainingObject(object: Readonly<Record<string, unknown>>, path: string): boolean {
  const { names, texts } = flatten(object);
  if (isOfClass(names) || isOfTalk(texts, names)) return false;
  return isOfTraining(names, texts.size > 0, path);
}

function isOfTraining(names: readonly string[], hasTexts: boolean, path: string): boolean {
  const values = names.filter(name => roleOfName(name) === 'value');
  const kinds = values.map(name => meaningOf(name));
  const measured = kinds.some(({ kind }) => kind === 'measure' || kind === 'rate');
  const counters = names.filter(name => /^(?:epoch|step)$/.test(roleOfName(name)));
  if (counters.length > 0) {
    const isTraining = measured || hasSplitPair(values);
    return isTraining && (!hasTexts || isCounted(counters, values));
  }
  if (isRowPerRun(names, hasTexts)) return false;
  const splits = kinds.filter(({ kind, split }) => kind === 'measure' && split !== null).length;
  // Without a counter, a text tells the rows apart: one row per model.
  return (splits > 1 && !hasTexts) || (measured && meaningOfFile(path).kind === 'measure');
}

/** `[{batch_size, dropout, val_loss}]`, `[{id, text, score}]`: told apart by what was chosen, or a sample. */
function isRowPerRun(names: readonly string[], hasTexts: boolean): boolean {
  return names.filter(isChosen).length > 1 || (hasTexts && names.some(name => INDEX.test(name)));
}
