import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FactsOfFolders } from '../core/log/folderFacts';
import { looksLikeLogName } from '../core/log/formats/index';
import type { FoundLogs } from '../core/project/find/foundLogs';
import type { FinderListener } from '../core/project/find/foundLog';
import type { RunFolder } from '../core/project/find/runFolder';
import { RunFolders } from '../core/project/find/runFolders';
import { diskFindGround } from './diskGround';
import { besides, relativeTo } from './placesOfLogs';
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
  #met = new RunFolders(diskFindGround);
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
      await this.#findIn(folder, folder);
      if (this.#end.signal.aborted) return null;
    }
    return this.#files;
  }

  /** Looks only through one folder in a folder that was searched before: what is known beside it may be of the same runs. */
  async runIn(root: string, below: string): Promise<void> {
    if (below !== root)
      this.#met = new RunFolders(diskFindGround, (...place) =>
        besides(this.#options.known, ...place),
      );
    await this.#findIn(root, below);
  }

  async #findIn(root: string, below: string): Promise<void> {
    const { known, progress } = this.#options;
    const prefix = below === root ? '' : `${relativeTo(root, below)}/`;
    const { signal } = this.#end;
    let last = '';
    for await (const { path, relative } of walk(below, this.#walking(prefix))) {
      if (++this.#files % 5000 === 0) progress({ isDone: false, files: this.#files });
      const log = prefix + relative;
      // What is in a folder is told at once, not file by file.
      if (dirname(log) !== last && known.isDue) await this.#take();
      last = dirname(log);
      if (FactsOfFolders.concerns(log)) this.#met.at(root, log).note(log);
      if (looksLikeLogName(log) && this.#logs < MOST_LOGS) await this.#meet(root, log, path);
      if (signal.aborted) return;
    }
    await this.#take();
  }

  #walking(prefix: string): Parameters<typeof walk>[1] {
    const { isLeftOut } = this.#options;
    return {
      most: MOST_FILES - this.#files,
      signal: this.#end.signal,
      isLeftOut: relative => isLeftOut(prefix + relative),
    };
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
