import * as vscode from 'vscode';
import { textNumberSentence } from '../core/report/sentences/meaning';
import { settingProblem } from '../core/report/sentences/settings';
import { verdict } from '../core/report/sentences/verdict';
import { Coalesce } from '../core/run/coalesce';
import { type ConfigSettings, valueRange } from './configSettings';
import { Lifetime, type Ending } from './lifetime';
import { placeOf } from './linkedLogs';
import type { Preferences } from './preferences';
import { problem, TEXT_NUMBER } from './problem';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';

/** Milliseconds that edits are collected for. */
const DELAY = 300;
/** Runs named beside a problem. */
const MOST_RUNS = 3;

interface Behind {
  readonly settings: ConfigSettings;
  readonly project: ProjectView;
  readonly preferences: Preferences;
  readonly failed: (error: unknown) => void;
}

/** Puts epoch settings that their runs contradict into the Problems view. */
export class SettingProblems implements Ending {
  readonly #settings: ConfigSettings;
  readonly #project: ProjectView;
  readonly #preferences: Preferences;
  readonly #own = new Lifetime();
  readonly #problems = this.#own.add(
    vscode.languages.createDiagnosticCollection('epoch-lens-settings'),
  );
  readonly #updates: Coalesce;

  constructor({ settings, project, preferences, failed }: Behind) {
    this.#settings = settings;
    this.#project = project;
    this.#preferences = preferences;
    this.#updates = this.#own.add(new Coalesce(() => this.#update(), failed, DELAY));
    this.#own.add(project.onDidChange(() => this.refresh()));
    this.#own.add(vscode.workspace.onDidOpenTextDocument(() => this.refresh()));
    this.#own.add(vscode.workspace.onDidChangeTextDocument(() => this.refresh()));
    this.#own.add(vscode.workspace.onDidCloseTextDocument(each => this.#problems.delete(each.uri)));
    this.refresh();
  }

  refresh(): void {
    this.#updates.request();
  }

  dispose(): void {
    this.#own.dispose();
  }

  #update(): void {
    for (const document of vscode.workspace.textDocuments) {
      // What is being read keeps what was said of it.
      const isRead = this.#settings.of(document) !== undefined;
      if (isRead && !document.isClosed) this.#problems.set(document.uri, this.#of(document));
    }
  }

  #of(document: vscode.TextDocument): vscode.Diagnostic[] {
    const { uri } = document;
    if (!this.#preferences.isOn('problems.enabled', uri)) return [];
    const ignored = new Set(this.#preferences.list('problems.ignore', uri));
    return [...this.#contradicted(document, ignored), ...this.#asText(document, ignored)];
  }

  /** Numbers that PyYAML would read as text. */
  #asText(document: vscode.TextDocument, ignored: ReadonlySet<string>): vscode.Diagnostic[] {
    if (ignored.has(TEXT_NUMBER)) return [];
    return this.#settings.textNumbersOf(document).map(({ start, end, text, fix }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return problem(range, textNumberSentence(text, fix, say), 'information', TEXT_NUMBER);
    });
  }

  /** Settings that their runs contradict. */
  #contradicted(document: vscode.TextDocument, ignored: ReadonlySet<string>): vscode.Diagnostic[] {
    return (this.#project.linksOf(document) ?? []).flatMap(linked => {
      const found = settingProblem(linked.link, say);
      if (found === null || ignored.has(found.code)) return [];
      const range = valueRange(document, linked.link.setting);
      const diagnostic = problem(range, found.message, found.severity, found.code);
      diagnostic.relatedInformation = runsBehind(linked);
      return [diagnostic];
    });
  }
}

/** The runs that say so, each at its best. */
function runsBehind({ link, fileOf }: SettingLink): vscode.DiagnosticRelatedInformation[] {
  return link.runs.slice(0, MOST_RUNS).flatMap(({ run, analysis }) => {
    const place = analysis.best && placeOf(run, analysis.best.row, fileOf);
    if (!place) return [];
    const location = new vscode.Location(place.uri, new vscode.Position(place.line - 1, 0));
    return [new vscode.DiagnosticRelatedInformation(location, verdict(analysis, run, say))];
  });
}
