import { axisRank, roleOfName } from '../../axisName';
import type { FieldRole } from '../../format';
import type { LogDatabase } from '../../database';
import { numberOf, quoted, type Table } from './tables';

const RUN =
  /^(?:runs?|trials?|experiments?|exp|jobs?|session|training|study|task|model_run)(?:_?(?:id|uuid|name|key|number|no))?$/i;
const ID = /^(?:id|_id|row_?id|uuid|pk|index)$/i;

/** What the names of a table's columns say. */
export interface TableColumns {
  /** What tells the runs of a table apart; `null`: it holds one. */
  readonly run: string | null;
  /** The best counters of their kind. */
  readonly epoch: string | null;
  readonly step: string | null;
  readonly time: string | null;
  /** What is neither run nor counter nor the number of the row. */
  readonly others: readonly string[];
}

/** Reads the names of a table's columns. */
export function columnsOf({ columns }: Table): TableColumns {
  const run = columns.find(column => RUN.test(column)) ?? null;
  const plain = columns.filter(column => !RUN.test(column) && !ID.test(column));
  const best = (role: FieldRole): string | null =>
    plain
      .filter(column => roleOfName(column) === role)
      .reduce<string | null>(
        (found, column) => (found === null || axisRank(column) > axisRank(found) ? column : found),
        null,
      );
  return {
    run,
    epoch: best('epoch'),
    step: best('step'),
    time: best('time'),
    others: plain.filter(column => roleOfName(column) === 'value'),
  };
}

/** Seconds since 1970 are called epochs too; no training has so many. */
const MOST_EPOCHS = 1e8;

/** Whether a column that is called after epochs counts those of a training. */
export function countsEpochs(database: LogDatabase, table: Table, column: string | null): boolean {
  if (column === null) return true;
  const sample = `SELECT ${quoted(column)} AS e FROM ${quoted(table.name)} LIMIT 1000`;
  const [row] = database.rows(`SELECT max(e) FROM (${sample})`);
  return !(numberOf(row?.[0]) >= MOST_EPOCHS);
}
