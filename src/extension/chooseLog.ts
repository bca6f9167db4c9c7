import * as vscode from 'vscode';
import { baseName } from './logParts';
import { plainLabel } from './markdown';

/** A choice in the quick pick; without `uri` it asks for a file. */
interface LogItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | null;
}

/** What is asked, and a folder that may be chosen as a whole. */
export interface LogQuestion {
  readonly title: string;
  readonly openLabel: string;
  readonly folder?: vscode.Uri | undefined;
}

/** Asks which of the logs, or another file; `undefined` where nobody answers. */
export async function chooseLog(
  uris: readonly vscode.Uri[],
  { title, openLabel, folder }: LogQuestion,
): Promise<vscode.Uri | undefined> {
  const items: LogItem[] = [...(folder ? [folderItem(folder)] : []), ...uris.map(logItem)];
  const chosen =
    items.length === 0
      ? openItem()
      : await vscode.window.showQuickPick([...items, openItem()], {
          title,
          placeHolder: vscode.l10n.t('Choose a log'),
          matchOnDescription: true,
        });
  return chosen && (chosen.uri ?? (await vscode.window.showOpenDialog({ title, openLabel }))?.[0]);
}

function logItem(uri: vscode.Uri): LogItem {
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'));
  return { label: plainLabel(baseName(uri)), description: plainLabel(folder), uri };
}

function folderItem(uri: vscode.Uri): LogItem {
  const folder = plainLabel(vscode.workspace.asRelativePath(uri));
  return { label: vscode.l10n.t('$(graph-line) All runs in {folder}', { folder }), uri };
}

function openItem(): LogItem {
  return { label: vscode.l10n.t('$(folder-opened) Open a log …'), uri: null, alwaysShow: true };
}
