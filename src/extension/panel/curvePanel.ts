import * as vscode from 'vscode';
import { isBinaryFormat } from '../../core/log/formats/index';
import type { FromPanel, ToPanel } from '../../core/protocol';
import { commandIds } from '../commands';
import { Lifetime } from '../lifetime';
import type { LogView, LogViews } from '../logView';
import { say } from '../say';
import { readMessage } from './messages';
import { openBeside } from './openBeside';
import { panelHtml } from './panelHtml';
import { panelStage } from './panelStage';
import { panelWords } from './panelWords';
import { windowData } from './windowData';

/** What a panel needs. */
export interface CurvePanelOptions {
  readonly panel: vscode.WebviewPanel;
  readonly log: vscode.Uri;
  readonly logs: LogViews;
  readonly extensionUri: vscode.Uri;
}

/**
 * One panel on one log: tells the page what changed, and answers what it asks. A hidden panel has no page
 * (VS Code takes it down), so nothing is sent until the page that comes next says it is ready.
 */
export class CurvePanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: LogView;
  readonly #own = new Lifetime();
  #live = false;
  #run: number | null = null;

  constructor({ panel, log, logs, extensionUri }: CurvePanelOptions) {
    this.#panel = panel;
    this.#log = this.#own.add(logs.open(log));
    this.#own.add(panel.onDidDispose(() => this.#own.dispose()));
    this.#own.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#own.add(panel.webview.onDidReceiveMessage(message => this.#receive(message)));
    this.#own.add(this.#log.onDidChange(() => this.#sendStage()));
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
        this.#run = message.state?.run ?? null;
        this.#sendAll();
        break;
      case 'window':
        this.#send({
          type: 'window',
          data: windowData(this.#log.runs, message.request, message.id),
        });
        break;
      case 'showRun':
        this.#run = message.run;
        this.#sendStage();
        break;
      default:
        this.#open(message);
    }
  }

  /** What leads away from the panel. */
  #open(message: Exclude<FromPanel, { type: 'ready' | 'window' | 'showRun' }>): void {
    switch (message.type) {
      case 'openFinding':
        this.#openFinding(message.run, message.finding);
        break;
      case 'openRule':
        this.#execute(commandIds.explainRule, message.rule);
        break;
      case 'openLog':
        this.#openRow(message.run, 0);
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
    if (this.#live) this.#send({ type: 'stage', stage: panelStage(this.#log, this.#run, say) });
  }

  #send(message: ToPanel): void {
    // Resolves to false when the page has just gone; the next one asks for everything again.
    if (this.#live) void this.#panel.webview.postMessage(message);
  }

  #openFinding(run: number, index: number): void {
    const finding = this.#log.runs[run]?.analysis.findings[index];
    this.#openRow(run, finding?.fromRow ?? 0);
  }

  /** Opens the log where the row was written, or shows it in the explorer: a run may span several files. */
  #openRow(index: number, row: number): void {
    const run = this.#log.runs[index]?.run;
    const path = run?.logs[Math.max(0, run.rows.log.at(row))];
    const uri = path === undefined ? this.#log.uri : this.#log.fileOf(path);
    // An editor would show the bytes of what is no text.
    if (run !== undefined && isBinaryFormat(run.format)) this.#execute('revealInExplorer', uri);
    else openBeside(uri, Math.max(1, run?.rows.line.at(row) ?? 1), this.#panel.viewColumn);
  }

  #execute(command: string, ...given: readonly unknown[]): void {
    void vscode.commands.executeCommand(command, ...given);
  }
}
