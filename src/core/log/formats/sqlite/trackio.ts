import { flatten, isObject } from '../json/flatten';
import { parseJson } from '../json/parse';
import { readObjects } from './objectRows';
import type { Schema, SchemaSource } from './schema';
import { hasColumns, quoted, type Table, textOf } from './tables';

/** Trackio: a database per project; a row of `metrics` is what was logged at a step, as JSON. */
export const trackio: Schema = {
  id: 'trackio',
  read(source) {
    const table = source.tables.get('metrics');
    return hasColumns(table, 'run_name', 'step', 'metrics') ? readRuns(source, table) : null;
  },
};

function* readRuns(source: SchemaSource, table: Table): Generator<void> {
  const id = runColumn(table);
  noteNames(source, table, id);
  noteConfigs(source, id);
  yield;
  const first = `min(m.rowid) OVER (PARTITION BY m.${quoted(id)})`;
  yield* readObjects(source, {
    sql: `SELECT m.${quoted(id)}, m.step, m.metrics FROM ${quoted(table.name)} m
      ORDER BY ${first}, m.step, m.rowid`,
    columns: ['step', 'metrics'],
  });
}

/** Newer ones tell runs of one name apart. */
function runColumn(table: Table): string {
  return hasColumns(table, 'run_id') ? 'run_id' : 'run_name';
}

function noteNames({ database, runs }: SchemaSource, table: Table, id: string): void {
  const rows = database.rows(
    `SELECT DISTINCT ${quoted(id)}, run_name FROM ${quoted(table.name)} LIMIT 10000`,
  );
  for (const [run, name] of rows) runs.of(textOf(run)).name = textOf(name);
}

function noteConfigs({ database, runs, tables }: SchemaSource, id: string): void {
  const table = tables.get('configs');
  if (!hasColumns(table, id, 'config')) return;
  const rows = database.rows(`SELECT ${quoted(id)}, config FROM ${quoted(table.name)} LIMIT 10000`);
  for (const [run, json] of rows) {
    const config = parseJson(textOf(json));
    if (!isObject(config)) continue;
    const { names, values, texts } = flatten(config);
    const { parameters } = runs.of(textOf(run));
    names.forEach((name, at) => parameters.set(name, String(values[at])));
    for (const [name, text] of texts) parameters.set(name, text);
  }
}
