import * as vscode from 'vscode';
import { evidenceSentences } from '../core/report/sentences/evidence';
import type { ConfigSettings } from './configSettings';
import { activeFile, uriOf } from './curveCommands';
import { valueRange } from './configSettings';
import { fileOf } from './notebookCell';
import { relativePath } from './projectFiles';
import type { KnownLink, KnownProject, ProjectView } from './projectView';
import { runItemsOf } from './runItems';
import { say } from './say';
import { chooseSetting, knownIn, settingsHere } from './settingChoice';
import { whenKnown } from './whenKnown';

/** What the commands between settings and runs need. */
export interface SettingRunsOptions {
  readonly settings: ConfigSettings;
  readonly project: ProjectView;
  /** Opens the panel of a log. */
  readonly show: (log: vscode.Uri) => unknown;
}

/** From a setting to its runs, and from a log to its setting. Every command resolves to a sentence where there is nothing to go to. */
export class SettingRuns {
  readonly #options: SettingRunsOptions;

  constructor(options: SettingRunsOptions) {
    this.#options = options;
  }

  /** Lists the runs of the setting at the cursor, and opens the curves of the one that is chosen. */
  async showRuns(): Promise<string | null> {
    const { settings, project, show } = this.#options;
    const editor = vscode.window.activeTextEditor;
    const here = await settingsHere(settings, editor);
    if (editor === undefined || here.length === 0) return noSetting();
    const known = await this.#known(fileOf(editor.document));
    if (known === null) return notRead();
    const title = vscode.l10n.t('Show Runs of This Setting');
    const setting = await chooseSetting(knownIn(known, editor.document, here), title);
    if (setting === undefined) return null;
    const linked = project.linksOf(editor.document)?.find(({ id }) => id === setting.id);
    if (linked === undefined) return noRuns();
    const items = runItemsOf(linked.link);
    const placeHolder = evidenceSentences(linked.link, say).join(' ');
    const options = { title, placeHolder, matchOnDetail: true };
    const chosen = await vscode.window.showQuickPick(items, options);
    const log = chosen?.analysed.run.logs[0];
    if (log !== undefined) await show(linked.fileOf(log));
    return null;
  }

  /** `(uri?)`: opens the config of a log at the setting that made its run. */
  async goToSetting(given: unknown): Promise<string | null> {
    const log = uriOf(given) ?? activeFile();
    if (log === undefined) return vscode.l10n.t('Open a log first.');
    const known = await this.#known(log);
    if (known === null) return notRead();
    const made = linksOfLog(known, log);
    if (made.length === 0) return vscode.l10n.t('No setting is known to have made this run.');
    const title = vscode.l10n.t('Go to the Setting That Made This Run');
    const setting = await chooseSetting(made, title);
    if (setting) await this.#reveal(known, setting as KnownLink);
    return null;
  }

  #known(uri: vscode.Uri): Promise<KnownProject | null> {
    const { project } = this.#options;
    return whenKnown(project.onDidChange, () => project.projectAt(uri));
  }

  async #reveal({ folder }: KnownProject, { file, id, setting }: KnownLink): Promise<void> {
    const uri = vscode.Uri.joinPath(folder, file);
    if (setting.cell !== null) {
      await revealCell(uri, setting.cell);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    // The file may have changed since it was read.
    const settings = await this.#options.settings.ready(document);
    const now = settings.find(each => each.id === id);
    const selection = valueRange(document, now?.setting ?? setting);
    await vscode.window.showTextDocument(document, { selection });
  }
}

/** What a log's runs are linked to: the settings that people edit, else the records of the run. */
export function linksOfLog({ folder, links }: KnownProject, log: vscode.Uri): readonly KnownLink[] {
  const path = relativePath(folder, log) ?? '';
  const made = links.filter(({ link }) =>
    [...link.runs, ...link.aside].some(({ run }) => run.logs.includes(path)),
  );
  const sources = made.filter(({ link }) => link.role === 'source');
  return sources.length > 0 ? sources : made;
}

async function revealCell(uri: vscode.Uri, index: number): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const cell = new vscode.NotebookRange(index, index + 1);
  await vscode.window.showNotebookDocument(notebook, { selections: [cell] });
}

/** What is said where the cursor is in no config. */
export const noSetting = () => vscode.l10n.t('There is no epoch setting in this file.');
/** What is said where the folder cannot be read, or not in time. */
export const notRead = () => vscode.l10n.t('The logs of this folder could not be read.');
/** What is said of a setting without runs. */
export const noRuns = () => vscode.l10n.t('No run of this setting is known.');
