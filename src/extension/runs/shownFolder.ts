import * as vscode from 'vscode';
import { TERMINAL_SCHEME } from '../terminalScheme';

/** What a folder below one that was searched is called in the view: '' for the only folder of the workspace itself. */
export function shownFolder(
  uriOf: (path: string) => vscode.Uri,
): (root: string, folder: string) => string {
  const roots = new Map<string, string>();
  return (root, folder) => {
    const above = roots.get(root) ?? rootName(uriOf(root));
    roots.set(root, above);
    return [above, folder].filter(part => part !== '').join('/');
  };
}

function rootName(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const isAlone = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  if (folder === undefined)
    return uri.scheme === TERMINAL_SCHEME
      ? uri.path.slice(1)
      : vscode.workspace.asRelativePath(uri);
  const name = isAlone ? '' : folder.name;
  if (folder.uri.toString() === uri.toString()) return name;
  const inside = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
  return name === '' ? inside : `${name}/${inside}`;
}
