import * as vscode from 'vscode';
import { Lifetime, type Ending } from '../lifetime';
import { titleOf } from '../logAddress';
import type { LogViews } from '../logView';
import type { Mutes } from '../mutes';
import type { Platform } from '../platform';
import { CurveEditors } from './curveEditors';
import { CurvePanel } from './curvePanel';
import { Excerpts } from './excerpts';
import type { KeptLooks } from './keptLooks';
import { logOfState } from './messages';

/** The kind of panel; package.json activates the extension for it. */
const VIEW_TYPE = 'epochLens.curves';

/** What panels need from outside. */
export interface CurvePanelsOptions extends Pick<vscode.ExtensionContext, 'extensionUri'> {
  readonly logs: LogViews;
  readonly platform: Platform;
  readonly mutes: Mutes;
  readonly looks: KeptLooks;
}

/** The panels with curves: at most one for each log, brought back after a reload of the window. */
export class CurvePanels implements Ending, vscode.WebviewPanelSerializer {
  readonly #options: CurvePanelsOptions;
  readonly #open = new Map<string, CurvePanel>();
  readonly #own = new Lifetime();
  readonly #excerpts: Excerpts;

  constructor(options: CurvePanelsOptions) {
    this.#options = options;
    this.#excerpts = this.#own.add(new Excerpts(options.platform));
    this.#own.add(vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this));
    this.#own.add(new CurveEditors((panel, log) => this.#attachEditor(panel, log)));
  }

  /** Opens the panel of a log, or shows the one that is open. */
  show(log: vscode.Uri): void {
    const open = this.#open.get(log.toString());
    if (open) {
      open.reveal();
      return;
    }
    const title = titleOf(log);
    const column = vscode.window.activeTextEditor
      ? vscode.ViewColumn.Beside
      : vscode.ViewColumn.Active;
    this.#attach(vscode.window.createWebviewPanel(VIEW_TYPE, title, column), log, true);
  }

  /** Brings back a panel after the window was reloaded; one that does not know its log has nothing to show. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const log = logOfState(state);
    if (log === null || this.#open.has(log)) panel.dispose();
    else this.#attach(panel, vscode.Uri.parse(log), false);
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
    this.#own.dispose();
  }

  /** An editor is one more view on the log, beside its panel if that is open; VS Code brings it back by itself. */
  #attachEditor(panel: vscode.WebviewPanel, log: vscode.Uri): void {
    const options = { panel, log, isNew: false, excerpts: this.#excerpts, ...this.#options };
    const held = this.#own.add(new CurvePanel(options));
    panel.onDidDispose(() => this.#own.end(held));
  }

  #attach(panel: vscode.WebviewPanel, log: vscode.Uri, isNew: boolean): void {
    const key = log.toString();
    const options = { panel, log, isNew, excerpts: this.#excerpts, ...this.#options };
    this.#open.set(key, new CurvePanel(options));
    panel.onDidDispose(() => this.#open.delete(key));
  }
}
