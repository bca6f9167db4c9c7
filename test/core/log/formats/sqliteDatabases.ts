import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import type { LogDatabase, SqlValue } from '../../../../src/core/log/database';
import { WasmEngine } from '../../../../src/core/log/database/wasmDatabase';
import { readDatabase } from '../../../../src/core/log/formats/sqlite';
import { RunBuilder } from '../../../../src/core/run/buildRuns';
import type { LogProblem, Run } from '../../../../src/core/run/run';

export const engine = new WasmEngine(() =>
  Promise.resolve(readFileSync('node_modules/sql.js/dist/sql-wasm.wasm')),
);

/** The bytes of a database that statements make. */
export async function made(...statements: readonly string[]): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  for (const statement of statements) database.run(statement);
  const bytes = database.export();
  database.close();
  return bytes;
}

/** Rows of numbers and texts as SQL. */
export function values(rows: readonly (readonly (number | string | null)[])[]): string {
  const cell = (each: number | string | null) =>
    each === null ? 'NULL' : typeof each === 'number' ? String(each) : `'${each}'`;
  return rows.map(row => `(${row.map(cell).join(', ')})`).join(', ');
}

/** What was read of a database. */
export interface Reading {
  readonly runs: readonly Run[];
  readonly problems: readonly LogProblem[];
}

/** Reads an open database to its end. */
export function readingOf(database: LogDatabase, mostRows?: number): Reading {
  const builder = new RunBuilder('some.db', 'sqlite');
  Array.from(readDatabase(database, { path: 'some.db' }, builder, mostRows));
  database.close();
  return { runs: builder.runs(), problems: builder.problems };
}

/** Reads the bytes of a database. */
export async function readBytes(bytes: Uint8Array, mostRows?: number): Promise<Reading> {
  return readingOf(await engine.open(bytes), mostRows);
}

/** A run as plain data: each curve by name and split with its values. */
export function plain({ name, unit, status, plannedEpochs, series }: Run): unknown {
  const curves = series.map(each => [`${each.name} ${each.split ?? '-'}`, [...each.values.view()]]);
  return { name, unit, status, plannedEpochs, ...Object.fromEntries(curves) };
}

/** A database whose every query gives these rows. */
export function stub(rows: (sql: string) => Iterable<readonly SqlValue[]>): LogDatabase {
  return { rows, close: () => undefined };
}
