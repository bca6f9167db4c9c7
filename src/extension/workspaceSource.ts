import * as vscode from 'vscode';
import { imageOf } from '../core/log/database/image';
import type { OpenedDatabase } from '../core/log/database/opened';
import type { WasmEngine } from '../core/log/database/wasmDatabase';
import { isDatabaseName } from '../core/log/logName';
import type { LogSource, LogStat } from '../core/log/tail';
import { pause } from '../core/run/pause';

/** Bytes of a file that may stay in memory after its end was read. */
const KEPT = 262_144;
/** Bytes of a database that is opened in memory. */
const LARGEST_IMAGE = 268_435_456;

/**
 * A log through the file systems of VS Code, which give whole files only: the bytes of one state of
 * the file are kept until it changed or, when it is large, until its end was read.
 */
export class WorkspaceSource implements LogSource {
  readonly #uri: vscode.Uri;
  readonly #engine: WasmEngine;
  #kept: { readonly stat: LogStat; readonly bytes: Uint8Array } | null = null;
  #stat: LogStat | null = null;

  constructor(uri: vscode.Uri, engine: WasmEngine) {
    this.#uri = uri;
    this.#engine = engine;
  }

  async stat(): Promise<LogStat | null> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.#uri);
      this.#stat = { size, modified: mtime };
      if (isDatabaseName(this.#uri.path)) await this.#noteLog(this.#stat);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      this.#stat = null;
    }
    return this.#stat;
  }

  async read(from: number, to: number): Promise<Uint8Array> {
    const bytes = await this.#whole();
    if (to >= bytes.length && bytes.length > KEPT) this.#kept = null;
    await pause();
    return bytes.subarray(from, to);
  }

  async database(): Promise<OpenedDatabase> {
    const stat = await this.stat();
    if (stat === null || stat.size > LARGEST_IMAGE) return closed('too-large');
    try {
      const log = await vscode.workspace.fs.readFile(walOf(this.#uri)).then(
        bytes => bytes,
        () => new Uint8Array(),
      );
      const file = await vscode.workspace.fs.readFile(this.#uri);
      const image = imageOf(file, log, LARGEST_IMAGE);
      if (image === null) return closed('too-large');
      return { database: await this.#engine.open(image), problems: [] };
    } catch {
      return closed('unopened');
    }
  }

  /** What is new in the write-ahead log of a database is a change of it too. */
  async #noteLog(stat: LogStat): Promise<void> {
    const log = await vscode.workspace.fs.stat(walOf(this.#uri)).then(
      found => found,
      () => null,
    );
    if (log === null) return;
    const identity = `${log.size} ${log.mtime}`;
    this.#stat = { ...stat, modified: Math.max(stat.modified, log.mtime), identity };
  }

  async #whole(): Promise<Uint8Array> {
    const stat = this.#stat ?? (await this.stat());
    if (stat === null) return new Uint8Array();
    if (this.#kept?.stat !== stat) {
      this.#kept = { stat, bytes: await vscode.workspace.fs.readFile(this.#uri) };
    }
    return this.#kept.bytes;
  }
}

/** Where the newest rows of a database are before they are moved into it. */
function walOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}-wal` });
}

function closed(code: 'too-large' | 'unopened'): OpenedDatabase {
  return { database: null, problems: [{ code, line: 0, details: {} }] };
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
