import { isEpisode, roleOfName } from '../../axisName';
import { meaningOfFile } from '../../fileName';
import { isOfAgent, meaningOf } from '../../name';
import { flatten } from './flatten';

/** Names of a number that only numbers the rows: of samples, where texts stand beside it. */
const INDEX = /^(?:idx|index|id|sample|sample_id|image_id)$/i;

/**
 * Whether an object is a record of a training: a counter of epochs or steps beside a measure or rate, or a measure
 * on its own where it is the file's purpose.
 */
export function isTrainingObject(object: Readonly<Record<string, unknown>>, path: string): boolean {
  const { names, texts } = flatten(object);
  const values = names.filter(name => roleOfName(name) === 'value');
  const kinds = values.map(name => meaningOf(name));
  const measured = kinds.some(meaning => meaning.kind === 'measure' || meaning.kind === 'rate');
  const counters = names.filter(name => /^(?:epoch|step)$/.test(roleOfName(name)));
  if (counters.length > 0) {
    return measured && (!counters.every(isEpisode) || texts.size === 0 || values.some(isOfAgent));
  }
  const splits = kinds.filter(
    meaning => meaning.kind === 'measure' && meaning.split !== null,
  ).length;
  // Without a counter, a text tells the rows apart: one row per model.
  const isSample = texts.size > 0 && names.some(name => INDEX.test(name));
  return (
    (splits > 1 && texts.size === 0) ||
    (measured && !isSample && meaningOfFile(path).kind === 'measure')
  );
}
