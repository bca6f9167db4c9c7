import type { SqlValue } from '../../database';
import { ObjectRecords } from '../json/objectRecords';
import { isObject } from '../json/flatten';
import { parseJson } from '../json/parse';
import type { SchemaSource } from './schema';
import { textOf } from './tables';

const SLICE = 1000;

/** A table with a row for each moment. */
export interface ObjectQuery {
  /** Gives run, then the columns; the rows of a run follow each other. */
  readonly sql: string;
  readonly columns: readonly string[];
}

/** Reads a table with a row for each moment; texts that are JSON objects are what they hold. */
export function* readObjects(source: SchemaSource, query: ObjectQuery): Generator<void> {
  const { database, sink, runs, path, mostRows } = source;
  let records = new ObjectRecords(path, sink);
  let line = 0;
  let current: string | null = null;
  for (const [id, ...cells] of database.rows(`${query.sql} LIMIT ${mostRows + 1}`)) {
    if (++line > mostRows) {
      sink.problem({ code: 'too-large', line: 0, details: { rows: mostRows } });
      return;
    }
    if (line % SLICE === 0) yield;
    const run = textOf(id);
    if (run !== current) records = new ObjectRecords(path, sink);
    current = run;
    if (runs.begin(run, line)) records.add(objectOf(query.columns, cells), line);
  }
  runs.end(line);
}

/** A row as an object. What a JSON text holds stands beside the other columns. */
export function objectOf(
  columns: readonly string[],
  cells: readonly SqlValue[],
): Readonly<Record<string, unknown>> {
  const inside: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  columns.forEach((column, at) => {
    const cell = cells[at];
    const object = jsonIn(cell ?? null);
    // A measure that is no number is stored as NULL; beside numbers it is told by its absence.
    if (object !== null) Object.assign(inside, object);
    else if (cell !== null && !(cell instanceof Uint8Array)) own[column] = cell;
  });
  return { ...inside, ...own };
}

function jsonIn(cell: SqlValue): Readonly<Record<string, unknown>> | null {
  if (cell === null || typeof cell === 'number') return null;
  const text = textOf(cell);
  if (!text.startsWith('{')) return null;
  const object = parseJson(text);
  return isObject(object) ? withoutMedia(object) : null;
}

/** Pictures, tables and the like are objects that name their type. */
function withoutMedia(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(object).filter(
    ([, value]) => !(isObject(value) && typeof value['_type'] === 'string'),
  );
  return Object.fromEntries(entries);
}
