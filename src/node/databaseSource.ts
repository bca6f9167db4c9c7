import { stat } from 'node:fs/promises';
import type { OpenedDatabase } from '../core/log/database/opened';
import { isDatabaseName } from '../core/log/logName';
import type { LogSource, LogStat } from '../core/log/tail';
import { FileSource } from './fileSource';
import { openDatabase, walOf } from './openDatabase';

/** A file on this disk that may be a database: what is new in its write-ahead log is a change of it too. */
export class DatabaseSource implements LogSource {
  readonly #path: string;
  readonly #file: FileSource;
  #isDatabase: boolean;

  constructor(path: string) {
    this.#path = path;
    this.#file = new FileSource(path);
    this.#isDatabase = isDatabaseName(path);
  }

  async stat(): Promise<LogStat | null> {
    const file = await this.#file.stat();
    if (file === null || !this.#isDatabase) return file;
    const log = await stat(walOf(this.#path)).catch(() => null);
    if (log === null) return file;
    const identity = `${file.identity ?? ''} ${log.size} ${log.mtimeMs}`;
    return { ...file, modified: Math.max(file.modified, log.mtimeMs), identity };
  }

  read(from: number, to: number, room?: Uint8Array): Promise<Uint8Array> {
    return this.#file.read(from, to, room);
  }

  database(): Promise<OpenedDatabase> {
    this.#isDatabase = true;
    return openDatabase(this.#path);
  }
}
