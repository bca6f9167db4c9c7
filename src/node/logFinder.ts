import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { analyse } from '../core/analysis/analyse';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import { looksLikeLogName } from '../core/log/formats/index';
import { globs } from '../core/project/globs';
import { FollowedLog } from '../core/project/followedLog';
import type { FindProgress, FoundLog } from '../core/project/foundLog';
import { judgedRun } from '../core/project/judgedRun';
import { assemble } from '../core/run/assemble';
import { FollowedFile } from '../core/run/followedFile';
import { diskGround } from './diskGround';
import { sourceOf } from './sourceOf';
import { walk } from './walk';

/** Files that a search looks at by their names; logs that it reads. */
const MOST_FILES = 250_000;
const MOST_LOGS = 10_000;
/** Larger logs are read when they are opened. */
const LARGEST = 64_000_000;
/** Milliseconds between looks at the logs that are known, and how many of them are followed at once. */
const LOOK = 3000;
const MOST_FOLLOWED = 20;
/** A log written less than so many milliseconds ago is followed from the start, and until it has been quiet for longer. */
const FRESH = 120_000;
const QUIET = 900_000;
/** What was written longer ago than this (milliseconds) is looked at in every so many rounds only: VS Code says when it changes. */
const RECENT = 86_400_000;
const SELDOM = 20;
/** Milliseconds that found logs are collected for. */
const COLLECTED = 150;

/** Who is told what a search finds, and what changes of it afterwards. */
export interface FinderListener {
  readonly found: (logs: readonly FoundLog[]) => void;
  readonly gone: (paths: readonly string[]) => void;
  readonly progress: (progress: FindProgress) => void;
}

/**
 * Finds the logs of folders, cheap signs (their names) first and content second, and from then on looks at them from
 * time to time: what grows is followed, what does not costs a look.
 */
