import * as vscode from 'vscode';
import type { LogGround } from '../core/log/ground';
import type { LogSource } from '../core/log/tail';
import { factsIn } from './folderFacts';
import { Lifetime } from './lifetime';
import { pickedGround } from '../core/log/pickedGround';
import { folderOf, picksOf } from './logAddress';
import { baseName, factPathsOf, partsOf } from './logParts';

const NOT_KNOWN = { isFolder: false };

/** What an address is of: a log, a folder of logs, or several logs that were picked. */
export function groundOf(uri: vscode.Uri, source: (uri: vscode.Uri) => LogSource): LogGround {
  const picks = picksOf(uri);
  if (picks === null) return workspaceGround(uri, source);
  const around = folderOf(uri);
  const at = (path: string) => workspaceGround(vscode.Uri.joinPath(around, path), source);
  return pickedGround({ picks, folder: workspaceGround(around, source, { isFolder: true }), at });
}

/** A log, or a folder of logs, on any file system that VS Code knows. */
export function workspaceGround(
  uri: vscode.Uri,
  source: (uri: vscode.Uri) => LogSource,
  known: { readonly isFolder: boolean } = NOT_KNOWN,
): LogGround {
  let { isFolder } = known;
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
