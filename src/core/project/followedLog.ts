import type { AnalysisPreferences } from '../analysis/preferences';
import { silenceOf, writtenOf } from '../analysis/silence';
import type { LogProblem } from '../log/format';
import { FactsOfFolders } from '../log/folderFacts';
import type { GroundFiles, LogGround } from '../log/ground';
import type { LogPattern } from '../log/patterns/pattern';
import { assemble } from '../run/assemble';
import { Coalesce } from '../run/coalesce';
import { FollowedFile } from '../run/followedFile';
import type { Run } from '../run/run';
import { withFacts } from '../run/withFacts';
import { Analyses } from './analyses';
import { judgedRun, type JudgedRun } from './judgedRun';
import { Pace } from './pace';
import type { AnalysedRun } from './project';

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
  /** Somebody saw the log grow just now. */
  readonly isGrowing?: boolean;
  /** Something is known that was not: at most about ten times a second. */
  readonly changed: () => void;
}

/** Milliseconds that changes are collected for before the log is looked at. */
const DELAY = 15;
/** A log that takes long to judge is judged again only after that many times as long. */
const REST = 4;
/** Milliseconds between news. */
const NEWS = 100;
/** Milliseconds until the first curve of a log that takes long to read; the next one comes after twice as long. */
const FIRST = 150;
/** Milliseconds between looks at what a folder holds, where nothing says that it changed. */
const LISTED = 10_000;

/** Reads a log (or the logs of a folder), and again whenever it grows, until it is disposed of. */
export class FollowedLog {
  stage: FollowedStage = { stage: 'loading', bytes: 0, size: 0 };
  runs: readonly AnalysedRun[] = [];
  judged: readonly JudgedRun[] = [];
  problems: readonly LogProblem[] = [];
  isFolder = false;

  readonly #options: FollowedLogOptions;
  readonly #updates: Coalesce;
  readonly #news: Coalesce;
  readonly #pace = new Pace(() => this.#updates.request());
  readonly #analyses = new Analyses();
  readonly #files = new Map<string, FollowedFile>();
  #ended = false;
  #listing: GroundFiles | null = null;
  #listedAt = 0;
  #watch: { dispose(): unknown } | null = null;
  #preferences: AnalysisPreferences | null = null;
  /** Seconds for which it had been silent when it was looked at last. */
  #silent = 0;
  /** Milliseconds that the last judging took. */
  #judging = 0;
  #overdueAt = Infinity;
  #toldAt = 0;
  #began = 0;
  /** Milliseconds of loading after which the next part of a curve is shown. */
  #due = FIRST;

  constructor(options: FollowedLogOptions) {
    this.#options = options;
    this.#updates = new Coalesce(
      () => this.#update(),
      error => this.#fail(error),
      () => Math.max(DELAY, REST * this.#judging),
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
      if (!this.#ended) this.#pace.next(Math.max(...grown, -Infinity));
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
    if (!same || this.#isOverdue || this.#fellSilent())
      await this.#take(listing, preferences, true);
  }

  /** Whether an analysis was put off that may be done now. */
  get #isOverdue(): boolean {
    return Date.now() >= this.#overdueAt;
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
    listing: GroundFiles,
    preferences: AnalysisPreferences,
    whole: boolean,
  ): Promise<void> {
    const began = Date.now();
    // The first judgement of the whole log is of all of it.
    const follows = !whole || this.stage.stage === 'current';
    const files = [...this.#files.values()];
    const assembled = assemble(files.flatMap(file => file.runs));
    const { facts } = listing;
    const said =
      facts.length === 0 ? new FactsOfFolders() : await this.#options.ground.facts(facts);
    const silence = (run: Run) => silenceOf(run, writtenOf(files, Date.now()));
    const runs = withFacts(assembled, said);
    const analysed = await this.#analyses.of(runs, preferences, { follows, silence });
    if (this.#ended) return;
    const { waits } = this.#analyses;
    this.#overdueAt = waits > 0 ? Date.now() + waits : Infinity;
    this.#preferences = whole ? preferences : null;
    this.runs = analysed;
    this.judged = analysed.map(judgedRun);
    this.problems = files.flatMap(file => file.problems);
    const { bytes, size } = this.#progress();
    this.stage = whole ? { stage: 'current', bytes } : { stage: 'loading', bytes, size };
    this.#judging = Date.now() - began;
    this.#news.request();
  }

  /** Whether it has been silent for longer than when it was looked at last, as far as anything is made of that. */
  #fellSilent(): boolean {
    const written = writtenOf([...this.#files.values()], Date.now());
    const longest = Math.max(0, ...this.runs.map(({ run }) => silenceOf(run, written) ?? 0));
    const same = longest === this.#silent;
    this.#silent = longest;
    return !same;
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
