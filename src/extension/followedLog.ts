import * as vscode from 'vscode';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogProblem } from '../core/log/format';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { AnalysedRun } from '../core/project/project';
import { assemble } from '../core/run/assemble';
import { withFacts } from '../core/run/withFacts';
import { Analyses } from './analyses';
import { Coalesce } from './coalesce';
import { failureSentence } from './failures';
import { FollowedFile } from './followedFile';
import { factsIn } from './folderFacts';
import { every, Lifetime } from './lifetime';
import { baseName, factPathsOf, partsOf, type LogPart } from './logParts';
import type { LogStage, LogView } from './logView';
import type { Platform } from './platform';

/** What following a log needs from outside. */
export interface FollowedLogOptions {
  readonly uri: vscode.Uri;
  readonly platform: Platform;
  readonly preferences: () => AnalysisPreferences;
  /** The user's patterns of lines. */
  readonly patterns: () => readonly LogPattern[];
}

/** Milliseconds between looks at the file, a belt for file systems that report no changes. */
const POLL = 2000;
/** Milliseconds that changes are collected for. */
const DELAY = 100;

/** Reads a log (or the logs of a folder), and again whenever it grows, until it is disposed of. */
export class FollowedLog implements LogView {
  readonly uri: vscode.Uri;
  readonly title: string;
  stage: LogStage = { stage: 'loading', bytes: 0, size: 0 };
  runs: readonly AnalysedRun[] = [];
  problems: readonly LogProblem[] = [];
  readonly onDidChange: vscode.Event<void>;

  readonly #options: FollowedLogOptions;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #updates = this.#own.add(
    new Coalesce(
      () => this.#update(),
      error => this.#fail(error),
      DELAY,
    ),
  );
  readonly #news = this.#own.add(
    new Coalesce(
      () => this.#changed.fire(),
      () => undefined,
      DELAY,
    ),
  );
  readonly #analyses = new Analyses();
  readonly #files = new Map<string, FollowedFile>();
  readonly #uris = new Map<string, vscode.Uri>();

  #preferences: AnalysisPreferences | null = null;

  constructor(options: FollowedLogOptions) {
    this.#options = options;
    this.uri = options.uri;
    this.title = baseName(options.uri);
    this.onDidChange = this.#changed.event;
  }

  /** Begins to read and follow. */
  start(): void {
    const folder = vscode.Uri.joinPath(this.uri, '..');
    const pattern = new vscode.RelativePattern(folder, globLiteral(this.title));
    const watcher = this.#own.add(vscode.workspace.createFileSystemWatcher(pattern));
    this.#own.add(watcher.onDidChange(() => this.refresh()));
    this.#own.add(watcher.onDidCreate(() => this.refresh()));
    this.#own.add(watcher.onDidDelete(() => this.refresh()));
    this.#own.add(every(POLL, () => this.refresh()));
    void this.#updates.run();
  }

  /** Looks at the file again soon. */
  refresh(): void {
    this.#updates.request();
  }

  fileOf(path: string): vscode.Uri {
    return this.#uris.get(path) ?? this.uri;
  }

  dispose(): void {
    this.#own.dispose();
    this.#files.clear();
  }

  async #update(): Promise<void> {
    const parts = await partsOf(this.uri);
    let changed = this.#forget(parts);
    for (const part of parts) {
      if (this.#own.ended) return;
      changed = (await this.#fileAt(part).update()) || changed;
    }
    const preferences = this.#options.preferences();
    const same = !changed && preferences === this.#preferences && this.stage.stage === 'current';
    if (!same) await this.#take(preferences);
  }

  async #take(preferences: AnalysisPreferences): Promise<void> {
    const files = [...this.#files.values()];
    const assembled = assemble(files.flatMap(file => file.runs));
    const facts = await factsIn(this.uri, await factPathsOf(this.uri));
    const runs = withFacts(assembled, facts);
    const analysed = await this.#analyses.of(runs, preferences);
    if (this.#own.ended) return;
    this.#preferences = preferences;
    this.runs = analysed;
    this.problems = files.flatMap(file => file.problems);
    this.stage = { stage: 'current', bytes: this.#progress().bytes };
    this.#news.request();
  }

  /** Drops the files that are no longer there; says whether there were any. */
  #forget(parts: readonly LogPart[]): boolean {
    const here = new Set(parts.map(part => part.path));
    const gone = [...this.#files.keys()].filter(path => !here.has(path));
    for (const path of gone) this.#files.delete(path);
    return gone.length > 0;
  }

  #fileAt({ path, uri }: LogPart): FollowedFile {
    const known = this.#files.get(path);
    if (known) return known;
    const { platform, patterns } = this.#options;
    const source = platform.source(uri);
    const file = new FollowedFile(path, source, () => this.#loading(), patterns);
    this.#files.set(path, file);
    this.#uris.set(path, uri);
    return file;
  }

  #loading(): void {
    if (this.stage.stage !== 'loading') return;
    this.stage = { stage: 'loading', ...this.#progress() };
    this.#news.request();
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
    const reason = failureSentence(error, this.title);
    const before = this.stage;
    this.stage = this.runs.length > 0 ? { stage: 'stale', reason } : { stage: 'failed', reason };
    const same = before.stage === this.stage.stage && before.reason === reason;
    if (!same) this.#news.request();
  }
}

/** A glob that matches exactly this name. */
function globLiteral(name: string): string {
  return name.replace(/[*?{}[\]]/g, '[$&]');
}
