import { isDatabase, type LogDatabase } from '../database';
import { databaseProblem } from '../database/opened';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { longTable } from './sqlite/longTable';
import { mlflow } from './sqlite/mlflow';
import { optuna } from './sqlite/optuna';
import { RunOutlines } from './sqlite/runOutlines';
import type { Schema } from './sqlite/schema';
import { tablesOf } from './sqlite/tables';
import { trackio } from './sqlite/trackio';
import { wideTable } from './sqlite/wideTable';

/** The ways to keep trainings in tables, in the order they are asked: what is known by name first. */
const schemas: readonly Schema[] = [mlflow, optuna, trackio, longTable, wideTable];

/** What reads a database where nobody could open it. */
class ClosedReader implements LogReader {
  readonly #sink: LogSink;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  push(): void {
    // Pages mean nothing without the engine.
  }

  end(): void {
    this.#sink.problem({ code: 'unopened', line: 0, details: {} });
  }
}

/** Rows read of one table; what a training logs in months is less. */
const MOST_ROWS = 5_000_000;

/** Reads the trainings of a database, at most so many rows of a table. */
export function* readDatabase(
  database: LogDatabase,
  head: Pick<LogHead, 'path'>,
  sink: LogSink,
  mostRows = MOST_ROWS,
): Generator<void> {
  try {
    const runs = new RunOutlines(sink);
    const source = { database, tables: tablesOf(database), path: head.path, sink, runs, mostRows };
    for (const schema of schemas) {
      const reading = schema.read(source);
      if (reading === null) continue;
      yield* reading;
      return;
    }
  } catch (error) {
    sink.problem(databaseProblem(error));
  }
}

/** SQLite databases with trainings in their tables: MLflow, Optuna, Trackio, or any of such a shape. */
export const sqlite: LogFormat = {
  id: 'sqlite',
  growth: 'rewrite',
  recognize: head => isDatabase(head.bytes),
  open: (_, sink) => new ClosedReader(sink),
  database: (database, head, sink) => readDatabase(database, head, sink),
};
