import * as vscode from 'vscode';
import { FactsOfFolders } from '../core/log/folderFacts';
import { looksLikeLogName } from '../core/log/formats/index';
import { mayBeLog } from '../core/log/mayBeLog';

/** One file of what was opened: where it is, and what runs call it. */
export interface LogPart {
  readonly uri: vscode.Uri;
  /** Relative to what was opened, `/` between parts. */
  readonly path: string;
}

/** Folders are looked into this deep, for at most this many logs. */
const DEPTH = 5;
const MOST = 1000;
const SKIPPED = /^(?:\.|node_modules$|venv$|site-packages$|__pycache__$)/;

/** The files behind an address: a file is itself, a folder the logs in it by name, in order of their paths. */
export async function partsOf(uri: vscode.Uri): Promise<readonly LogPart[]> {
  const stat = await vscode.workspace.fs.stat(uri);
  if (!isFolder(stat.type)) return [{ uri, path: baseName(uri) }];
  const found: LogPart[] = [];
  await look(uri, '', DEPTH, found);
  // Who opens a folder means what is in it: what is no log is told by its content.
  if (found.length === 0) await look(uri, '', DEPTH, found, mayBeLog);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths of the files of a folder that say something of its runs; of a file none. */
export async function factPathsOf(uri: vscode.Uri): Promise<readonly string[]> {
  const stat = await vscode.workspace.fs.stat(uri);
  if (!isFolder(stat.type)) return [];
  const found: LogPart[] = [];
  await look(uri, '', DEPTH, found, path => FactsOfFolders.concerns(path));
  return found.map(part => part.path);
}

/** The last part of an address, as text. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function look(
  uri: vscode.Uri,
  path: string,
  depth: number,
  found: LogPart[],
  wanted: (path: string) => boolean = looksLikeLogName,
): Promise<void> {
  for (const [name, type] of await entries(uri)) {
    if (found.length >= MOST) return;
    const inside = { uri: vscode.Uri.joinPath(uri, name), path: path + name };
    if (isFolder(type)) {
      const enter = depth > 1 && !isLink(type) && !SKIPPED.test(name);
      if (enter) await look(inside.uri, `${inside.path}/`, depth - 1, found, wanted);
    } else if (isFile(type) && wanted(inside.path)) found.push(inside);
  }
}

/** What is in a folder; nothing where it may not be read, so that the others still are. */
async function entries(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch {
    return [];
  }
}

const has = (type: vscode.FileType, kind: vscode.FileType) => (type & kind) !== 0;
const isFolder = (type: vscode.FileType) => has(type, vscode.FileType.Directory);
const isFile = (type: vscode.FileType) => has(type, vscode.FileType.File);
const isLink = (type: vscode.FileType) => has(type, vscode.FileType.SymbolicLink);
