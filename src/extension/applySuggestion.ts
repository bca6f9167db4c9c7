import * as vscode from 'vscode';
import type { ConfigSettings } from './configSettings';
import { type CompanionEdit, companionEdits, companionWords, settingEdit } from './settingEdits';

/** A number to write into a config file: `id` tells the setting apart from the others of the file. */
export interface SettingEdit {
  readonly uri: string;
  readonly id: string;
  readonly value: number;
}

/**
 * Writes a suggested number as one undoable edit, with the numbers that must change together with it if the user wants
 * that. Resolves to a sentence where it was not possible, to null when it was done or given up. The setting is looked
 * for anew: the file may have changed since it was offered.
 */
export async function applySuggestion(
  settings: ConfigSettings,
  given: unknown,
): Promise<string | null> {
  if (!isSettingEdit(given)) return vscode.l10n.t('There is no suggestion to apply here.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(given.uri));
  const found = await settings.ready(document);
  const setting = found.find(each => each.id === given.id)?.setting;
  if (!setting?.editable) {
    return vscode.l10n.t('The setting is not where it was; nothing was changed.');
  }
  const { version } = document;
  const together = await choose(
    setting.key,
    given.value,
    companionEdits(document, setting, given.value),
  );
  if (together === undefined) return null;
  if (document.version !== version) {
    return vscode.l10n.t('The file has changed meanwhile; nothing was changed.');
  }
  const edit = settingEdit(document, setting, given.value, together);
  const done = await vscode.workspace.applyEdit(edit);
  return done ? null : vscode.l10n.t('The file cannot be edited; nothing was changed.');
}

function isSettingEdit(given: unknown): given is SettingEdit {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, id, value } = given as Partial<Record<keyof SettingEdit, unknown>>;
  return typeof uri === 'string' && typeof id === 'string' && Number.isFinite(value);
}

/** Which of the numbers that go with a setting are to change; asks only where there are some. `undefined`: none, and not the setting either. */
async function choose(
  key: string,
  value: number,
  companions: readonly CompanionEdit[],
): Promise<readonly CompanionEdit[] | undefined> {
  if (companions.length === 0) return [];
  const together = {
    label: vscode.l10n.t('Set {key} to {value}, and what must change with it', { key, value }),
    detail: companionWords(companions),
    companions,
  };
  const alone = {
    label: vscode.l10n.t('Set {key} to {value} alone', { key, value }),
    companions: [],
  };
  const chosen = await vscode.window.showQuickPick([together, alone], {
    title: vscode.l10n.t('Numbers that change together'),
  });
  return chosen?.companions;
}
