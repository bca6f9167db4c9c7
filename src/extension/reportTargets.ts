import * as vscode from 'vscode';
import { activeFile, urisOf } from './curveCommands';
import { logsAt } from './logAddress';
import { baseName } from './logParts';

/** What a report is about. */
export interface ReportTarget {
  readonly uris: readonly vscode.Uri[];
  readonly title: string;
}

/** What was given by a menu or a link, else the active file, else the workspace. */
export function reportTarget(given: unknown): ReportTarget {
  const uris = urisOf(given).flatMap(logsAt);
  const active = activeFile();
  if (uris.length > 0) return { uris, title: titleOf(uris) };
  return active ? { uris: [active], title: baseName(active) } : workspaceTarget();
}

/** All folders of the workspace. */
export function workspaceTarget(): ReportTarget {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const title = vscode.workspace.name ?? vscode.l10n.t('this workspace');
  return { uris: folders.map(folder => folder.uri), title };
}

function titleOf(uris: readonly vscode.Uri[]): string {
  const [first] = uris.map(uri => vscode.workspace.asRelativePath(uri));
  const rest = uris.length - 1;
  return rest > 0
    ? vscode.l10n.t('{first} and {rest} more', { first: first ?? '', rest })
    : (first ?? '');
}
