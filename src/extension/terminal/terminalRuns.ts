import * as vscode from 'vscode';
import { commandName } from '../../core/log/commandName';
import type { FoundLog } from '../../core/project/find/foundLog';
import { Lifetime, type Ending } from '../lifetime';
import type { LogViews } from '../logView';
import type { Preferences } from '../preferences';
import type { TerminalFiles } from './terminalFiles';
import { TerminalRun } from './terminalRun';

/** Commands that have ended and are still shown; the oldest are forgotten. */
const MOST_ENDED = 10;

/** Where runs are told. */
export interface GivenRuns {
  give(log: FoundLog): void;
  takeBack(path: string): void;
}

/** What following terminals needs. */
export interface TerminalRunsOptions {
  readonly files: TerminalFiles;
  readonly logs: LogViews;
  readonly runs: GivenRuns;
  readonly preferences: Pick<Preferences, 'followsTerminals'>;
  readonly failed: (error: unknown) => void;
}

/** A command that runs, and the run it is followed as. */
interface Running {
  readonly execution: vscode.TerminalShellExecution;
  run: TerminalRun | null;
  /** All that it prints was read; resolves at once where nothing is. */
  read: Promise<void>;
}

/** Follows what is printed in terminals, all of them or those that were asked for: what is a training shows as a run. Nothing is written. */
export class TerminalRuns implements Ending {
  readonly #options: TerminalRunsOptions;
  readonly #own = new Lifetime();
  readonly #running = new Map<vscode.Terminal, Running>();
  readonly #asked = new WeakSet<vscode.Terminal>();
  readonly #ended: TerminalRun[] = [];

  constructor(options: TerminalRunsOptions) {
    this.#options = options;
    const { window } = vscode;
    this.#own.add(
      window.onDidStartTerminalShellExecution(({ terminal, execution }) => {
        this.#begin(terminal, execution);
      }),
    );
    this.#own.add(
      window.onDidEndTerminalShellExecution(({ terminal, execution, exitCode }) => {
        const running = this.#running.get(terminal);
        if (running?.execution !== execution) return;
        void this.#end(terminal, running, exitCode === 0 ? 'finished' : 'interrupted');
      }),
    );
    this.#own.add(window.onDidCloseTerminal(terminal => this.#close(terminal)));
  }

  /** Follows the terminal that is in front from now on, whatever the preference; gives what there is to say of it. */
  follow(): Promise<string> {
    const terminal = vscode.window.activeTerminal;
    if (terminal === undefined)
      return Promise.resolve(vscode.l10n.t('There is no terminal to follow.'));
    if (terminal.shellIntegration === undefined)
      return Promise.resolve(
        vscode.l10n.t('This terminal has no shell integration: what it prints cannot be read.'),
      );
    this.#asked.add(terminal);
    const running = this.#running.get(terminal);
    if (running?.run === null) this.#follow(running);
    return Promise.resolve(
      running
        ? vscode.l10n.t('What this terminal prints from now on is read for trainings.')
        : vscode.l10n.t('What the next commands of this terminal print is read for trainings.'),
    );
  }

  dispose(): void {
    this.#own.dispose();
  }

  #begin(terminal: vscode.Terminal, execution: vscode.TerminalShellExecution): void {
    // A command that never told its end.
    this.#close(terminal);
    const running = { execution, run: null, read: Promise.resolve() };
    this.#running.set(terminal, running);
    const scope = execution.cwd ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    const isWanted = this.#options.preferences.followsTerminals(scope ?? vscode.Uri.file('/'));
    if (isWanted || this.#asked.has(terminal)) this.#follow(running);
  }

  #follow(running: Running): void {
    const { files, logs, runs, failed } = this.#options;
    const { execution } = running;
    // First of all: what is printed before is lost.
    const printed = execution.read();
    const name = commandName(execution.commandLine.value);
    const file = files.create('Terminal', `${name} ${timeName(new Date())}`.trim());
    const run = this.#own.add(
      new TerminalRun({
        ...{ files, logs, file },
        found: log => runs.give(log),
        over: hasCurves => this.#over(run, hasCurves),
      }),
    );
    running.run = run;
    running.read = run.read(printed).catch(failed);
  }

  /** The rest of what was printed may come after the end. */
  async #end(
    terminal: vscode.Terminal,
    running: Running,
    how: 'finished' | 'interrupted',
  ): Promise<void> {
    this.#running.delete(terminal);
    await running.read;
    running.run?.end(how);
  }

  #close(terminal: vscode.Terminal): void {
    const running = this.#running.get(terminal);
    this.#running.delete(terminal);
    running?.run?.end('interrupted');
  }

  #over(run: TerminalRun, hasCurves: boolean): void {
    if (!hasCurves) {
      this.#forget(run);
      return;
    }
    this.#ended.push(run);
    if (this.#ended.length > MOST_ENDED) this.#forget(this.#ended.shift()!);
  }

  #forget(run: TerminalRun): void {
    this.#own.end(run);
    this.#options.runs.takeBack(run.uri.toString());
  }
}

/** `2026-12-01 14.32.05`: a name for a file on any system. */
function timeName(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('.')}`;
}
