import * as vscode from 'vscode';
import type { FoundLog } from '../../core/project/find/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import { runningLine, runningSentences } from '../../core/report/sentences/running';
import { shownName } from '../../core/report/shownName';
import { commandIds } from '../commands';
import { Lifetime, type Ending } from '../lifetime';
import { plainLabel } from '../markdown';
import { say } from '../say';
import { neighboursOf } from './neighbours';
import type { RunsStore } from './runsStore';

/** Runs that the tooltip tells of. */
const MOST = 5;

/** A run that is written now, with its log. */
export interface RunningRun {
  readonly log: FoundLog;
  readonly judged: JudgedRun;
}

/** The runs that are being written, the one that grew last first. */
export function runningRuns(logs: readonly FoundLog[]): readonly RunningRun[] {
  return logs
    .flatMap(log => log.runs.map(judged => ({ log, judged })))
    .filter(({ judged }) => judged.run.status === 'running')
    .sort((a, b) => b.log.modified - a.log.modified);
}

/** The run being written now in the status bar: hidden when nothing runs. */
export class RunningStatus implements Ending {
  readonly #store: RunsStore;
  readonly #uriOf: (path: string) => vscode.Uri;
  readonly #own = new Lifetime();
  readonly #item = this.#own.add(
    vscode.window.createStatusBarItem('epochLens.running', vscode.StatusBarAlignment.Right, 60),
  );

  constructor(store: RunsStore, uriOf: (path: string) => vscode.Uri) {
    this.#store = store;
    this.#uriOf = uriOf;
    this.#item.name = vscode.l10n.t('Training That Runs');
    this.#own.add(store.onDidChange(() => this.#show()));
  }

  dispose(): void {
    this.#own.dispose();
  }

  #show(): void {
    const running = runningRuns(this.#store.logs);
    const [newest] = running;
    if (newest === undefined) {
      this.#item.hide();
      return;
    }
    const { log, judged } = newest;
    const line = runningLine(judged, say);
    const more = running.length > 1 ? ` · ${say('+{count}', { count: running.length - 1 })}` : '';
    this.#item.text = `$(pulse) ${plainLabel(line + more)}`;
    this.#item.tooltip = running
      .slice(0, MOST)
      .map(({ log, judged: each }) => {
        const sentences = runningSentences(each, neighboursOf(log, this.#store.logs), say);
        return [shownName(each.run.name), ...sentences].join('\n');
      })
      .join('\n\n');
    this.#item.accessibilityInformation = { label: `${shownName(judged.run.name)}, ${line}` };
    this.#item.command = {
      command: commandIds.showCurves,
      title: vscode.l10n.t('Show Training Curves'),
      arguments: [this.#uriOf(log.path).toString()],
    };
    this.#item.show();
  }
}
