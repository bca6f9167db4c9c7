import type { AnalysisPreferences } from '../analysis/preferences';
import { writtenOf, type Written } from '../analysis/silence';
import type { LogProblem } from '../log/format';
import { FactsOfFolders } from '../log/folderFacts';
import type { GroundFiles, LogGround } from '../log/ground';
import type { LogPattern } from '../log/patterns/pattern';
import { assemble } from '../run/assemble';
import { Coalesce } from '../run/coalesce';
import { FollowedFile } from '../run/followedFile';
import { pause } from '../run/pause';
import type { Run } from '../run/run';
import { withFacts } from '../run/withFacts';
import type { JudgedRun } from './judgedRun';
import { Pace } from './pace';
import type { AnalysedRun } from './project';
import { Verdicts } from './verdicts';

/** How far reading a log has come; `error` is what was thrown. */
export type FollowedStage =
  /** Not read to its end yet; `runs` holds what is known so far. `size` 0: unknown. */
  | { readonly stage: 'loading'; readonly bytes: number; readonly size: number }
  /** Read to its present end, and followed from here. */
  | { readonly stage: 'current'; readonly bytes: number }
  /** It could not be read any more (`stale`: `runs` holds what was read before) or at all. */
  | { readonly stage: 'stale' | 'failed'; readonly error: unknown };

/** What following a log needs from outside. */
export interface FollowedLogOptions {
  readonly ground: LogGround;
  readonly preferences: () => AnalysisPreferences;
  /** The user's patterns of lines. */
  readonly patterns: () => readonly LogPattern[];
  /** Leaves out runs that nobody asked for. */
  readonly only?: (runs: readonly Run[]) => readonly Run[];
  /** Somebody saw the log grow just now. */
  readonly isGrowing?: boolean;
  /** Something is known that was not: at most about ten times a second. */
  readonly changed: () => void;
}

/** Milliseconds that changes are collected for before the log is looked at. */
const DELAY = 15;
/** Where putting together what was read takes long, as in a folder of many logs, so many times as long passes in between. */
const REST = 4;
/** Milliseconds between news. */
const NEWS = 100;
/** Milliseconds until the first curve of a log that takes long to read; the next one comes after twice as long. */
const FIRST = 80;
/** Milliseconds between looks at what a folder holds, where nothing says that it changed. */
const LISTED = 10_000;

/** Reads a log (or the logs of a folder), and again whenever it grows, until it is disposed of. */
export class FollowedLog {
  stage: FollowedStage = { stage: 'loading', bytes: 0, size: 0 };
  problems: readonly LogProblem[] = [];
  isFolder = false;

  readonly #options: FollowedLogOptions;
  readonly #updates: Coalesce;
  readonly #news: Coalesce;
  readonly #pace = new Pace(() => this.#updates.request());
  readonly #verdicts = new Verdicts();
  readonly #files = new Map<string, FollowedFile>();
  #ended = false;
  #listing: GroundFiles | null = null;
  #listedAt = 0;
  #watch: { dispose(): unknown } | null = null;
  #preferences: AnalysisPreferences | null = null;
  /** Milliseconds that putting together what was read took last. */
  #assembling = 0;
  #toldAt = 0;
  #began = 0;
  /** Milliseconds of loading after which the next part of a curve is shown. */
  #due = FIRST;

  constructor(options: FollowedLogOptions) {
    this.#options = options;
    this.#updates = new Coalesce(
      () => this.#update(),
      error => this.#fail(error),
      () => Math.max(DELAY, REST * this.#assembling),
    );
    this.#news = new Coalesce(
      () => {
        this.#toldAt = Date.now();
        options.changed();
      },
      () => undefined,
      () => Math.max(0, this.#toldAt + NEWS - Date.now()),
    );
  }

  get runs(): readonly AnalysedRun[] {
    return this.#verdicts.runs;
  }

  get judged(): readonly JudgedRun[] {
    return this.#verdicts.judged;
  }

  /** Begins to read and follow. */
  start(): void {
    this.#began = Date.now();
    void this.#updates.run();
  }

  /** Looks at the log again soon. */
  refresh(): void {
    this.#pace.hurry();
    this.#updates.request();
  }

