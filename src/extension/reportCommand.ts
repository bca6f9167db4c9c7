import * as vscode from 'vscode';
import { renderHtml } from '../core/report/html';
import { renderMarkdown } from '../core/report/markdown';
import { buildReport, type ReportModel } from '../core/report/model';
import { reportGroups } from '../core/report/reportGroups';
import { failureSentence } from './failures';
import { Lifetime, type Ending } from './lifetime';
import { baseName } from './logParts';
import type { Preferences } from './preferences';
import type { ProjectReaders } from './projectReader';
import { readForReport, type ReportReading } from './reportReading';
import type { ReportTarget } from './reportTargets';
import { say } from './say';

/** Reports are documents of this kind until they are saved. */
const SCHEME = 'epoch-lens-report';
/** Whether a report can be saved. */
const CONTEXT_KEY = 'epochLens.reportOpen';
/** Reports kept, so that going back to an older preview still shows it. */
const MOST_REPORTS = 10;

/** What the report needs from outside. */
export interface ReportOptions {
  readonly runs: ProjectReaders;
  readonly preferences: Preferences;
  /** Version of the extension, for the footer of the report. */
  readonly version: string;
}

/** Makes convergence reports: opens them as a preview, saves them as Markdown or as one HTML page. */
export class Reports implements vscode.TextDocumentContentProvider, Ending {
  readonly #options: ReportOptions;
  readonly #own = new Lifetime();
  /** By address, the newest last. */
  readonly #models = new Map<string, ReportModel>();

  constructor(options: ReportOptions) {
    this.#options = options;
    this.#own.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const model = this.#models.get(uri.toString());
    return model ? renderMarkdown(model, say) : vscode.l10n.t('This report is not open any more.');
  }

  /** Reads, makes the report and shows it. Resolves to a sentence where there is nothing to report on, else to null. */
  async open({ uris, title }: ReportTarget): Promise<string | null> {
    const [first] = uris;
    if (first === undefined) return vscode.l10n.t('There is no log and no folder to report on.');
    const readings = await this.#read(uris, title);
    if (typeof readings === 'string') return readings;
    const failure = readings.find(reading => reading.error !== null)?.error ?? null;
    if (readings.every(reading => reading.runs.length === 0)) {
      return failure === null
        ? vscode.l10n.t('No training curve was found in {title}.', { title })
        : failureSentence(failure, title, say);
    }
    const uri = this.#keep(modelOf(readings, title, this.#options.version));
    await vscode.commands.executeCommand('markdown.showPreview', uri);
    return null;
  }

  /** Asks where to, and writes the newest report there. Resolves to a sentence about what happened; null: cancelled. */
  async save(): Promise<string | null> {
    const model = [...this.#models.values()].at(-1);
    if (model === undefined) return vscode.l10n.t('There is no report to save; open one first.');
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save Convergence Report'),
      filters: { Markdown: ['md'], HTML: ['html'] },
      ...defaultPlace(model.title),
    });
    if (target === undefined) return null;
    const isPage = /\.html?$/i.test(target.path);
    const text = isPage ? renderHtml(model, say, vscode.env.language) : renderMarkdown(model, say);
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      return failureSentence(error, baseName(target), say);
    }
    return vscode.l10n.t('Saved {file}.', { file: baseName(target) });
  }

  dispose(): void {
    this.#own.dispose();
    this.#models.clear();
  }

  async #read(
    uris: readonly vscode.Uri[],
    title: string,
  ): Promise<readonly ReportReading[] | string> {
    const { runs, preferences } = this.#options;
    const progress = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Reading logs'),
    };
    try {
      return await vscode.window.withProgress(progress, async (_, token) => {
        const readings: ReportReading[] = [];
        for (const uri of uris) {
          const options = {
            ...{ runs, token },
            preferences: (scope: vscode.Uri) => preferences.reading(scope),
            exclude: (scope: vscode.Uri) => preferences.list('logs.exclude', scope),
          };
          readings.push(await readForReport(uri, options));
        }
        return readings;
      });
    } catch (error) {
      return failureSentence(error, title, say);
    }
  }

  /** Keeps a report and gives it an address. */
  #keep(model: ReportModel): vscode.Uri {
    const name = vscode.l10n.t('Convergence report of {title}', { title: model.title });
    const path = `/${name.replaceAll('/', '∕')}.md`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: String(Date.now()) });
    this.#models.set(uri.toString(), model);
    for (const key of [...this.#models.keys()].slice(0, -MOST_REPORTS)) this.#models.delete(key);
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, true);
    return uri;
  }
}

function modelOf(readings: readonly ReportReading[], title: string, version: string): ReportModel {
  return buildReport({
    title,
    version,
    date: new Date().toISOString().slice(0, 10),
    groups: readings.flatMap(({ runs }) => reportGroups(runs)),
    problems: readings.flatMap(({ problems }) => problems),
    ignored: readings.reduce((sum, { ignored }) => sum + ignored, 0),
  });
}

/** Beside the work: in the first workspace folder. */
function defaultPlace(title: string): Pick<vscode.SaveDialogOptions, 'defaultUri'> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${title.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-report.md`;
  return folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {};
}
