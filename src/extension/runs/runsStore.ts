import * as vscode from 'vscode';
import type { FinderListener, FindProgress, FoundLog } from '../../core/project/find/foundLog';
import { Coalesce } from '../../core/run/coalesce';
import { Lifetime, type Ending } from '../lifetime';
import type { Finder } from './finder';
import type { KeptRuns } from './keptRuns';

/** What the runs of the workspace are found with. */
export interface RunsStoreOptions {
  readonly finder: (listener: FinderListener) => Finder;
  readonly kept: KeptRuns;
  /** Folders of the workspace and those that the user added, as the finder names them. */
  readonly folders: () => readonly string[];
  readonly exclude: () => readonly string[];
  /** How logs are read and judged, as a text: what was found otherwise is found anew. */
  readonly judging: () => string;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds that news is collected for, and after which what was found is kept. */
const NEWS = 150;
const KEEP = 20_000;

/** The logs of the workspace as they were last read. Nothing is looked for before somebody asks. */
export class RunsStore implements Ending {
  readonly onDidChange: vscode.Event<void>;
  readonly #options: RunsStoreOptions;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #finder: Finder;
  readonly #logs = new Map<string, FoundLog>();
  readonly #news: Coalesce;
  readonly #keeps: Coalesce;
  readonly #met = new Set<string>();
  /** Logs that are followed elsewhere. */
  readonly #given = new Set<string>();
  #started: Promise<void> | null = null;
  /** What was asked for in the last search. */
  #wanted = '';
  #progress: FindProgress | null = null;

  constructor(options: RunsStoreOptions) {
    this.#options = options;
    this.onDidChange = this.#changed.event;
    const { failed } = options;
    this.#news = this.#own.add(new Coalesce(() => this.#changed.fire(), failed, NEWS));
    this.#keeps = this.#own.add(new Coalesce(() => this.#keep(), failed, KEEP));
    this.#finder = options.finder({
      found: logs => this.#take(logs),
      gone: paths => this.#drop(paths),
      progress: progress => {
        this.#progress = progress;
        this.#news.request();
      },
    });
  }

  /** Logs with their runs; those without a curve are not among them. */
  get logs(): readonly FoundLog[] {
    return [...this.#logs.values()].filter(log => log.runs.length > 0 || log.isLarge);
  }

  /** null: nobody has searched yet. */
  get progress(): FindProgress | null {
    return this.#progress;
  }

  /** Searches the workspace, the first time it is called. */
  start(): Promise<void> {
    return (this.#started ??= this.#begin());
  }

  /** Searches again. */
  async find(): Promise<void> {
    await this.start();
    this.#search();
  }

  stop(): void {
    this.#finder.stop();
  }

  /** Searches again where a preference changed what is found. */
  refresh(): void {
    const { folders, exclude } = this.#options;
    const wanted = JSON.stringify([folders(), exclude(), this.#options.judging()]);
    if (this.#started !== null && wanted !== this.#wanted) this.#search();
  }

  /** Logs that were met elsewhere, each once. */
  meet(paths: readonly string[]): void {
    const unmet = [...new Set(paths)].filter(path => !this.#met.has(path) && !this.#logs.has(path));
    for (const path of unmet) this.#met.add(path);
    if (unmet.length > 0) this.#finder.look(unmet);
  }

  /** Whether somebody looks at the runs. */
  see(isSeen: boolean): void {
    if (this.#started !== null) this.#finder.see(isSeen);
  }

  /** What came and may be a folder. */
  enter(paths: readonly string[]): void {
    if (this.#started !== null) this.#finder.enter(paths);
  }

  /** Files that came, went or changed. */
  look(paths: readonly string[]): void {
    if (this.#started !== null) this.#finder.look(paths);
  }

  /** A log that somebody else follows, as it is now: the next session does not hear of it. */
  give(log: FoundLog): void {
    this.#given.add(log.path);
    this.#logs.set(log.path, log);
    this.#news.request();
  }

  /** It is not followed any more. */
  takeBack(path: string): void {
    if (!this.#given.delete(path)) return;
    this.#logs.delete(path);
    this.#news.request();
  }

  dispose(): void {
    this.#own.dispose();
  }

  async #begin(): Promise<void> {
    this.#progress = { isDone: false, files: 0 };
    const kept = await this.#options.kept.load(this.#options.judging());
    if (this.#own.ended) return;
    this.#finder.remember(kept);
    this.#search();
  }

  #search(): void {
    this.#progress = { isDone: false, files: 0 };
    const folders = this.#options.folders();
    const exclude = this.#options.exclude();
    this.#wanted = JSON.stringify([folders, exclude, this.#options.judging()]);
    this.#finder.find(folders, exclude);
    this.#news.request();
  }

  #take(logs: readonly FoundLog[]): void {
    for (const log of logs) this.#logs.set(log.path, log);
    this.#news.request();
    this.#keeps.request();
  }

  #drop(paths: readonly string[]): void {
    for (const path of paths) {
      this.#logs.delete(path);
      this.#met.delete(path);
    }
    this.#news.request();
    this.#keeps.request();
  }

  async #keep(): Promise<void> {
    const found = [...this.#logs.values()].filter(({ path }) => !this.#given.has(path));
    if (this.#started !== null) await this.#options.kept.save(found, this.#options.judging());
  }
}