export class LogFinder {
  readonly #listener: FinderListener;
  readonly #preferences: () => AnalysisPreferences;
  readonly #known = new Map<string, FoundLog>();
  readonly #followed = new Map<string, FollowedLog>();
  #waiting: FoundLog[] = [];
  #toldAt = 0;
  #round = 0;
  #search: AbortController | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(listener: FinderListener, preferences: () => AnalysisPreferences) {
    this.#listener = listener;
    this.#preferences = preferences;
  }

  /** What is known from before: it is read again only when its size or time differ. */
  remember(logs: readonly FoundLog[]): void {
    for (const log of logs) if (!this.#known.has(log.path)) this.#known.set(log.path, log);
  }

  /** Looks through folders, leaving out what the globs name; a search that goes on ends. */
  async find(folders: readonly string[], exclude: readonly string[]): Promise<void> {
    this.#search?.abort();
    const search = new AbortController();
    this.#search = search;
    const { signal } = search;
    const isLeftOut = globs(exclude);
    let files = 0;
    let logs = 0;
    for (const folder of folders) {
      const left = { most: MOST_FILES - files, signal, isLeftOut };
      for await (const { path, relative } of walk(folder, left)) {
        files++;
        if (files % 5000 === 0) this.#listener.progress({ isDone: false, files });
        if (!looksLikeLogName(relative) || logs >= MOST_LOGS) continue;
        logs++;
        await this.#look(path);
        if (signal.aborted) return;
      }
    }
    this.#tell();
    this.#listener.progress({ isDone: true, files });
    this.#schedule();
  }

  /** Ends a search; what was found stays known. */
  stop(): void {
    this.#search?.abort();
    this.#tell();
    this.#listener.progress({ isDone: true, files: 0 });
    this.#schedule();
  }

  /** Looks at one file: reads it if it is new, or other than it was. */
  async #look(path: string): Promise<void> {
    const now = await stat(path).catch(() => null);
    if (this.#ended) return;
    if (now === null || !now.isFile()) {
      this.#forget(path);
      return;
    }
    await this.#see(path, now);
  }

  async #see(path: string, now: Stats): Promise<void> {
    const { size, mtimeMs: modified } = now;
    const known = this.#known.get(path);
    const isFresh = Date.now() - modified < FRESH;
    if (known?.size === size && known.modified === modified) this.#note(known, false);
    // What is still written is read by who follows it.
    else if (!known || !isFresh) this.#note(await this.#read(path, size, modified), true);
    // A file that was copied is new, too: only one that was seen to grow is being written.
    if (isFresh) this.#follow(path, known !== undefined && known.size < size);
  }

  /** Looks at files that were met elsewhere, or came or went; from then on they are looked at from time to time. */
  async lookAt(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#look(path);
    this.#tell();
    this.#schedule();
  }

  dispose(): void {
    this.#ended = true;
    this.#search?.abort();
    clearTimeout(this.#timer);
    for (const log of this.#followed.values()) log.dispose();
    this.#followed.clear();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => void this.#lookAtAll(), LOOK);
  }

  async #lookAtAll(): Promise<void> {
    const recent = Date.now() - RECENT;
    this.#round++;
    for (const [index, known] of [...this.#known.values()].entries()) {
      if (this.#ended) return;
      const isDue = known.modified > recent || (index + this.#round) % SELDOM === 0;
      if (isDue && !this.#followed.has(known.path)) await this.#lookAgain(known);
    }
    this.#endQuiet();
    this.#tell();
    this.#schedule();
  }

  async #lookAgain({ path, size, modified }: FoundLog): Promise<void> {
    const now = await stat(path).catch(() => null);
    if (now === null) this.#forget(path);
    else if (now.size !== size || now.mtimeMs !== modified) await this.#look(path);
  }

  /** Those that were quiet for long are only looked at from now on. */
  #endQuiet(): void {
    for (const [path, log] of this.#followed) {
      const modified = this.#known.get(path)?.modified ?? 0;
      const isRunning = log.runs.some(({ run }) => run.status === 'running');
      if (isRunning || Date.now() - modified < QUIET) continue;
      log.dispose();
      this.#followed.delete(path);
    }
  }

  async #read(path: string, size: number, modified: number): Promise<FoundLog> {
    const found = { path, size, modified, runs: [], isLarge: size > LARGEST };
    if (size > LARGEST || size === 0) return found;
    const file = new FollowedFile(basename(path), sourceOf(path));
    try {
      await file.update();
    } catch {
      return found;
    }
    const preferences = this.#preferences();
    const runs = assemble(file.runs).map(run =>
      judgedRun({ run, analysis: analyse(run, preferences) }),
    );
    return { ...found, runs };
  }

  #follow(path: string, isGrowing: boolean): void {
    if (this.#ended || this.#followed.has(path) || this.#followed.size >= MOST_FOLLOWED) return;
    const log: FollowedLog = this.#open(path, () => void this.#grown(path, log), isGrowing);
    this.#followed.set(path, log);
    log.start();
  }

  async #grown(path: string, log: FollowedLog): Promise<void> {
    if (log.stage.stage !== 'current') return;
    const now = await stat(path).catch(() => null);
    if (now === null || this.#ended) return;
    const { size, mtimeMs: modified } = now;
    if (size > (this.#known.get(path)?.size ?? size)) log.sawGrowth();
    this.#note({ path, size, modified, runs: log.judged, isLarge: false }, true);
    this.#tell();
  }

  #open(path: string, changed: () => void, isGrowing = false): FollowedLog {
    return new FollowedLog({
      ground: diskGround(path),
      preferences: this.#preferences,
      patterns: () => [],
      changed,
      isGrowing,
    });
  }

  #forget(path: string): void {
    this.#followed.get(path)?.dispose();
    this.#followed.delete(path);
    if (this.#known.delete(path)) this.#listener.gone([path]);
  }

  #note(log: FoundLog, isNew: boolean): void {
    if (isNew) this.#known.set(log.path, log);
    this.#waiting.push(log);
    if (Date.now() - this.#toldAt >= COLLECTED) this.#tell();
  }

  #tell(): void {
    this.#toldAt = Date.now();
    if (this.#waiting.length === 0) return;
    const logs = this.#waiting;
    this.#waiting = [];
    this.#listener.found(logs);
  }
}
