import * as vscode from 'vscode';
import { looksLikeLogName } from '../../core/log/formats/index';
import { Coalesce } from '../../core/run/coalesce';
import { Lifetime, type Ending } from '../lifetime';

/** Milliseconds that changes are collected for: a training may write several files at once. */
const DELAY = 1000;

/** Hears of files of the workspace that are named like logs and came, went or changed. Costs nothing: VS Code watches its folders anyway. */
export function watchWorkspace(changed: (uris: readonly vscode.Uri[]) => void): Ending {
  const own = new Lifetime();
  const waiting = new Map<string, vscode.Uri>();
  const news = own.add(
    new Coalesce(
      () => {
        const uris = [...waiting.values()];
        waiting.clear();
        changed(uris);
      },
      () => undefined,
      DELAY,
    ),
  );
  const see = (uri: vscode.Uri) => {
    if (!looksLikeLogName(uri.path) || /\/(?:\.git|node_modules|site-packages)\//.test(uri.path))
      return;
    waiting.set(uri.toString(), uri);
    news.request();
  };
  const watcher = own.add(vscode.workspace.createFileSystemWatcher('**/*'));
  own.add(watcher.onDidCreate(see));
  own.add(watcher.onDidChange(see));
  own.add(watcher.onDidDelete(see));
  return own;
}
