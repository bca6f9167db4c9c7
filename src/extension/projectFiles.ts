import * as vscode from 'vscode';
import { looksLikeLogName } from '../core/log/formats/index';
import { listFiles } from './listFiles';

/** The files of a folder; paths relative to it, `/` between parts. */
export interface ProjectFiles {
  readonly tree: readonly string[];
  /** What may be a log by its name. */
  readonly logs: readonly string[];
}

/** More files than this are not looked at: a project that large needs its logs opened by hand. */
const MOST_FILES = 20_000;
const MOST_LOGS = 500;
/** Any notebook may hold a training, and few do: these many are looked at, the nearest to the folder first. */
const MOST_NOTEBOOKS = 60;

/** The files of a folder: all below it where it is open in VS Code, only the nearest for a loose file (its folder may be a home). */
export function filesPattern(folder: vscode.Uri): vscode.RelativePattern {
  const open = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  return new vscode.RelativePattern(folder, open ? '**/*' : '{*,*/*,*/*/*}');
}

/** Lists a folder by one search, leaving out what the globs in `exclude` name. */
export async function findProjectFiles(
  folder: vscode.Uri,
  exclude: readonly string[],
): Promise<ProjectFiles> {
  const listing = { pattern: filesPattern(folder), exclude, most: MOST_FILES };
  const found = await listFiles(folder, listing);
  const tree = found.flatMap(uri => relativePath(folder, uri) ?? []).sort();
  const logs = tree.filter(looksLikeLogName).slice(0, MOST_LOGS);
  return { tree, logs: [...logs, ...notebooksIn(tree)] };
}

function notebooksIn(tree: readonly string[]): readonly string[] {
  const depth = (path: string) => path.split('/').length;
  return tree
    .filter(path => path.endsWith('.ipynb') && !path.includes('.ipynb_checkpoints/'))
    .sort((one, other) => depth(one) - depth(other))
    .slice(0, MOST_NOTEBOOKS);
}

/** The path of a file in a folder; null outside it. */
export function relativePath(folder: vscode.Uri, uri: vscode.Uri): string | null {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const here = folder.scheme === uri.scheme && folder.authority === uri.authority;
  return here && uri.path.startsWith(root) ? uri.path.slice(root.length) : null;
}
