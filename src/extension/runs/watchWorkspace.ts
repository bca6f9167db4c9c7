import * as vscode from 'vscode';
import { looksLikeLogName } from '../../core/log/formats/index';
import { isSkippedFolder, TELLING } from '../../core/project/skippedFolders';
import { Coalesce } from '../../core/run/coalesce';
import { Lifetime, type Ending } from '../lifetime';

/** Milliseconds that changes are collected for: a training may write several files at once. */
const DELAY = 1000;
/** Where more came at once than this, the folders of the workspace are looked through instead. */
const MOST_CAME = 500;

/**
 * Hears of files of the workspace that are named like logs and came, went or changed, and of folders that came: what was
 * written into a folder before VS Code watched it, or came with it, is told by nobody. Costs nothing: VS Code watches
 * its folders anyway.
 */
export function watchWorkspace(
  changed: (uris: readonly vscode.Uri[]) => void,
  entered: (uris: readonly vscode.Uri[]) => void,
): Ending {
  const own = new Lifetime();
  const waiting = new Map<string, vscode.Uri>();
  const came = new Map<string, vscode.Uri>();
  const news = own.add(
    new Coalesce(
      () => {
        const files = [...waiting.values()];
        const folders = outermost(came);
        waiting.clear();
        came.clear();
        if (files.length > 0) changed(files);
        if (folders.length > 0) entered(folders);
      },
      () => undefined,
      DELAY,
    ),
  );
  const note = (uri: vscode.Uri, list = waiting) => {
    list.set(uri.toString(), uri);
    news.request();
  };
  const see = (uri: vscode.Uri) => {
    if (looksLikeLogName(uri.path) && !isSkipped(uri)) note(uri);
  };
  const watcher = own.add(vscode.workspace.createFileSystemWatcher('**/*'));
  own.add(
    watcher.onDidCreate(uri =>
      looksLikeLogName(uri.path) ? see(uri) : !isSkipped(uri) && note(uri, came),
    ),
  );
  own.add(watcher.onDidChange(see));
  own.add(watcher.onDidDelete(see));
  return own;
}

/** In packages, environments or hidden folders of the workspace. */
function isSkipped(uri: vscode.Uri): boolean {
  const parts = vscode.workspace.asRelativePath(uri, false).split('/');
  return parts.some(part => isSkippedFolder(part, TELLING));
}

/** What came, without what lies in others of it. */
function outermost(came: ReadonlyMap<string, vscode.Uri>): readonly vscode.Uri[] {
  if (came.size > MOST_CAME) return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return [...came.values()].filter(uri => {
    const parts = uri.toString().split('/');
    return parts.every((_, at) => at === 0 || !came.has(parts.slice(0, at).join('/')));
  });
}
