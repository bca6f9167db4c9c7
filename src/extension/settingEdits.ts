import * as vscode from 'vscode';
import { companionText, writtenLike } from '../core/config/companions';
import type { Companion, ConfigSetting } from '../core/config/setting';
import { groupedBy } from '../core/project/groupedBy';
import { valueRange } from './configSettings';
import { notebookCellOf } from './notebookCell';

/** A number that changes together with a setting: where, and what would stand there. */
export interface CompanionEdit {
  readonly document: vscode.TextDocument;
  readonly companion: Companion;
  readonly text: string;
}

/** The edit that gives a setting a value, written as the file writes it, with the given companions. */
export function settingEdit(
  document: vscode.TextDocument,
  setting: ConfigSetting,
  value: number,
  companions: readonly CompanionEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, valueRange(document, setting), writtenText(setting, value));
  for (const { document: at, companion, text } of companions) {
    const range = new vscode.Range(at.positionAt(companion.start), at.positionAt(companion.end));
    edit.replace(at.uri, range, text);
  }
  return edit;
}

/** What stands in the place of a setting that has a value. */
export function writtenText({ text, shift = 0 }: ConfigSetting, value: number): string {
  return writtenLike(text, value + shift);
}

/** What changes together with a setting when it gets a value; empty where nothing does. */
export function companionEdits(
  document: vscode.TextDocument,
  { value: before, companions, cell }: ConfigSetting,
  value: number,
): readonly CompanionEdit[] {
  if (before === null) return [];
  return companions.flatMap(companion => {
    const at = companion.cell === cell ? document : cellBeside(document, companion.cell);
    const text = companionText(companion, before, value);
    return at === null || text === companion.text ? [] : [{ document: at, companion, text }];
  });
}

/** `T_max: 100 → 34, milestones: 50 → 17, 80 → 27`: each name once. */
export function companionWords(edits: readonly CompanionEdit[]): string {
  const named = groupedBy(edits, ({ companion }) => companion.name);
  const words = ([name, changes]: readonly [string, readonly CompanionEdit[]]) =>
    `${name}: ${changes.map(({ companion, text }) => `${companion.text} → ${text}`).join(', ')}`;
  return [...named].map(words).join('; ');
}

function cellBeside(
  document: vscode.TextDocument,
  cell: number | null,
): vscode.TextDocument | null {
  const notebook = notebookCellOf(document)?.notebook;
  return notebook && cell !== null ? (notebook.getCells()[cell]?.document ?? null) : null;
}
