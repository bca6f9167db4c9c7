import type { RunStatus } from '../../format';
import { parseJson } from '../json/parse';
import { readPoints, type Schema, type SchemaSource } from './schema';
import { hasColumns, numberOf, textOf } from './tables';

const STATUS: ReadonlyMap<string, RunStatus> = new Map<string, RunStatus>([
  ['COMPLETE', 'finished'],
  ['PRUNED', 'early-stopped'],
  ['FAIL', 'interrupted'],
]);
const MOST_PARAMETERS = 100_000;

/** Optuna's studies (`sqlite:///study.db`): a trial that reported intermediate values is a run; they are what it is chosen by. */
export const optuna: Schema = {
  id: 'optuna',
  read(source) {
    const { tables } = source;
    const isStorage =
      hasColumns(tables.get('studies'), 'study_id', 'study_name') &&
      hasColumns(tables.get('trials'), 'trial_id', 'study_id', 'state');
    return isStorage ? readStudies(source) : null;
  },
};

function* readStudies(source: SchemaSource): Generator<void> {
  const { database, tables } = source;
  const values = tables.get('trial_intermediate_values');
  if (!hasColumns(values, 'trial_id', 'step', 'intermediate_value')) return;
  noteTrials(source);
  noteParameters(source);
  yield;
  const names = objectives(database);
  const typed = hasColumns(values, 'intermediate_value_type');
  const value = typed
    ? `CASE v.intermediate_value_type WHEN 'INF_POS' THEN 'inf' WHEN 'INF_NEG' THEN '-inf'
       WHEN 'NAN' THEN 'NaN' ELSE v.intermediate_value END`
    : 'v.intermediate_value';
  yield* readPoints(
    { ...source, database: named(database, names) },
    {
      sql: `SELECT v.trial_id, t.study_id, v.step, NULL, ${value}
        FROM trials t CROSS JOIN trial_intermediate_values v ON v.trial_id = t.trial_id
        ORDER BY t.trial_id, v.step`,
      counting: () => 'step',
      split: 'validation',
    },
  );
}

/** Gives the rows with the name of what their study measures in the place of its number. */
function named(
  database: SchemaSource['database'],
  names: ReadonlyMap<string, string>,
): SchemaSource['database'] {
  return {
    *rows(sql) {
      for (const [run, study, ...rest] of database.rows(sql)) {
        yield [run ?? null, names.get(textOf(study)) ?? 'objective', ...rest];
      }
    },
    close: () => database.close(),
  };
}

function noteTrials({ database, runs, tables }: SchemaSource): void {
  const number = hasColumns(tables.get('trials'), 'number') ? 't.number' : 't.trial_id';
  const rows = database.rows(
    `SELECT t.trial_id, ${number}, t.state, s.study_name, (SELECT count(*) FROM studies)
     FROM trials t JOIN studies s ON s.study_id = t.study_id LIMIT 10000`,
  );
  for (const [id, trial, state, study, studies] of rows) {
    const outline = runs.of(textOf(id));
    const name = `trial ${textOf(trial)}`;
    outline.name = numberOf(studies) > 1 ? `${textOf(study)}/${name}` : name;
    outline.status = STATUS.get(textOf(state)) ?? null;
  }
}

/** A choice is stored by its number among the choices. */
function noteParameters({ database, runs, tables }: SchemaSource): void {
  const table = tables.get('trial_params');
  if (!hasColumns(table, 'trial_id', 'param_name', 'param_value', 'distribution_json')) return;
  const rows = database.rows(
    `SELECT trial_id, param_name, param_value, substr(distribution_json, 1, 10000)
     FROM trial_params LIMIT ${MOST_PARAMETERS}`,
  );
  for (const [trial, name, value, distribution] of rows) {
    const choice = choiceOf(textOf(distribution), numberOf(value));
    runs.of(textOf(trial)).parameters.set(textOf(name), choice ?? textOf(value));
  }
}

function choiceOf(json: string, index: number): string | null {
  const { attributes } = (parseJson(json) ?? {}) as { attributes?: { choices?: unknown } };
  const choices: unknown = attributes?.choices;
  const choice: unknown = Array.isArray(choices) ? choices[index] : undefined;
  return choice === undefined ? null : typeof choice === 'string' ? choice : JSON.stringify(choice);
}

/** What each study measures, as it says, else by its direction: a loss is minimised, a score maximised. */
function objectives(database: SchemaSource['database']): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const directions = database.rows(
    'SELECT study_id, direction FROM study_directions ORDER BY objective DESC LIMIT 10000',
  );
  for (const [study, direction] of directions) {
    names.set(textOf(study), textOf(direction) === 'MAXIMIZE' ? 'score' : 'objective');
  }
  const own = database.rows(
    "SELECT study_id, value_json FROM study_system_attributes WHERE key = 'study:metric_names'",
  );
  for (const [study, json] of own) {
    const parsed = parseJson(textOf(json));
    const first: unknown = Array.isArray(parsed) ? parsed[0] : undefined;
    if (typeof first === 'string' && first !== '') names.set(textOf(study), first);
  }
  return names;
}
