import { roleOfName } from '../../axisName';
import { splitOfFile } from '../../fileName';
import type { LogSink, RecordField } from '../../format';
import { meaningOf } from '../../name';
import type { Rows } from './npy';

/** An array, and what it is called. */
export interface NamedArray extends Rows {
  readonly name: string;
}

/** More rows than this without a counter are steps. */
const MOST_EPOCHS = 5000;
/** What Stable-Baselines3's EvalCallback calls its arrays (common/callbacks.py), and what they are. */
const EVALUATIONS: ReadonlyMap<string, RecordField> = new Map([
  ['results', { name: 'reward (results)', role: 'value', split: 'validation' }],
  ['successes', { name: 'success rate (successes)', role: 'value', split: 'validation' }],
]);

/** Whether the arrays of a file, by their names, may be a log. */
export function mayHoldCurves(names: readonly string[]): boolean {
  return names.some(name => isEvaluations(names) || isMeasured(name) || isCounter(name));
}

const isEvaluations = (names: readonly string[]): boolean =>
  names.includes('timesteps') && names.includes('results');
const isCounter = (name: string): boolean => /^(?:epoch|step)$/.test(roleOfName(name));
const isMeasured = (name: string): boolean => /^(?:measure|rate)$/.test(meaningOf(name).kind);

/** Puts arrays of one length side by side, as the columns of a table, and the table into a sink. */
export function recordArrays(arrays: readonly NamedArray[], path: string, sink: LogSink): void {
  const lengths = new Set(arrays.map(({ values }) => values.length));
  for (const length of lengths) {
    const columns = arrays.filter(({ values }) => values.length === length);
    const fields = fieldsOf(columns, path);
    const kept = columns.flatMap(({ values }, at) => (fields[at] == null ? [] : [values]));
    const shape = { fields: fields.filter(field => field !== null) };
    if (length < 2 || !shape.fields.some(({ role }) => role === 'value')) continue;
    const counted = shape.fields.some(({ role }) => role === 'epoch' || role === 'step');
    if (!counted && length <= MOST_EPOCHS) sink.mark({ kind: 'unit', unit: 'epoch', line: 1 });
    const record = new Float64Array(kept.length);
    for (let row = 0; row < length; row++) {
      kept.forEach((values, at) => (record[at] = values[row]!));
      sink.record(shape, record, row + 1);
    }
  }
}

/** The field of each array; `null`: it is none of a training's. */
function fieldsOf(arrays: readonly NamedArray[], path: string): (RecordField | null)[] {
  const evaluates = isEvaluations(arrays.map(({ name }) => name));
  const fileSplit = splitOfFile(path);
  return arrays.map(({ name, width }) => {
    const known = evaluates ? EVALUATIONS.get(name) : undefined;
    if (known !== undefined) return known;
    if (width > 1) return null;
    const role = roleOfName(name);
    if (role !== 'value') return { name, role, split: null };
    if (!isMeasured(name)) return null;
    const said = meaningOf(name).split !== null;
    return { name, role, split: said ? null : fileSplit };
  });
}
