import { roleOfName } from '../../axisName';
import { meaningOfFile } from '../../fileName';
import { meaningOf } from '../../name';
import { flatten } from './flatten';

/**
 * Whether an object is a record of a training: a counter of epochs or steps beside a measure or rate, or a measure
 * on its own where it is the file's purpose.
 */
export function isTrainingObject(object: Readonly<Record<string, unknown>>, path: string): boolean {
  const { names, texts } = flatten(object);
  const values = names.filter(name => roleOfName(name) === 'value');
  const kinds = values.map(name => meaningOf(name));
  const measured = kinds.some(meaning => meaning.kind === 'measure' || meaning.kind === 'rate');
  const counted = names.some(name => roleOfName(name) === 'epoch' || roleOfName(name) === 'step');
  if (counted) return measured;
  const splits = kinds.filter(
    meaning => meaning.kind === 'measure' && meaning.split !== null,
  ).length;
  // Without a counter, a text tells the rows apart: one row per model.
  return (splits > 1 && texts.size === 0) || (measured && meaningOfFile(path).kind === 'measure');
}
