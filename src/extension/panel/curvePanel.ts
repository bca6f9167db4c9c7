import * as vscode from 'vscode';
import { isBinaryFormat } from '../../core/log/formats/index';
import type { FromPanel, ToPanel } from '../../core/protocol';
import { Lifetime } from '../lifetime';
import type { LogView, LogViews } from '../logView';
import type { Mutes } from '../mutes';
import { say } from '../say';
import { tell } from '../tell';
import { commandIds } from '../commands';
import { saveExport } from './exports';
import type { Excerpts } from './excerpts';
import { readMessage } from './messages';
import { openBeside } from './openBeside';
import { panelHtml } from './panelHtml';
import { panelStage, type InView } from './panelStage';
import { panelWords } from './panelWords';
import { placesOfRow, rowOfLine, rowOfPoint } from './points';
import { windowData } from './windowData';

/** What a panel needs. */
export interface CurvePanelOptions {
  readonly panel: vscode.WebviewPanel;
  readonly log: vscode.Uri;
  readonly logs: LogViews;
  readonly excerpts: Excerpts;
  readonly mutes: Mutes;
  readonly extensionUri: vscode.Uri;
}

/** Messages that lead away from the panel. */
type Leading = Exclude<FromPanel, { type: 'ready' | 'window' | 'show' }>;

/**
 * One panel on one log: tells the page what changed, and answers what it asks. A hidden panel has no page
 * (VS Code takes it down), so nothing is sent until the page that comes next says it is ready.
 */
export class CurvePanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: LogView;
  readonly #excerpts: Excerpts;
  readonly #mutes: Mutes;
  readonly #own = new Lifetime();
  #live = false;
  #inView: InView = { run: null, compared: null };

  constructor({ panel, log, logs, excerpts, mutes, extensionUri }: CurvePanelOptions) {
    this.#panel = panel;
    this.#excerpts = excerpts;
    this.#mutes = mutes;
    this.#log = this.#own.add(logs.open(log));
    this.#own.add(panel.onDidDispose(() => this.#own.dispose()));
    this.#own.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#own.add(panel.webview.onDidReceiveMessage(message => this.#receive(message)));
    this.#own.add(this.#log.onDidChange(() => this.#sendStage()));
    this.#own.add(mutes.onDidChange(() => this.#sendStage()));
    this.#own.add(vscode.window.onDidChangeTextEditorSelection(event => this.#pointAt(event)));
    const join = (...parts: readonly string[]) => vscode.Uri.joinPath(extensionUri, ...parts);
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [join('dist'), join('media')],
    };
    panel.iconPath = {
      light: join('media', 'curves-light.svg'),
      dark: join('media', 'curves-dark.svg'),
    };
    panel.title = this.#log.title;
    panel.webview.html = panelHtml(panel.webview, join);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Ends the following, not the panel: closed while the window reloads, it could not be brought back. */
  dispose(): void {
    this.#own.dispose();
  }

  /** Back in view without a new page there is news to catch up with; a new page that is not ready yet ignores it. */
  #followVisibility(): void {
    this.#live = this.#panel.visible;
    this.#sendStage();
  }

  #receive(given: unknown): void {
    const message = readMessage(given);
    if (message !== null) this.#act(message);
  }

  #act(message: FromPanel): void {
    switch (message.type) {
      case 'ready':
        this.#live = true;
        this.#inView = inViewOf(message.state);
        this.#sendAll();
        break;
      case 'window':
        this.#send({
          type: 'window',
          data: windowData(this.#log.runs, message.request, message.id),
        });
        break;
      case 'show':
        this.#inView = message;
        this.#sendStage();
        break;
      default:
        this.#lead(message);
    }
  }

  #lead(message: Leading): void {
    switch (message.type) {
      case 'openFinding': {
        const finding = this.#log.runs[message.run]?.analysis.findings[message.finding];
        this.#openRow(message.run, finding?.fromRow ?? 0);
        break;
      }
      case 'openPoint': {
        const { series, x, at } = message;
        const row = rowOfPoint(this.#log.runs, series, x, at);
        if (row !== null) this.#openRow(series.run, row);
        break;
      }
      case 'openLog':
        this.#openRow(message.run, 0);
        break;
      case 'export':
        void tell(saveExport(this.#log, message));
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        break;
      default:
        this.#command(message);
    }
  }

  #command(message: Extract<Leading, { type: 'openRule' | 'mute' | 'report' }>): void {
    switch (message.type) {
      case 'openRule':
        this.#execute(commandIds.explainRule, message.rule);
        break;
      case 'mute':
        this.#mute(message);
        break;
      case 'report':
        this.#execute(commandIds.report, this.#log.uri);
        break;
    }
  }

  #sendAll(): void {
    this.#send({
      type: 'hello',
      log: this.#log.uri.toString(),
      words: panelWords(),
      language: vscode.env.language,
    });
    this.#sendStage();
  }

  #sendStage(): void {
    if (!this.#live) return;
    const isMuted = (rule: string, run: string) => this.#mutes.isMuted(rule, this.#log.uri, run);
    this.#send({ type: 'stage', stage: panelStage(this.#log, this.#inView, say, isMuted) });
  }

  #send(message: ToPanel): void {
    // Resolves to false when the page has just gone; the next one asks for everything again.
    if (this.#live) void this.#panel.webview.postMessage(message);
  }

  /** The cursor in the log marks the point that its line is. */
  #pointAt({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const { uri } = textEditor.document;
    const [selection] = selections;
    if (!this.#live || !selection) return;
    const isLog = (path: string) => this.#log.fileOf(path).toString() === uri.toString();
    const found = rowOfLine(this.#log.runs, isLog, selection.active.line + 1);
    const run = found && this.#log.runs[found.run]?.run;
    if (!found || !run) return;
    this.#send({ type: 'cursor', run: found.run, places: placesOfRow(run, found.row) });
  }

  /** Opens the log where the row was written, or shows it in the explorer: a run may span several files. */
  #openRow(index: number, row: number): void {
    const run = this.#log.runs[index]?.run;
    const path = run?.logs[Math.max(0, run.rows.log.at(row))];
    const file = path === undefined ? this.#log.uri : this.#log.fileOf(path);
    // An editor would show the bytes of what is no text.
    if (run !== undefined && isBinaryFormat(run.format)) this.#execute('revealInExplorer', file);
    else void this.#openLine(file, Math.max(1, run?.rows.line.at(row) ?? 1));
  }

  async #openLine(file: vscode.Uri, at: number): Promise<void> {
    const { uri, line } = await this.#excerpts.around(file, at);
    openBeside(uri, line, this.#panel.viewColumn);
  }

  #mute({ rule, run, muted }: Extract<FromPanel, { type: 'mute' }>): void {
    const name = this.#log.runs[run]?.run.name;
    if (name === undefined) return;
    if (muted) void tell(this.#mutes.ask(rule, this.#log.uri, name));
    else void this.#mutes.unmute(rule, this.#log.uri);
  }

  #execute(command: string, ...given: readonly unknown[]): void {
    void vscode.commands.executeCommand(command, ...given);
  }
}

/** What a page that was shown before had in view. */
function inViewOf(state: Extract<FromPanel, { type: 'ready' }>['state']): InView {
  if (state === null) return { run: null, compared: null };
  return { run: state.run, compared: state.compare === 'single' ? null : state.compared };
}
