import * as vscode from 'vscode';
import type { ConfigSettings, IdentifiedSetting } from './configSettings';
import { fileOf } from './notebookCell';
import { plainLabel } from './markdown';
import { relativePath } from './projectFiles';
import type { KnownProject, KnownSetting } from './projectView';
import { settingWords } from '../core/report/sentences/lens';

/** The settings of the file in the active editor that a run may belong to, the one at the cursor first; none where it is no config. */
export async function settingsHere(
  settings: ConfigSettings,
  editor: vscode.TextEditor | undefined,
): Promise<readonly IdentifiedSetting[]> {
  if (editor === undefined) return [];
  const { document, selection } = editor;
  const found = await settings.ready(document);
  const all = found.filter(({ setting }) => setting.primary && setting.kind !== 'patience');
  const line = selection.active.line;
  const here = all.filter(({ setting }) => document.positionAt(setting.start).line === line);
  return here.length === 1 ? here : all;
}

interface SettingItem extends vscode.QuickPickItem {
  readonly known: KnownSetting;
}

/** Asks which of several settings; the only one without asking, `undefined` where nobody answers or there is none. */
export async function chooseSetting(
  settings: readonly KnownSetting[],
  title: string,
): Promise<KnownSetting | undefined> {
  if (settings.length < 2) return settings[0];
  const items = settings.map((known): SettingItem => ({
    label: plainLabel(settingWords(known.setting)),
    description: plainLabel(known.file),
    known,
  }));
  const options = {
    title,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t('Choose a setting'),
  };
  return (await vscode.window.showQuickPick(items, options))?.known;
}

/** Settings of an open document as those of its project. */
export function knownIn(
  { folder }: KnownProject,
  document: vscode.TextDocument,
  settings: readonly IdentifiedSetting[],
): readonly KnownSetting[] {
  const file = relativePath(folder, fileOf(document));
  return file === null ? [] : settings.map(({ id, setting }) => ({ file, id, setting }));
}
