import * as vscode from 'vscode';
import type { LogSource, LogStat } from '../core/log/tail';
import { pause } from './pause';

/** Bytes of a file that may stay in memory after its end was read. */
const KEPT = 262_144;

/**
 * A log through the file systems of VS Code, which give whole files only: the bytes of one state of
 * the file are kept until it changed or, when it is large, until its end was read.
 */
export class WorkspaceSource implements LogSource {
  readonly #uri: vscode.Uri;
  #kept: { readonly stat: LogStat; readonly bytes: Uint8Array } | null = null;
  #stat: LogStat | null = null;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  async stat(): Promise<LogStat | null> {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(this.#uri);
      this.#stat = { size, modified: mtime };
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

  async #whole(): Promise<Uint8Array> {
    const stat = this.#stat ?? (await this.stat());
    if (stat === null) return new Uint8Array();
    if (this.#kept?.stat !== stat) {
      this.#kept = { stat, bytes: await vscode.workspace.fs.readFile(this.#uri) };
    }
    return this.#kept.bytes;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
