import * as vscode from 'vscode';
import type { FoundLog } from '../../core/project/find/foundLog';
import { Lifetime, type Ending } from '../lifetime';
import type { RunsStore } from './runsStore';

/** A log as Problems see it. */
export interface WrittenLog extends Pick<FoundLog, 'runs'> {
  readonly uri: vscode.Uri;
  /** Where a path in `Run.logs` really is. */
  fileOf(path: string): vscode.Uri;
}

/** The logs that are being written, or were while this window was open: what is found in them is told, opened or not. */
export class WrittenLogs implements Ending {
  readonly onDidChange: vscode.Event<void>;
  readonly #store: RunsStore;
  readonly #uriOf: (path: string) => vscode.Uri;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #seen = new Set<string>();
  #logs: readonly FoundLog[] = [];

  constructor(store: RunsStore, uriOf: (path: string) => vscode.Uri) {
    this.#store = store;
    this.#uriOf = uriOf;
    this.onDidChange = this.#changed.event;
    this.#own.add(store.onDidChange(() => this.#look()));
  }

  get all(): readonly WrittenLog[] {
    return this.#logs.map(({ path, root, runs }) => ({
      uri: this.#uriOf(path),
      runs,
      fileOf: log => vscode.Uri.joinPath(this.#uriOf(root), log),
    }));
  }

  dispose(): void {
    this.#own.dispose();
  }

  #look(): void {
    const { logs } = this.#store;
    for (const { path, runs } of logs)
      if (runs.some(({ run }) => run.status === 'running')) this.#seen.add(path);
    const written = logs.filter(({ path }) => this.#seen.has(path));
    const isSame = written.length === this.#logs.length;
    if (isSame && written.every((log, at) => log === this.#logs[at])) return;
    this.#logs = written;
    this.#changed.fire();
  }
}
