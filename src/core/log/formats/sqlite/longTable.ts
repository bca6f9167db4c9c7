import { meaningOf } from '../../name';
import { noteRunNames } from './runNames';
import { readPoints, type Schema, type SchemaSource } from './schema';
import { columnsOf, countsEpochs, type TableColumns } from './tableColumns';
import { quoted, type Table, textOf } from './tables';

const KEY = /^(?:key|metric|metric_?(?:name|key)|name|tag|series|measure|scalar_?(?:name|tag))$/i;
const VALUE = /^(?:value|val|metric_?value|scalar|scalar_?value)$/i;
/** Names of metrics looked at. */
const SAMPLE = 200;

/** A table with one value in a row, and the name of what was measured beside it. */
interface LongTable {
  readonly table: Table;
  readonly columns: TableColumns;
  readonly key: string;
  readonly value: string;
  readonly axis: string;
}

/** Any table with a name, a value and a counter in each row, if the names are measures of a training. */
export const longTable: Schema = {
  id: 'long-table',
  read(source) {
    const found = [...source.tables.values()]
      .flatMap(table => longIn(table) ?? [])
      .filter(long => measures(source, long));
    return found.length === 0 ? null : readTables(source, found);
  },
};

function longIn(table: Table): LongTable | null {
  const columns = columnsOf(table);
  const key = table.columns.find(column => KEY.test(column));
  const value = table.columns.find(column => VALUE.test(column)) ?? onlyOther(columns, key);
  const axis = columns.epoch ?? columns.step;
  if (key === undefined || value === null || axis === null || columns.run === key) return null;
  return { table, columns, key, value, axis };
}

/** The column of the values where it is called something else: nothing but the names stands beside it. */
function onlyOther({ others }: TableColumns, key: string | undefined): string | null {
  const [value, ...more] = others.filter(column => column !== key);
  return more.length === 0 ? (value ?? null) : null;
}

function measures({ database }: SchemaSource, { table, key, columns }: LongTable): boolean {
  if (!countsEpochs(database, table, columns.epoch)) return false;
  const sample = `SELECT ${quoted(key)} AS k FROM ${quoted(table.name)} LIMIT 20000`;
  const names = database.rows(`SELECT DISTINCT k FROM (${sample}) LIMIT ${SAMPLE}`);
  return Array.from(names, ([name]) => meaningOf(textOf(name))).some(
    ({ kind }) => kind === 'measure',
  );
}

function* readTables(source: SchemaSource, tables: readonly LongTable[]): Generator<void> {
  for (const { table, columns, key, value, axis } of tables) {
    noteRunNames(source, table, columns.run);
    const run =
      columns.run === null ? `'${table.name.replaceAll("'", "''")}'` : quoted(columns.run);
    const order = table.rowid ?? quoted(axis);
    yield* readPoints(source, {
      sql: `SELECT ${run}, ${quoted(key)}, ${quoted(axis)},
        ${columns.time === null ? 'NULL' : quoted(columns.time)}, ${quoted(value)}
        FROM ${quoted(table.name)} ORDER BY ${columns.run === null ? '' : `${run}, `}${order}`,
      counting: () => (columns.epoch === null ? 'step' : 'epoch'),
      split: null,
    });
  }
}
