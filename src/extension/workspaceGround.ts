import * as vscode from 'vscode';
import type { LogGround } from '../core/log/ground';
import type { LogSource } from '../core/log/tail';
import { factsIn } from './folderFacts';
import { Lifetime } from './lifetime';
import { baseName, factPathsOf, partsOf } from './logParts';

/** A log, or a folder of logs, on any file system that VS Code knows. */
export function workspaceGround(
  uri: vscode.Uri,
  source: (uri: vscode.Uri) => LogSource,
): LogGround {
  let isFolder = false;
  return {
    async files() {
      const stat = await vscode.workspace.fs.stat(uri);
      isFolder = (stat.type & vscode.FileType.Directory) !== 0;
      const parts = await partsOf(uri);
      const facts = await factPathsOf(uri);
      return { isFolder, logs: parts.map(({ path }) => path), facts };
    },
    source: path => source(isFolder ? vscode.Uri.joinPath(uri, path) : uri),
    facts: paths => factsIn(uri, paths),
    watch: (_, changed) => watch(uri, changed),
  };
}

/** Costs nothing where the folder is watched anyway. */
function watch(uri: vscode.Uri, changed: () => void): Lifetime {
  const own = new Lifetime();
  const folder = vscode.Uri.joinPath(uri, '..');
  const pattern = new vscode.RelativePattern(folder, globLiteral(baseName(uri)));
  const watcher = own.add(vscode.workspace.createFileSystemWatcher(pattern));
  own.add(watcher.onDidChange(changed));
  own.add(watcher.onDidCreate(changed));
  own.add(watcher.onDidDelete(changed));
  return own;
}

/** A glob that matches exactly this name. */
function globLiteral(name: string): string {
  return name.replace(/[*?{}[\]]/g, '[$&]');
}
