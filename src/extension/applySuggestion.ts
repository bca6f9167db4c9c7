import * as vscode from 'vscode';
import type { ConfigSettings } from './configSettings';
import { valueRange } from './configSettings';

/** A number to write into a config file: `id` tells the setting apart from the others of the file. */
export interface SettingEdit {
  readonly uri: string;
  readonly id: string;
  readonly value: number;
}

/**
 * Writes a suggested number as one undoable edit. Resolves to a sentence where it was not possible,
 * to null when it was done. The setting is looked for anew: the file may have changed since it was offered.
 */
export async function applySuggestion(
  settings: ConfigSettings,
  given: unknown,
): Promise<string | null> {
  if (!isSettingEdit(given)) return vscode.l10n.t('There is no suggestion to apply here.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(given.uri));
  const setting = settings.of(document).find(each => each.id === given.id)?.setting;
  if (!setting?.editable) {
    return vscode.l10n.t('The setting is not where it was; nothing was changed.');
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, valueRange(document, setting), String(given.value));
  const done = await vscode.workspace.applyEdit(edit);
  return done ? null : vscode.l10n.t('The file cannot be edited; nothing was changed.');
}

function isSettingEdit(given: unknown): given is SettingEdit {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, id, value } = given as Partial<Record<keyof SettingEdit, unknown>>;
  return typeof uri === 'string' && typeof id === 'string' && Number.isFinite(value);
}
