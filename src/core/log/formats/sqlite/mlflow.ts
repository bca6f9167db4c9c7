import type { RunStatus } from '../../format';
import type { Counting } from './pointRows';
import type { RunOutlines } from './runOutlines';
import { readPoints, type Schema, type SchemaSource } from './schema';
import { hasColumns, numberOf, type Tables, textOf } from './tables';

/** As MLflow calls them; a run that says that it runs may have been killed. */
const STATUS: ReadonlyMap<string, RunStatus> = new Map<string, RunStatus>([
  ['FINISHED', 'finished'],
  ['FAILED', 'interrupted'],
  ['KILLED', 'interrupted'],
]);
/** Parameters kept of all runs together, and the characters of one. */
const MOST_PARAMETERS = 100_000;
const LONGEST = 500;

/** The store counts what is not a number apart, and infinities as the largest double (mlflow/store/tracking/sqlalchemy_store.py). */
const VALUE = `CASE WHEN m.is_nan THEN 'NaN' WHEN m.value >= 1.7976931348623157e308 THEN 'inf'
  WHEN m.value <= -1.7976931348623157e308 THEN '-inf' ELSE m.value END`;
/** Samples of the machine's load, which MLflow takes by itself. */
const NO_LOAD = `substr(key, 1, 7) <> 'system/'`;
/** In the order the runs began: the outer table comes first in a CROSS JOIN. */
const JOINED = `FROM runs r CROSS JOIN metrics m ON m.run_uuid = r.run_uuid
  WHERE r.lifecycle_stage IS NOT 'deleted' AND ${NO_LOAD}`;

/** MLflow's backend store in SQLite (`sqlite:///mlflow.db`). Samples of the machine's load are left out. */
export const mlflow: Schema = {
  id: 'mlflow',
  read(source) {
    const { tables } = source;
    const isStore =
      hasColumns(tables.get('runs'), 'run_uuid', 'status', 'experiment_id', 'lifecycle_stage') &&
      hasColumns(tables.get('metrics'), 'run_uuid', 'key', 'value', 'timestamp', 'step', 'is_nan');
    return isStore ? readStore(source) : null;
  },
};

function* readStore(source: SchemaSource): Generator<void> {
  const { database, runs, tables } = source;
  noteRuns(source);
  if (hasColumns(tables.get('params'), 'run_uuid', 'key', 'value')) {
    const rows = database.rows(
      `SELECT run_uuid, key, substr(value, 1, ${LONGEST}) FROM params LIMIT ${MOST_PARAMETERS}`,
    );
    for (const [run, key, value] of rows) {
      runs.of(textOf(run)).parameters.set(textOf(key), textOf(value));
    }
  }
  yield;
  const counting = countings(source, runs);
  yield* readPoints(source, {
    sql: `SELECT r.run_uuid, m.key, CAST(m.step AS REAL), m.timestamp / 1000.0, ${VALUE} ${JOINED}
      ORDER BY r.rowid, m.step, m.timestamp, m.key`,
    counting: (run, key) => counting.get(run)?.get(key) ?? 'step',
    split: null,
  });
}

/** Names as MLflow shows them: in front of it the experiment's, where there are several. */
function noteRuns({ database, runs, tables }: SchemaSource): void {
  const found = Array.from(database.rows(runsQuery(tables)), row => row.map(textOf));
  const several = new Set(found.map(row => row[3])).size > 1;
  for (const [id = '', called = '', status = '', group = ''] of found) {
    const outline = runs.of(id);
    const name = called === '' ? id : called;
    outline.name = several && group !== '' ? `${group}/${name}` : name;
    outline.status = STATUS.get(status) ?? null;
  }
}

/** Older stores keep the name of a run among its tags. */
function runsQuery(tables: Tables): string {
  const tag = hasColumns(tables.get('tags'), 'run_uuid', 'key', 'value')
    ? `(SELECT t.value FROM tags t WHERE t.run_uuid = r.run_uuid AND t.key = 'mlflow.runName')`
    : 'NULL';
  const name = hasColumns(tables.get('runs'), 'name')
    ? `coalesce(nullif(r.name, ''), ${tag})`
    : tag;
  const experiment = hasColumns(tables.get('experiments'), 'experiment_id', 'name')
    ? '(SELECT e.name FROM experiments e WHERE e.experiment_id = r.experiment_id)'
    : 'NULL';
  return `SELECT r.run_uuid, ${name}, r.status, ${experiment} FROM runs r LIMIT 10000`;
}

/**
 * What the values of each key of each run are counted in. Where the caller named no step, all stand at one; a last
 * step that is the planned number of epochs was the epoch.
 */
function countings(
  { database, mostRows }: SchemaSource,
  runs: RunOutlines,
): ReadonlyMap<string, ReadonlyMap<string, Counting>> {
  const keys = new Map<
    string,
    { key: string; unstepped: boolean; last: number; count: number }[]
  >();
  const rows = database.rows(
    `SELECT run_uuid, key, count(*), min(step), max(step)
     FROM (SELECT run_uuid, key, step FROM metrics WHERE ${NO_LOAD} LIMIT ${mostRows})
     GROUP BY run_uuid, key`,
  );
  for (const row of rows) {
    const [count, first, last] = [numberOf(row[2]), numberOf(row[3]), numberOf(row[4])];
    const run = textOf(row[0]);
    const known = keys.get(run) ?? [];
    keys.set(run, known);
    known.push({ key: textOf(row[1]), unstepped: count > 1 && first === last, last, count });
  }
  return new Map(
    Array.from(keys, ([run, known]) => {
      const planned = runs.plannedEpochs(run);
      const last = known.reduce((most, each) => Math.max(most, each.last), -Infinity);
      const epochs =
        (last === planned || last === planned - 1) &&
        known.every(each => each.count <= planned + 1);
      const all = known.every(each => each.unstepped || each.count === 1);
      const countingOf = (unstepped: boolean): Counting =>
        unstepped ? (all ? 'row' : 'ordinal') : epochs ? 'epoch' : 'step';
      return [run, new Map(known.map(each => [each.key, countingOf(each.unstepped)]))];
    }),
  );
}
