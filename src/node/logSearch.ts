import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FactsOfFolders } from '../core/log/folderFacts';
import { looksLikeLogName } from '../core/log/formats/index';
import type { FoundLogs } from '../core/project/find/foundLogs';
import type { FinderListener } from '../core/project/find/foundLog';
import type { RunFolder } from '../core/project/find/runFolder';
import { RunFolders } from '../core/project/find/runFolders';
import { diskFindGround } from './diskGround';
import { walk } from './walk';

/** Files that a search looks at by their names; logs that it reads. */
const MOST_FILES = 250_000;
const MOST_LOGS = 10_000;

/** What a search needs. */
export interface LogSearchOptions extends Pick<FinderListener, 'progress'> {
  readonly known: FoundLogs;
  readonly isLeftOut: (path: string) => boolean;
  /** Reads a folder where something in it is new. */
  readonly take: (folder: RunFolder) => Promise<void>;
}

/** One search through folders, by the names of files first; it can be ended. */
export class LogSearch {
  readonly #options: LogSearchOptions;
  readonly #met = new RunFolders(diskFindGround);
  readonly #end = new AbortController();
  #files = 0;
  #logs = 0;

  constructor(options: LogSearchOptions) {
    this.#options = options;
  }

  end(): void {
    this.#end.abort();
  }

  /** Resolves to the number of files that were looked at; null: it was ended. */
  async run(folders: readonly string[]): Promise<number | null> {
    for (const folder of folders) {
      await this.#findIn(folder);
      if (this.#end.signal.aborted) return null;
    }
    return this.#files;
  }

  async #findIn(root: string): Promise<void> {
    const { known, isLeftOut, progress } = this.#options;
    const { signal } = this.#end;
    let last = '';
    for await (const { path, relative } of walk(root, this.#walking(isLeftOut))) {
      if (++this.#files % 5000 === 0) progress({ isDone: false, files: this.#files });
      // What is in a folder is told at once, not file by file.
      if (dirname(relative) !== last && known.isDue) await this.#take();
      last = dirname(relative);
      if (FactsOfFolders.concerns(relative)) this.#met.at(root, relative).note(relative);
      if (looksLikeLogName(relative) && this.#logs < MOST_LOGS)
        await this.#meet(root, relative, path);
      if (signal.aborted) return;
    }
    await this.#take();
  }

  #walking(isLeftOut: (path: string) => boolean): Parameters<typeof walk>[1] {
    return { most: MOST_FILES - this.#files, signal: this.#end.signal, isLeftOut };
  }

  async #meet(root: string, log: string, path: string): Promise<void> {
    this.#logs++;
    const now = await stat(path).catch(() => null);
    if (now === null || !now.isFile()) return;
    const file = { log, size: now.size, modified: now.mtimeMs };
    this.#met.at(root, log).add(file, { isNew: this.#options.known.isNews(path, file) });
  }

  async #take(): Promise<void> {
    for (const folder of this.#met.take()) {
      if (this.#end.signal.aborted) return;
      await this.#options.take(folder);
    }
    this.#met.trim();
  }
}
