import * as vscode from 'vscode';
import { isBinaryFormat } from '../../core/log/formats/index';
import type { RowPlace } from '../../core/project/judgedRun';
import type { FromPanel } from '../../core/protocol';
import { commandIds } from '../commands';
import type { LogView } from '../logView';
import type { Mutes } from '../mutes';
import { identityIn } from '../runIdentity';
import { tell } from '../tell';
import { answered } from './answered';
import type { Excerpts } from './excerpts';
import { saveExport } from './exports';
import type { KeptLooks } from './keptLooks';
import { openBeside } from './openBeside';
import { openReport } from './openReport';

/** Messages that lead away from the panel, or are kept outside of it. */
export type Leading = Exclude<FromPanel, { type: 'ready' | 'window' | 'places' | 'show' }>;

/** What the actions need. */
export interface PanelActionsOptions {
  readonly log: LogView;
  readonly excerpts: Excerpts;
  readonly mutes: Mutes;
  readonly looks: KeptLooks;
  /** Where the panel stands. */
  readonly column: () => vscode.ViewColumn | undefined;
}

/** Does what the user asks for in a panel and is not in it. */
export class PanelActions {
  readonly #log: LogView;
  readonly #excerpts: Excerpts;
  readonly #mutes: Mutes;
  readonly #looks: KeptLooks;
  readonly #column: () => vscode.ViewColumn | undefined;

  constructor({ log, excerpts, mutes, looks, column }: PanelActionsOptions) {
    this.#log = log;
    this.#excerpts = excerpts;
    this.#mutes = mutes;
    this.#looks = looks;
    this.#column = column;
  }

  act(message: Leading): void {
    switch (message.type) {
      case 'openFinding':
      case 'openPoint':
      case 'openLog':
        void this.#open(message);
        break;
      case 'export':
        void tell(saveExport(this.#log, message));
        break;
      case 'report':
        void openReport(this.#log.uri, message.saves);
        break;
      case 'openRule':
        this.#execute(commandIds.explainRule, message.rule);
        break;
      default:
        this.#keep(message);
    }
  }

  #keep(message: Extract<Leading, { type: 'copy' | 'mute' | 'keepLooks' }>): void {
    switch (message.type) {
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        break;
      case 'mute':
        this.#mute(message);
        break;
      case 'keepLooks':
        void this.#looks.keep(this.#log.uri.toString(), message.looks);
        break;
    }
  }

  async #open(
    message: Extract<Leading, { type: 'openFinding' | 'openPoint' | 'openLog' }>,
  ): Promise<void> {
    if (message.type === 'openPoint') {
      const { series, x, at } = message;
      const place = await answered(this.#log.ask({ kind: 'point', series, x, at }));
      if (place !== null) this.#openPlace(series.run, place);
      return;
    }
    const judged = this.#log.runs[message.run];
    const place = message.type === 'openLog' ? judged?.start : judged?.places[message.finding];
    this.#openPlace(message.run, place ?? null);
  }

  /** Opens the log where a row was written, or shows it in the explorer: a run may span several files. */
  #openPlace(index: number, place: RowPlace | null): void {
    const run = this.#log.runs[index]?.run;
    const path = place?.path ?? run?.logs[0];
    const file = path === undefined ? this.#log.uri : this.#log.fileOf(path);
    // An editor would show the bytes of what is no text.
    if (run !== undefined && isBinaryFormat(run.format)) this.#execute('revealInExplorer', file);
    else void this.#openLine(file, place?.line ?? 1);
  }

  async #openLine(file: vscode.Uri, at: number): Promise<void> {
    const { uri, line } = await this.#excerpts.around(file, at);
    openBeside(uri, line, this.#column());
  }

  #mute({ rule, run, muted }: Extract<FromPanel, { type: 'mute' }>): void {
    const identity = identityIn(this.#log, run);
    if (identity === null) return;
    const name = this.#log.runs[run]?.run.name ?? '';
    if (muted) void tell(this.#mutes.ask(rule, identity, name));
    else void tell(this.#mutes.unmute(rule, identity.log).then(() => null));
  }

  #execute(command: string, ...given: readonly unknown[]): void {
    void vscode.commands.executeCommand(command, ...given);
  }
}
