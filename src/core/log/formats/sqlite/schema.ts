import type { LogDatabase } from '../../database';
import type { LogSink, Split } from '../../format';
import { type Counting, PointRows } from './pointRows';
import type { RunOutlines } from './runOutlines';
import { numberOf, type Tables, textOf } from './tables';

/** A database that is to be read, and where its runs go. */
export interface SchemaSource {
  readonly database: LogDatabase;
  readonly tables: Tables;
  /** Path of the file, for what its name says. */
  readonly path: string;
  readonly sink: LogSink;
  readonly runs: RunOutlines;
  /** Rows read of one table. */
  readonly mostRows: number;
}

/** A way to keep trainings in tables. */
export interface Schema {
  readonly id: string;
  /** Reads the trainings; `null`: the tables are not kept this way. May throw what the engine throws. */
  read(source: SchemaSource): Generator<void> | null;
}

/** Rows after which something else may have its turn. */
const SLICE = 1000;

/** A table with one value in a row. */
export interface PointQuery {
  /** Gives run, key, place on the axis, seconds and value; the rows of a run follow each other. */
  readonly sql: string;
  readonly counting: (run: string, key: string) => Counting;
  readonly split: Split | null;
}

/** Reads a table with one value in a row. */
export function* readPoints(
  { database, sink, runs, mostRows }: SchemaSource,
  { sql, counting, split }: PointQuery,
): Generator<void> {
  const rows = new PointRows(sink);
  let line = 0;
  let current: string | null = null;
  try {
    for (const [id, name, at, time, value] of database.rows(`${sql} LIMIT ${mostRows + 1}`)) {
      if (++line > mostRows) {
        sink.problem({ code: 'too-large', line: 0, details: { rows: mostRows } });
        return;
      }
      if (line % SLICE === 0) yield;
      const run = textOf(id);
      if (run !== current) rows.begin();
      current = run;
      if (!runs.begin(run, line)) continue;
      const key = textOf(name);
      const number = numberOf(value);
      const place = { at: numberOf(at), time: numberOf(time) };
      rows.add({ key, split, counting: counting(run, key), value: number, ...place }, line);
    }
  } finally {
    // What was read before the engine gave up counts.
    rows.flush();
    runs.end(line);
  }
}
