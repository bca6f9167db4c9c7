import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { globs } from '../core/project/globs';
import type {
  FinderListener,
  FindPreferences,
  FoundFile,
  FoundLog,
} from '../core/project/find/foundLog';
import { FoundLogs } from '../core/project/find/foundLogs';
import type { RunFolder } from '../core/project/find/runFolder';
import { diskFindGround as ground } from './diskGround';
import { GrowingLogs } from './growingLogs';
import { LogSearch } from './logSearch';
import { besides, isEntered, placeOfPath, restOf } from './placesOfLogs';
import { SearchAgain } from './searchAgain';

/** Milliseconds between looks at the logs that are known. */
const LOOK = 3000;
/** A log written less than so many milliseconds ago is followed from the start. */
const FRESH = 120_000;
/** What was written longer ago than this (milliseconds) is looked at in every so many rounds only: VS Code says when it changes. */
const RECENT = 86_400_000;
const SELDOM = 20;
/** Milliseconds between looks whether an opened log is read, and for how long at most the search gives way to it. */
const WAIT = 20;
const LONGEST_WAIT = 20_000;
/** Milliseconds that found logs are collected for. */
const COLLECTED = 150;

/**
 * Finds the logs of folders, cheap signs (their names) first and content second, and from then on looks at them from
 * time to time: what grows is followed, what does not costs a look.
 */