  /** Somebody else saw the log grow: it is being written. */
  sawGrowth(): void {
    for (const file of this.#files.values()) file.sawGrowth();
    this.refresh();
  }

  dispose(): void {
    this.#ended = true;
    this.#updates.dispose();
    this.#news.dispose();
    this.#pace.dispose();
    this.#watch?.dispose();
    this.#files.clear();
  }

  async #update(): Promise<void> {
    try {
      await this.#look();
    } finally {
      const grown = [...this.#files.values()].map(file => file.grewAt);
      if (!this.#ended) this.#pace.next(Math.max(...grown, -Infinity), this.#verdicts.dueAt);
    }
  }

  async #look(): Promise<void> {
    const listing = await this.#list();
    let changed = this.#forget(listing);
    for (const path of listing.logs) {
      if (this.#ended) return;
      changed = (await this.#fileAt(path).update()) || changed;
    }
    const preferences = this.#options.preferences();
    const same = !changed && preferences === this.#preferences && this.stage.stage === 'current';
    if (!same || this.#verdicts.fellSilent(this.#written))
      await this.#take(listing, preferences, true);
    if (Date.now() < this.#verdicts.dueAt) return;
    // The curves are on their way before this begins.
    await pause();
    await this.#verdicts.catchUp(preferences, this.#written);
    this.#news.request();
  }

  get #written(): Written {
    return writtenOf([...this.#files.values()], Date.now());
  }

  async #list(): Promise<GroundFiles> {
    const known = this.#listing;
    const isFresh = Date.now() - this.#listedAt < LISTED && this.stage.stage === 'current';
    // What a single file is does not change; where it is gone, reading it says so.
    if (known !== null && (!known.isFolder || isFresh)) return known;
    const listing = await this.#options.ground.files();
    const isSame = known?.logs.join('\n') === listing.logs.join('\n');
    this.#listing = listing;
    this.#listedAt = Date.now();
    this.isFolder = listing.isFolder;
    if (!isSame && !this.#ended) {
      this.#watch?.dispose();
      this.#watch = this.#options.ground.watch(listing, () => this.refresh());
    }
    return listing;
  }

  async #take(
    { facts }: GroundFiles,
    preferences: AnalysisPreferences,
    whole: boolean,
  ): Promise<void> {
    const began = Date.now();
    const files = [...this.#files.values()];
    const { ground, only } = this.#options;
    const said = facts.length === 0 ? new FactsOfFolders() : await ground.facts(facts);
    const all = withFacts(assemble(files.flatMap(file => file.runs)), said);
    const runs = only?.(all) ?? all;
    this.#assembling = Date.now() - began;
    // The first judgement of the whole log is of all of it.
    const wanted = whole && this.stage.stage !== 'current' ? 'all' : 'quick';
    await this.#verdicts.take(runs, preferences, wanted, this.#written);
    if (this.#ended) return;
    this.#preferences = whole ? preferences : null;
    this.problems = files.flatMap(file => file.problems);
    const { bytes, size } = this.#progress();
    this.stage = whole ? { stage: 'current', bytes } : { stage: 'loading', bytes, size };
    this.#news.request();
  }

  /** Drops the files that are no longer there; says whether there were any. */
  #forget({ logs }: GroundFiles): boolean {
    const here = new Set(logs);
    const gone = [...this.#files.keys()].filter(path => !here.has(path));
    for (const path of gone) this.#files.delete(path);
    return gone.length > 0;
  }

  #fileAt(path: string): FollowedFile {
    const known = this.#files.get(path);
    if (known) return known;
    const { ground, patterns } = this.#options;
    const file = new FollowedFile(path, ground.source(path), () => this.#loading(), patterns);
    if (this.#options.isGrowing === true) file.sawGrowth();
    this.#files.set(path, file);
    return file;
  }

  /** A log that takes long shows what is known of the first half meanwhile, after twice as long each time. */
  async #loading(): Promise<void> {
    if (this.stage.stage !== 'loading' || this.#ended) return;
    const { bytes, size } = this.#progress();
    this.stage = { stage: 'loading', bytes, size };
    this.#news.request();
    if (this.#listing === null || Date.now() - this.#began < this.#due || 2 * bytes > size) return;
    await this.#take(this.#listing, this.#options.preferences(), false);
    this.#due = 2 * (Date.now() - this.#began);
  }

  #progress(): { readonly bytes: number; readonly size: number } {
    const sum = { bytes: 0, size: 0 };
    for (const { progress } of this.#files.values()) {
      sum.bytes += progress.bytes;
      sum.size += progress.size;
    }
    return sum;
  }

  #fail(error: unknown): void {
    this.#listing = null;
    const before = this.stage;
    const stage = this.runs.length > 0 ? 'stale' : 'failed';
    this.stage = { stage, error };
    const same = before.stage === stage && String(before.error) === String(error);
    if (!same) this.#news.request();
  }
}
