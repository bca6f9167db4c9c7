import * as vscode from 'vscode';
import type { KeptOutput } from '../../core/log/keptOutput';
import type { FoundLog } from '../../core/project/find/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import { Coalesce } from '../../core/run/coalesce';
import { Lifetime, Slot, type Ending } from '../lifetime';
import { baseName } from '../logParts';
import type { LogView, LogViews } from '../logView';
import type { TerminalFiles } from './terminalFiles';

/** Milliseconds that output is collected for. */
const NEWS = 200;
/** Characters after which something without a curve is no training. */
const MOST_UNKNOWN = 4_000_000;
/** Milliseconds after its end that reading the rest may take. */
const LAST = 5000;
/** Editors, pagers and monitors draw on a screen of their own. */
// eslint-disable-next-line no-control-regex -- the escape is what it looks for
const OTHER_SCREEN = /\x1b\[\?(?:1049|1047|47)h/;

/** What a command that is followed needs. */
export interface TerminalRunOptions {
  readonly files: TerminalFiles;
  readonly file: { readonly uri: vscode.Uri; readonly output: KeptOutput };
  readonly logs: LogViews;
  /** It has curves, or news of them. */
  readonly found: (log: FoundLog) => void;
  /** It is not followed any more: it ended (`hasCurves`: what it printed stays), or is no training. */
  readonly over: (hasCurves: boolean) => void;
}

/** A command in a terminal whose output is read like a log that grows. */
export class TerminalRun implements Ending {
  readonly #options: TerminalRunOptions;
  readonly #own = new Lifetime();
  readonly #log = this.#own.add(new Slot<LogView & Ending>());
  readonly #news = this.#own.add(
    new Coalesce(
      () => this.#look(),
      () => this.#leave(),
      NEWS,
    ),
  );
  #isOver = false;

  constructor(options: TerminalRunOptions) {
    this.#options = options;
  }

  get uri(): vscode.Uri {
    return this.#options.file.uri;
  }

  /** Reads what a command prints from now on: call it at once, or what it has printed by then is lost. */
  async read(printed: AsyncIterable<string>): Promise<void> {
    for await (const text of printed) {
      if (this.#own.ended || this.#isOver) return;
      this.#take(text);
    }
  }

  /** The command has ended, and all that it printed is here. */
  end(how: 'finished' | 'interrupted'): void {
    const { output } = this.#options.file;
    if (this.#own.ended || !output.isWritten) return;
    output.end(how);
    this.#news.request();
    const timer = setTimeout(() => this.#leave(), LAST);
    this.#own.add({ dispose: () => clearTimeout(timer) });
  }

  dispose(): void {
    this.#own.dispose();
    this.#options.files.remove(this.uri);
  }

  #take(text: string): void {
    if (OTHER_SCREEN.test(text)) {
      this.#leave();
      return;
    }
    this.#options.file.output.append(text);
    this.#news.request();
  }

  #look(): void {
    const { file, files } = this.#options;
    if (this.#log.value === undefined && file.output.size > 0) this.#open();
    else files.grew(file.uri);
    if (!file.output.isWritten && file.output.size === 0) this.#leave();
  }

  #open(): void {
    const log = this.#options.logs.open(this.uri);
    this.#log.put(log);
    this.#own.add(log.onDidChange(() => this.#hear(log)));
  }

  #hear(log: LogView): void {
    const { file, found } = this.#options;
    const hasCurves = log.runs.some(isTraining);
    if (hasCurves) found(this.#foundLog(log));
    const { stage } = log;
    const isRead = stage.stage === 'current' && stage.bytes >= file.output.size;
    const isKnown = hasCurves || file.output.size < MOST_UNKNOWN;
    if (!isKnown || (!file.output.isWritten && isRead && !isRunning(log))) this.#leave();
  }

  /** Nothing more comes; where there is no curve, nothing stays. */
  #leave(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { over, file, files } = this.#options;
    file.output.end('interrupted');
    files.grew(file.uri);
    over(this.#log.value?.runs.some(isTraining) ?? false);
  }

  #foundLog({ runs }: LogView): FoundLog {
    const { uri, output } = this.#options.file;
    const { size, modified } = output;
    return {
      path: uri.toString(),
      root: vscode.Uri.joinPath(uri, '..').toString(),
      files: [{ log: baseName(uri), size, modified }],
      facts: [],
      modified,
      runs,
      isLarge: false,
    };
  }
}

/** A point alone may be anything. */
function isTraining({ run }: JudgedRun): boolean {
  return run.series.some(({ count }) => count > 1);
}

function isRunning({ runs }: LogView): boolean {
  return runs.some(({ run }) => run.status === 'running');
}
