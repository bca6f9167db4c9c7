import * as vscode from 'vscode';
import { languageOf } from '../core/config/languages/index';
import type { LogPattern } from '../core/log/patterns/pattern';
import { HEAD_BYTES } from '../core/log/format';
import { Coalesce } from '../core/run/coalesce';
import { Lifetime, type Ending } from './lifetime';
import { pause } from '../core/run/pause';
import type { LogView } from './logView';
import type { CurveFinder, LogHead } from './reading/curvesIn';

/** The key that `when` clauses of menus ask. */
const CONTEXT_KEY = 'epochLens.recognisedLogs';
/** Milliseconds after opening a document: recognition is never in the way of showing it. */
const DELAY = 250;

/** Other features that find logs, and what they need to know. */
export interface LogFinders {
  readonly holdsCurves: CurveFinder;
  /** The user's patterns of lines; absent: none. */
  readonly patterns?: (uri: vscode.Uri) => readonly LogPattern[];
  readonly onDidChangeLog: vscode.Event<LogView>;
  readonly project: {
    readonly logs: readonly vscode.Uri[];
    readonly onDidChange: vscode.Event<void>;
  };
}

/** Knows which files are logs, so that menus appear on them whatever they are called. */
export class RecognisedLogs implements Ending {
  /** Other open documents are logs now. */
  readonly onDidChange: vscode.Event<void>;
  readonly #finders: LogFinders;
  readonly #failed: (error: unknown) => void;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #looks: Coalesce;
  /** By address: whether the document was found to be a log. */
  readonly #documents = new Map<string, boolean>();
  /** Logs that were recognised in any way; they stay recognised. */
  readonly #known = new Map<string, vscode.Uri>();

  constructor(finders: LogFinders, failed: (error: unknown) => void) {
    this.#finders = finders;
    this.#failed = failed;
    this.onDidChange = this.#changed.event;
    this.#looks = this.#own.add(new Coalesce(() => this.#look(), failed, DELAY));
    this.#own.add(vscode.workspace.onDidOpenTextDocument(() => this.#looks.request()));
    this.#own.add(vscode.workspace.onDidCloseTextDocument(each => this.#close(each)));
    this.#own.add(vscode.workspace.onDidSaveTextDocument(each => this.#close(each)));
    this.#own.add(finders.onDidChangeLog(log => this.#add(logFiles(log))));
    this.#own.add(finders.project.onDidChange(() => this.#add(this.#finders.project.logs)));
    this.#looks.request();
  }

  /** Every log recognised so far. */
  get all(): readonly vscode.Uri[] {
    return [...this.#known.values()];
  }

  /** The open documents that are logs. */
  get open(): readonly vscode.Uri[] {
    const keys = [...this.#documents].filter(([, isLog]) => isLog).map(([key]) => key);
    return keys.map(key => vscode.Uri.parse(key));
  }

  /** Looks again at what was no log: a preference changed. */
  refresh(): void {
    for (const [key, isLog] of this.#documents) if (!isLog) this.#documents.delete(key);
    this.#looks.request();
  }

  dispose(): void {
    this.#own.dispose();
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, undefined);
  }

  async #look(): Promise<void> {
    const before = this.open.length;
    for (const document of vscode.workspace.textDocuments) {
      const key = document.uri.toString();
      // One that closed while others were looked at would count as open for ever.
      if (document.isClosed || this.#documents.has(key) || !mayBeLog(document)) continue;
      const patterns = this.#finders.patterns?.(document.uri) ?? [];
      const given = { path: document.uri.path, head: headOf(document), patterns };
      const holds = await this.#holdsCurves(given);
      if (vscode.workspace.textDocuments.includes(document)) this.#documents.set(key, holds);
      await pause();
    }
    this.#add(this.open);
    if (this.open.length !== before) this.#changed.fire();
  }

  /** What cannot be read holds nothing, and is not tried again and again. */
  async #holdsCurves(given: LogHead): Promise<boolean> {
    try {
      return await this.#finders.holdsCurves(given);
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #close(document: vscode.TextDocument): void {
    if (this.#documents.delete(document.uri.toString())) this.#changed.fire();
    this.#looks.request();
  }

  #add(uris: readonly vscode.Uri[]): void {
    const before = this.#known.size;
    for (const uri of uris) this.#known.set(uri.toString(), uri);
    if (this.#known.size === before) return;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, [...this.#known.keys()]);
  }
}

/** Source code and documents of other kinds are not looked at. */
function mayBeLog({ uri, languageId, isUntitled }: vscode.TextDocument): boolean {
  if (isUntitled || uri.scheme === 'git' || uri.scheme === 'output') return false;
  const language = languageOf(uri.path, languageId);
  const isData =
    /json/.test(languageId) || /\.(?:log|txt|out|err|csv|tsv|jsonl|ndjson)$/i.test(uri.path);
  return isData || (language === null && /^(?:plaintext|log|csv|tsv)$/.test(languageId));
}

function headOf(document: vscode.TextDocument): string {
  const end = document.positionAt(HEAD_BYTES);
  return document.getText(new vscode.Range(new vscode.Position(0, 0), end));
}

function logFiles(log: LogView): readonly vscode.Uri[] {
  return log.runs.flatMap(({ run }) => run.logs.map(path => log.fileOf(path)));
}
