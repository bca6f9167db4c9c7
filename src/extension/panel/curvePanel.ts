import * as vscode from 'vscode';
import type { FromPanel, PanelStage, ToPanel, ViewState } from '../../core/protocol';
import { Coalesce } from '../../core/run/coalesce';
import { Lifetime } from '../lifetime';
import { picksOf } from '../logAddress';
import type { InView } from '../logQuestions';
import type { LogView, LogViews } from '../logView';
import type { Mutes } from '../mutes';
import { identityIn } from '../runIdentity';
import { answered } from './answered';
import type { Excerpts } from './excerpts';
import type { KeptLooks } from './keptLooks';
import { inViewOf, readMessage } from './messages';
import { mutedStage } from './mutedStage';
import { PanelActions } from './panelActions';
import { panelHtml } from './panelHtml';
import { panelWords } from './panelWords';

/** What a panel needs. */
export interface CurvePanelOptions {
  readonly panel: vscode.WebviewPanel;
  readonly log: vscode.Uri;
  /** Its page was never shown before, so it has chosen nothing yet. */
  readonly isNew: boolean;
  readonly logs: LogViews;
  readonly excerpts: Excerpts;
  readonly mutes: Mutes;
  readonly looks: KeptLooks;
  readonly extensionUri: vscode.Uri;
}

/**
 * One panel on one log: tells the page what changed, and answers what it asks. A hidden panel has no page
 * (VS Code takes it down), so nothing is sent until the page that comes next says it is ready.
 */
export class CurvePanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: LogView;
  readonly #actions: PanelActions;
  readonly #mutes: Mutes;
  readonly #looks: KeptLooks;
  readonly #own = new Lifetime();
  /** One question at a time: while a log is read there is news faster than answers. */
  readonly #stage = this.#own.add(
    new Coalesce(
      () => this.#sendStage(),
      () => undefined,
    ),
  );
  #live = false;
  #inView: InView = { run: null, compared: null };

  constructor({
    panel,
    log,
    isNew,
    logs,
    excerpts,
    mutes,
    looks,
    extensionUri,
  }: CurvePanelOptions) {
    this.#panel = panel;
    this.#mutes = mutes;
    this.#looks = looks;
    this.#log = this.#own.add(logs.open(log));
    const column = () => panel.viewColumn;
    this.#actions = new PanelActions({ log: this.#log, excerpts, mutes, looks, column });
    this.#own.add(panel.onDidDispose(() => this.dispose()));
    this.#own.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#own.add(panel.webview.onDidReceiveMessage(message => this.#receive(message)));
    this.#own.add(this.#log.onDidChange(() => void this.#stage.run()));
    this.#own.add(mutes.onDidChange(() => void this.#stage.run()));
    this.#own.add(vscode.window.onDidChangeTextEditorSelection(event => void this.#pointAt(event)));
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
    if (isNew) this.#begin(null);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Ends the following, not the panel: closed while the window reloads, it could not be brought back. */
  dispose(): void {
    this.#live = false;
    this.#own.dispose();
  }

  /** Back in view without a new page there is news to catch up with; a new page that is not ready yet ignores it. */
  #followVisibility(): void {
    this.#live = this.#panel.visible;
    void this.#stage.run();
  }

  #receive(given: unknown): void {
    const message = readMessage(given);
    if (message !== null) this.#act(message);
  }

  #act(message: FromPanel): void {
    switch (message.type) {
      case 'ready':
        this.#begin(message.state);
        break;
      case 'window':
        void this.#sendWindow(message);
        break;
      case 'places':
        void this.#sendPlaces(message);
        break;
      case 'show':
        this.#inView = message;
        void this.#stage.run();
        break;
      default:
        this.#actions.act(message);
    }
  }

  /** Tells a page everything. What is sent before a new page is there waits for it, and saves it the question. */
  #begin(state: ViewState | null): void {
    this.#live = true;
    this.#inView = inViewOf(state, this.#isSeveral);
    this.#send({
      type: 'hello',
      log: this.#log.uri.toString(),
      isSeveral: this.#isSeveral,
      words: panelWords(),
      language: vscode.env.language,
      looks: this.#looks.of(this.#log.uri.toString()),
    });
    void this.#stage.run();
  }

  get #isSeveral(): boolean {
    return picksOf(this.#log.uri) !== null;
  }

  async #sendStage(): Promise<void> {
    if (!this.#live) return;
    const stage = await answered(this.#log.ask({ kind: 'panel', inView: this.#inView }));
    if (stage !== null) this.#send({ type: 'stage', stage: this.#withMutes(stage) });
  }

  #withMutes(stage: PanelStage): PanelStage {
    const identity = stage.stage === 'curves' ? identityIn(this.#log, stage.run.index) : null;
    if (identity === null) return stage;
    return mutedStage(stage, rule => this.#mutes.isMuted(rule, identity));
  }

  async #sendWindow({ request, id }: Extract<FromPanel, { type: 'window' }>): Promise<void> {
    const data = await answered(this.#log.ask({ kind: 'window', request, id }));
    this.#send(data === null ? { type: 'unanswered', id } : { type: 'window', data });
  }

  async #sendPlaces({ x, points, id }: Extract<FromPanel, { type: 'places' }>): Promise<void> {
    const places = await answered(this.#log.ask({ kind: 'places', points, x }));
    this.#send({ type: 'places', id, places: places ?? [] });
  }

  #send(message: ToPanel): void {
    // Resolves to false when the page has just gone; the next one asks for everything again.
    if (this.#live) void this.#panel.webview.postMessage(message);
  }

  /** The cursor in the log marks the point that its line is. */
  async #pointAt({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): Promise<void> {
    const address = textEditor.document.uri.toString();
    const [selection] = selections;
    if (!this.#live || !selection) return;
    const paths = this.#log.runs.flatMap(({ run }) => run.logs);
    const path = paths.find(each => this.#log.fileOf(each).toString() === address);
    if (path === undefined) return;
    const line = selection.active.line + 1;
    const found = await answered(this.#log.ask({ kind: 'cursor', path, line }));
    if (found !== null) this.#send({ type: 'cursor', ...found });
  }
}
