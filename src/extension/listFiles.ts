import * as vscode from 'vscode';
import { globs } from '../core/project/globs';
import { isSkippedFolder, TELLING } from '../core/project/skippedFolders';
import { pause } from '../core/run/pause';

/** What of a folder is listed. */
export interface Listing {
  /** A glob relative to the folder. */
  readonly pattern: vscode.RelativePattern;
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  readonly most: number;
}

/** Milliseconds that a search is waited for: where nobody searches, VS Code waits for somebody to come. */
const PATIENCE = 3000;
/** Folders of a virtual file system that are asked for what they hold: each may be a request to a server. */
const MOST_FOLDERS = 500;

/** The files of a folder by a search of VS Code. Where nobody searches the file system, as in many virtual ones, its folders are gone through. */
export async function listFiles(
  folder: vscode.Uri,
  { pattern, exclude, most }: Listing,
): Promise<readonly vscode.Uri[]> {
  const out = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
  if (folder.scheme === 'file') return vscode.workspace.findFiles(pattern, out, most);
  const ends = new vscode.CancellationTokenSource();
  const late = setTimeout(() => ends.cancel(), PATIENCE);
  const none = new Promise<readonly vscode.Uri[]>(resolve =>
    ends.token.onCancellationRequested(() => resolve([])),
  );
  const search = vscode.workspace.findFiles(pattern, out, most, ends.token);
  const found = await Promise.race([search, none]);
  clearTimeout(late);
  if (found.length === 0) return walk(folder, exclude, most);
  // A server behind an address of its own may be called otherwise by its search than by its workspace.
  return found.map(uri => uri.with({ scheme: folder.scheme, authority: folder.authority }));
}

async function walk(
  root: vscode.Uri,
  exclude: readonly string[],
  most: number,
): Promise<readonly vscode.Uri[]> {
  const isLeftOut = globs(exclude);
  const files: vscode.Uri[] = [];
  const folders = [''];
  for (const folder of folders) {
    for (const [name, type] of await entriesOf(vscode.Uri.joinPath(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isLeftOut(path)) continue;
      if (type === vscode.FileType.File) files.push(vscode.Uri.joinPath(root, path));
      const enters = type === vscode.FileType.Directory && !isSkippedFolder(name, TELLING);
      if (enters && folders.length < MOST_FOLDERS) folders.push(path);
    }
    if (files.length >= most) break;
    await pause();
  }
  return files.slice(0, most);
}

/** Nothing where it may not be read, so that the others still are. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