export class LogFinder {
  readonly #listener: FinderListener;
  readonly #preferences: () => FindPreferences;
  readonly #isBusy: () => boolean;
  readonly #known: FoundLogs;
  readonly #growing: GrowingLogs;
  readonly #again = new SearchAgain();
  #roots: readonly string[] = [];
  #isLeftOut: (path: string) => boolean = () => false;
  #round = 0;
  #search: LogSearch | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** While `isBusy` the thread has something to read that somebody waits for: nothing is read that nobody asked for. */
  constructor(
    listener: FinderListener,
    preferences: () => FindPreferences,
    isBusy: () => boolean = () => false,
  ) {
    this.#isBusy = isBusy;
    this.#listener = listener;
    this.#preferences = preferences;
    this.#known = new FoundLogs(listener, ground, COLLECTED);
    this.#growing = new GrowingLogs(preferences, log => {
      this.#note(log);
      this.#known.tell();
    });
  }

  /** What is known from before: it is read again only when its size or time differ. */
  remember(logs: readonly FoundLog[]): void {
    this.#known.remember(logs);
  }

  /** Everything that is found from now on is read anew: it would be read otherwise, or judged otherwise. */
  forget(): void {
    this.#growing.clear();
    this.#known.clear();
  }

  /** Looks through folders, leaving out what the globs name; a search that goes on ends. */
  async find(folders: readonly string[], exclude: readonly string[]): Promise<void> {
    this.#search?.end();
    this.#roots = folders;
    const isLeftOut = (this.#isLeftOut = globs(exclude));
    const search = this.#newSearch(progress => this.#listener.progress(progress));
    this.#search = search;
    const files = await this.#again.during(() => search.run(folders));
    if (files === null) return;
    for (const { path, root, files: parts } of this.#known.all)
      if (folders.includes(root) && parts.every(({ log }) => isLeftOut(log))) this.#drop(path);
    this.#known.tell();
    this.#listener.progress({ isDone: true, files });
    this.#schedule();
  }

  /** Ends a search; what was found stays known. */
  stop(): void {
    this.#search?.end();
    this.#known.tell();
    this.#listener.progress({ isDone: true, files: 0 });
    this.#schedule();
  }

  /** Whether somebody looks at what is found: then it is looked for more often. */
  see(isSeen: boolean): void {
    this.#again.isSeen = isSeen;
  }

  /** Looks into what came where it is a folder: of what it holds nobody may have told. */
  async enter(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const now = await stat(path).catch(() => null);
      if (now?.isDirectory() === true && !this.#ended) await this.#lookIn(path);
    }
    this.#known.tell();
  }

  /** Looks at files that were met elsewhere, or came or went; from then on they are looked at from time to time. */
  async lookAt(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#look(path);
    this.#known.tell();
    this.#schedule();
  }

  dispose(): void {
    this.#ended = true;
    this.#search?.end();
    clearTimeout(this.#timer);
    this.#growing.clear();
  }

  /** Looks at one file: reads it if it is new, or other than it was, with those it belongs to. */
  async #look(path: string): Promise<void> {
    const now = await stat(path).catch(() => null);
    if (this.#ended) return;
    const known = this.#known.at(path);
    if (now?.isFile() !== true) {
      if (known) await this.#lose(known, path);
      return;
    }
    const place = placeOfPath(this.#roots, path);
    if (!known && this.#isLeftOut(place.log)) return;
    const folder = known
      ? restOf(known, this.#known.nameOf(path))
      : besides(this.#known, place.root, place.log);
    const log = known ? this.#known.nameOf(path) : place.log;
    const file = { log, size: now.size, modified: now.mtimeMs };
    folder.add(file, { isNew: this.#known.isNews(path, file) });
    await this.#take(folder);
  }

  /** A file is gone: the others of its log are read without it. */
  async #lose(known: FoundLog, path: string): Promise<void> {
    const folder = restOf(known, this.#known.nameOf(path));
    folder.isNew = true;
    this.#drop(known.path);
    if (folder.files.length > 0) await this.#take(folder);
  }

  #drop(path: string): void {
    this.#growing.end(path);
    this.#known.drop(path);
  }

  /** Nobody is told how that goes on. */
  async #lookIn(path: string): Promise<void> {
    const root = this.#roots.find(each => isEntered(each, path, this.#isLeftOut));
    if (root !== undefined) await this.#newSearch(() => undefined).runIn(root, path);
  }

  #newSearch(progress: FinderListener['progress']): LogSearch {
    return new LogSearch({
      known: this.#known,
      isLeftOut: this.#isLeftOut,
      take: folder => this.#take(folder),
      progress,
    });
  }

  /** Reads a folder where something in it is new; what is written just now is followed. */
  async #take(folder: RunFolder): Promise<void> {
    const before = this.#known.of(folder.root, folder.files);
    if (!folder.isNew) for (const log of before) this.#known.note(log);
    else if (!this.#isFollowed(before, folder)) {
      await this.#giveWay();
      for (const log of await folder.read(this.#preferences())) this.#note(log);
    }
    if (this.#ended) return;
    const logs = this.#known.of(folder.root, folder.files);
    for (const log of logs.filter(({ runs }) => runs.length > 0)) {
      const known = before.find(({ path }) => path === log.path);
      if (Date.now() - log.modified < FRESH) this.#growing.follow(log, hasGrown(known, log));
    }
  }

  /** A log that never ends to be read, on a disk that hangs, does not stop the search for ever. */
  async #giveWay(): Promise<void> {
    const until = Date.now() + LONGEST_WAIT;
    while (this.#isBusy() && !this.#ended && Date.now() < until) await pause(WAIT);
  }

  /** Whether somebody follows all of a folder, and reads it then. */
  #isFollowed([only, ...others]: readonly FoundLog[], { files }: RunFolder): boolean {
    const isOne = others.length === 0 && only?.files.length === files.length;
    return isOne && this.#growing.look(only.path);
  }

  #note(log: FoundLog): void {
    for (const path of this.#known.replace(log)) this.#growing.end(path);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => void this.#lookAtAll(), LOOK);
  }

  async #lookAtAll(): Promise<void> {
    const recent = Date.now() - RECENT;
    this.#round++;
    for (const [index, known] of this.#known.all.entries()) {
      if (this.#ended) return;
      const isDue = known.modified > recent || (index + this.#round) % SELDOM === 0;
      if (isDue && !this.#growing.has(known.path)) await this.#lookAgain(known);
    }
    await this.#searchAgain();
    this.#growing.endQuiet();
    this.#known.tell();
    this.#schedule();
  }

  /** Where a watcher is silent, as on a network disk, new logs are found nevertheless. */
  async #searchAgain(): Promise<void> {
    if (!this.#again.isDue) return;
    await this.#again.during(async () => {
      for (const root of this.#roots) await this.#lookIn(root);
    });
  }

  async #lookAgain({ root, files }: FoundLog): Promise<void> {
    for (const { log, size, modified } of files) {
      const path = join(root, log);
      const now = await stat(path).catch(() => null);
      if (now?.size !== size || now.mtimeMs !== modified) await this.#look(path);
    }
  }
}

/** A file that was copied is new, too: only one that was seen to grow is being written. */
function hasGrown(before: FoundLog | undefined, { files }: FoundLog): boolean {
  return before !== undefined && sum(before.files) < sum(files);
}

const sum = (files: readonly FoundFile[]) => files.reduce((all, { size }) => all + size, 0);
