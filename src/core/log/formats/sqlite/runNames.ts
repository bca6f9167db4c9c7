import type { SchemaSource } from './schema';
import { quoted, type Table, type Tables, textOf } from './tables';

const KEY = /_?(?:id|uuid|key|number|no)$/i;
const NAME = /^(?:name|title|label|run_?name|display_?name)$/i;
const MOST = 10_000;

/** The table that the numbers in a column point into. */
function tableOf(column: string, tables: Tables): Table | undefined {
  const base = column.toLowerCase().replace(KEY, '');
  if (base === '' || base === column.toLowerCase()) return undefined;
  return tables.get(base) ?? tables.get(`${base}s`);
}

/** Calls the runs of a table what the table calls them that their numbers point into: `run_id` into `runs`. */
export function noteRunNames(source: SchemaSource, table: Table, run: string | null): void {
  const named = run === null ? undefined : tableOf(run, source.tables);
  if (named === undefined || named === table) return;
  const id = named.columns.find(column => column === run || /^(?:id|uuid)$/i.test(column));
  const name = named.columns.find(column => NAME.test(column));
  if (id === undefined || name === undefined) return;
  const rows = source.database.rows(
    `SELECT ${quoted(id)}, ${quoted(name)} FROM ${quoted(named.name)} LIMIT ${MOST}`,
  );
  for (const [key, called] of rows) {
    if (textOf(called) !== '') source.runs.of(textOf(key)).name = textOf(called);
  }
}
