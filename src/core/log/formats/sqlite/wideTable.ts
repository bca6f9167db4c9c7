import { isEpisode, roleOfName } from '../../axisName';
import type { FieldRole } from '../../format';
import { meaningOf } from '../../name';
import { flatten } from '../json/flatten';
import { objectOf, readObjects } from './objectRows';
import { noteRunNames } from './runNames';
import type { Schema, SchemaSource } from './schema';
import { columnsOf, countsEpochs } from './tableColumns';
import { quoted, type Table } from './tables';

/** Rows looked at to see what a table holds. */
const SAMPLE = 20;
/** Rows that a curve has at least. */
const FEWEST = 2;

/** Any table with a row for each epoch or step: measures of a training in its columns, or as JSON in one of them. */
export const wideTable: Schema = {
  id: 'wide-table',
  read(source) {
    const found = [...source.tables.values()].filter(table => isTraining(source, table));
    return found.length === 0 ? null : readTables(source, found);
  },
};

function countersOf(table: Table): string[] {
  const { epoch, step, time } = columnsOf(table);
  return [epoch, step, time].filter(column => column !== null);
}

/** A counter, and beside it a loss, a measure that names its split, or measures by epoch: many a game counts rounds and scores. */
function isTraining({ database }: SchemaSource, table: Table): boolean {
  const { epoch, step, others } = columnsOf(table);
  if (!countsEpochs(database, table, epoch)) return false;
  const select = others.map(quoted).join(', ');
  if (select === '') return false;
  const rows = [...database.rows(`SELECT ${select} FROM ${quoted(table.name)} LIMIT ${SAMPLE}`)];
  if (rows.length < FEWEST) return false;
  const names = [...new Set(rows.flatMap(cells => flatten(objectOf(others, cells)).names))];
  const named = (role: FieldRole): string | null =>
    names.find(name => roleOfName(name) === role) ?? null;
  return isMeasured(names, epoch ?? named('epoch'), step ?? named('step'));
}

/** `epoch`, `step`: the counters, of the table or of the JSON in it; `null`: there is none. */
function isMeasured(names: readonly string[], epoch: string | null, step: string | null): boolean {
  if (epoch === null && step === null) return false;
  const measures = names.map(meaningOf).filter(({ kind }) => kind === 'measure');
  const isOfAgent = step !== null && isEpisode(step);
  return measures.some(
    ({ metric, split }) =>
      epoch !== null ||
      split !== null ||
      /loss/.test(metric) ||
      (isOfAgent && /reward|return/.test(metric)),
  );
}

function* readTables(source: SchemaSource, tables: readonly Table[]): Generator<void> {
  for (const table of tables) {
    const { run, others } = columnsOf(table);
    noteRunNames(source, table, run);
    const columns = [...countersOf(table), ...others];
    const id = run === null ? `'${table.name.replaceAll("'", "''")}'` : quoted(run);
    const order = table.rowid ?? quoted(columns[0]!);
    yield* readObjects(source, {
      sql: `SELECT ${[id, ...columns.map(quoted)].join(', ')} FROM ${quoted(table.name)}
        ORDER BY ${run === null ? '' : `${id}, `}${order}`,
      columns,
    });
  }
}
