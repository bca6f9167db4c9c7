import * as vscode from 'vscode';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogPattern } from '../core/log/patterns/pattern';
import { ending, Lifetime, type Ending } from './lifetime';
import type { Followed, LogView, LogViews } from './logView';
import type { Platform } from './platform';
import { LocalLog } from './reading/localLog';
import type { ReaderThread } from './reading/readerThread';
import { RemoteLog } from './reading/remoteLog';
import { groundOf } from './workspaceGround';

const NONE: readonly LogPattern[] = [];

/** A followed log, who watches its news for the store, and how many hold it. */
interface Held {
  readonly log: Followed;
  readonly own: Lifetime;
  holders: number;
}

/** The logs that someone looks at: each is read once, followed while it is held, and forgotten after. */
export class LogStore implements LogViews, Ending {
  /** A followed log has news, or is not followed any more. */
  readonly onDidChangeLog: vscode.Event<LogView>;
  readonly #platform: Platform;
  readonly #preferences: (uri: vscode.Uri) => AnalysisPreferences;
  readonly #patterns: (uri: vscode.Uri) => readonly LogPattern[];
  readonly #thread: ReaderThread | null;
  readonly #held = new Map<string, Held>();
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<LogView>());

  /** `thread` reads the logs on the disk; null: this one does. */
  constructor(
    platform: Platform,
    preferences: (uri: vscode.Uri) => AnalysisPreferences,
    patterns: (uri: vscode.Uri) => readonly LogPattern[] = () => NONE,
    thread: ReaderThread | null = null,
  ) {
    this.#platform = platform;
    this.#preferences = preferences;
    this.#patterns = patterns;
    this.#thread = thread;
    this.onDidChangeLog = this.#changed.event;
  }

  /** The logs that are followed now. */
  get followed(): readonly LogView[] {
    return [...this.#held.values()].map(held => held.log);
  }

  open(uri: vscode.Uri): LogView & Ending {
    const key = uri.toString();
    const held = this.#held.get(key) ?? this.#follow(key, uri);
    held.holders++;
    return handle(
      held.log,
      ending(() => this.#release(key, held)),
    );
  }

  /** Looks at all followed logs again: a preference changed. */
  refresh(): void {
    for (const { log } of this.#held.values()) log.refresh();
  }

  dispose(): void {
    for (const { own } of this.#held.values()) own.dispose();
    this.#held.clear();
    this.#own.dispose();
  }

  #follow(key: string, uri: vscode.Uri): Held {
    const own = new Lifetime();
    const log = own.add(this.#read(uri));
    own.add(log.onDidChange(() => this.#changed.fire(log)));
    const held = { log, own, holders: 0 };
    this.#held.set(key, held);
    return held;
  }

  #read(uri: vscode.Uri): Followed {
    const preferences = () => ({
      analysis: this.#preferences(uri),
      patterns: this.#patterns(uri),
    });
    if (this.#thread !== null && uri.scheme === 'file')
      return new RemoteLog(uri, this.#thread, preferences);
    return new LocalLog(
      uri,
      groundOf(uri, each => this.#platform.source(each)),
      preferences,
    );
  }

  #release(key: string, held: Held): void {
    held.holders--;
    if (held.holders > 0 || this.#held.get(key) !== held) return;
    this.#held.delete(key);
    held.own.dispose();
    this.#changed.fire(held.log);
  }
}

/** The log for one holder: the same news, an end of its own. */
function handle(log: LogView, end: Ending): LogView & Ending {
  return {
    uri: log.uri,
    title: log.title,
    onDidChange: log.onDidChange,
    get stage() {
      return log.stage;
    },
    get runs() {
      return log.runs;
    },
    get problems() {
      return log.problems;
    },
    fileOf: path => log.fileOf(path),
    ask: question => log.ask(question),
    dispose: () => end.dispose(),
  };
}
