import * as vscode from 'vscode';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogProblem } from '../core/log/format';
import type { AnalysedRun } from '../core/project/project';
import { Coalesce } from './coalesce';
import { failureSentence } from './failures';
import { every, Lifetime } from './lifetime';
import { baseName, partsOf, type LogPart } from './logParts';
import { LogReading } from './logReading';
import type { LogStage, LogView } from './logView';
import type { Platform } from './platform';

/** What following a log needs from outside. */
export interface FollowedLogOptions {
  readonly uri: vscode.Uri;
  readonly platform: Platform;
  readonly preferences: () => AnalysisPreferences;
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
  readonly #readings = new Map<string, LogReading>();
  readonly #uris = new Map<string, vscode.Uri>();

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
    this.#readings.clear();
  }

  async #update(): Promise<void> {
    const parts = await partsOf(this.uri);
    const gone = this.#forget(parts);
    const before = this.stage.stage;
    let changed = gone;
    for (const part of parts) {
      if (this.#own.ended) return;
      changed = (await this.#reading(part).update()) || changed;
    }
    if (changed || before !== 'current') this.#take(parts);
  }

  #take(parts: readonly LogPart[]): void {
    const contents = parts.map(part => this.#reading(part).content);
    this.runs = contents.flatMap(content => content.runs);
    this.problems = contents.flatMap(content => content.problems);
    this.stage = { stage: 'current', bytes: this.#bytes() };
    this.#news.request();
  }

  /** Drops the readings of files that are no longer there; says whether there were any. */
  #forget(parts: readonly LogPart[]): boolean {
    const here = new Set(parts.map(part => part.path));
    const gone = [...this.#readings.keys()].filter(path => !here.has(path));
    for (const path of gone) this.#readings.delete(path);
    return gone.length > 0;
  }

  #reading(part: LogPart): LogReading {
    const known = this.#readings.get(part.path);
    if (known) return known;
    const { platform, preferences } = this.#options;
    const source = platform.source(part.uri);
    const reading = new LogReading({
      path: part.path,
      source,
      preferences,
      progress: () => this.#loading(),
    });
    this.#readings.set(part.path, reading);
    this.#uris.set(part.path, part.uri);
    return reading;
  }

  #loading(): void {
    if (this.stage.stage !== 'loading') return;
    this.stage = { stage: 'loading', bytes: this.#bytes(), size: 0 };
    this.#news.request();
  }

  #bytes(): number {
    return [...this.#readings.values()].reduce((sum, reading) => sum + reading.position, 0);
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
