import { constants } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LogDatabase, type SqlValue, writesAhead } from '../core/log/database';
import { imageOf } from '../core/log/database/image';
import { databaseProblem, type OpenedDatabase } from '../core/log/database/opened';
import { WasmEngine } from '../core/log/database/wasmDatabase';
import type { LogProblem, LogProblemCode } from '../core/log/format';

/** Bytes of a database that is held in memory as a whole. */
const LARGEST_IMAGE = 268_435_456;
const WASM = 'sql-wasm.wasm';
/** Milliseconds that a writer is waited for. */
const PATIENCE = 200;
/** Times that a file is read again because it was written meanwhile. */
const TRIES = 3;

/** What is used of `node:sqlite`, which not every host has. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: URL,
    options: { readOnly: boolean; timeout: number },
  ) => {
    prepare(sql: string): Statement;
    close(): void;
  };
  readonly StatementSync: { readonly prototype: object };
}
interface Statement {
  setReturnArrays(on: boolean): void;
  setReadBigInts(on: boolean): void;
  iterate(): Iterable<(SqlValue | bigint)[]>;
}

const engine = new WasmEngine(async () => {
  try {
    return await readFile(join(__dirname, WASM));
  } catch {
    // Not built into dist/ (tests): where the package has it.
    return readFile(createRequire(__filename).resolve(`sql.js/dist/${WASM}`));
  }
});

/** Where the newest rows of a database are before they are moved into it. */
export const walOf = (path: string): string => `${path}-wal`;

/**
 * Opens a database for reading only; neither it nor what lies beside it is ever written. One with a write-ahead log
 * is copied into memory with the log in place, since a reader of the log would have to write into its index.
 */
export async function openDatabase(path: string, largest = LARGEST_IMAGE): Promise<OpenedDatabase> {
  const native = nodeSqlite();
  const hasNews = (await sizeOf(walOf(path))) > 0;
  const isLarge = (await sizeOf(path)) > largest;
  const problems: LogProblem[] = [];
  if (native !== null && (!hasNews || isLarge)) {
    try {
      const database = await openNative(native, path);
      return { database, problems: hasNews ? [problem('newer-rows')] : [] };
    } catch (error) {
      // Held by a writer, or not a file that this engine opens: its bytes can still be read.
      const { code } = databaseProblem(error);
      if (code === 'locked') problems.push(problem(code));
    }
  }
  if (isLarge) return { database: null, problems: [...problems, tooLarge(largest)] };
  return openImage(path, largest, problems);
}

/** `null` where there is none, or one that gives rows without their order. */
function nodeSqlite(): NodeSqlite | null {
  const { getBuiltinModule } = process as { getBuiltinModule?: (id: string) => unknown };
  const sqlite = getBuiltinModule?.('node:sqlite') as NodeSqlite | undefined;
  return sqlite && 'setReturnArrays' in sqlite.StatementSync.prototype ? sqlite : null;
}

async function openNative(sqlite: NodeSqlite, path: string): Promise<LogDatabase> {
  const url = pathToFileURL(path);
  // Without this, a database with an empty write-ahead log would get a new one beside it.
  if (writesAhead(await bytesOf(path, 20))) url.searchParams.set('immutable', '1');
  const database = new sqlite.DatabaseSync(url, { readOnly: true, timeout: PATIENCE });
  const opened: LogDatabase = {
    *rows(sql) {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      // Numbers beyond 2^53 would be refused otherwise.
      statement.setReadBigInts(true);
      for (const row of statement.iterate()) yield plain(row);
    },
    close: () => database.close(),
  };
  try {
    // Nothing is locked before the first page is read.
    Array.from(opened.rows('SELECT count(*) FROM sqlite_master'));
  } catch (error) {
    opened.close();
    throw error;
  }
  return opened;
}

function plain(row: (SqlValue | bigint)[]): SqlValue[] {
  for (let at = 0; at < row.length; at++)
    if (typeof row[at] === 'bigint') row[at] = Number(row[at]);
  return row as SqlValue[];
}

async function openImage(
  path: string,
  largest: number,
  problems: readonly LogProblem[],
): Promise<OpenedDatabase> {
  const { file, log, torn } = await snapshot(path, largest);
  return openBytes(file, log, largest, torn ? [...problems, problem('newer-rows')] : problems);
}

/** Opens a database that is whole in memory, with its write-ahead log where there is one. */
export async function openBytes(
  file: Uint8Array,
  log: Uint8Array = new Uint8Array(),
  largest = LARGEST_IMAGE,
  problems: readonly LogProblem[] = [],
): Promise<OpenedDatabase> {
  const image = imageOf(file, log, largest);
  if (image === null) return { database: null, problems: [...problems, tooLarge(largest)] };
  try {
    return { database: await engine.open(image), problems };
  } catch {
    return { database: null, problems: [...problems, problem('unopened')] };
  }
}

interface Snapshot {
  readonly file: Uint8Array;
  readonly log: Uint8Array;
  /** Both were being written all the time: the log was left out. */
  readonly torn: boolean;
}

/** The database and its log as they were at one moment. */
async function snapshot(path: string, largest: number): Promise<Snapshot> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await stateOf(path);
    const log = await bytesOf(walOf(path), largest);
    const file = await bytesOf(path, largest);
    if (before === (await stateOf(path))) return { file, log, torn: false };
  }
  return { file: await bytesOf(path, largest), log: new Uint8Array(), torn: true };
}

/** What changes with every write to a database or its log. */
export async function stateOf(path: string): Promise<string> {
  const states = await Promise.all(
    [path, walOf(path)].map(each =>
      stat(each).then(
        found => `${found.size} ${found.mtimeMs}`,
        () => '',
      ),
    ),
  );
  return states.join('\n');
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : 0;
}

/** The first bytes of a file; none where it is not there, or no file. */
async function bytesOf(path: string, most: number): Promise<Uint8Array> {
  if ((await sizeOf(path)) === 0) return new Uint8Array();
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return new Uint8Array();
  try {
    const bytes = new Uint8Array(Math.min(most, (await handle.stat()).size));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

const problem = (code: LogProblemCode): LogProblem => ({ code, line: 0, details: {} });
const tooLarge = (bytes: number): LogProblem => ({
  code: 'too-large',
  line: 0,
  details: { bytes },
});
