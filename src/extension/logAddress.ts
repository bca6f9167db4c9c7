import * as vscode from 'vscode';
import { type PickedLog, pickedLogsIn, pickedText } from '../core/log/pickedLogs';
import { baseName } from './logParts';

/** A log that was chosen among others, and which of its runs (counted from 0); null: all. */
export interface ChosenLog {
  readonly uri: vscode.Uri;
  readonly runs: readonly number[] | null;
}

/**
 * The address of several logs that are looked at together: the folder around all of them, with the logs as its query.
 * A single log keeps its own address unless only some of its runs are meant.
 */
export function addressOf(chosen: readonly ChosenLog[]): vscode.Uri | null {
  const logs = together(chosen);
  const [first] = logs;
  if (first === undefined) return null;
  if (logs.length === 1 && first.runs === null) return first.uri;
  const folder = folderAround(logs.map(({ uri }) => uri));
  const start = folder.path.endsWith('/') ? folder.path.length : folder.path.length + 1;
  const picks = logs.map(({ uri, runs }) => ({ path: uri.path.slice(start), runs }));
  return folder.with({ query: pickedText(picks) });
}

/** The logs of an address of several; null for the address of one. */
export function picksOf(uri: vscode.Uri): readonly PickedLog[] | null {
  return uri.query === '' ? null : pickedLogsIn(uri.query);
}

/** The folder around several logs; the address itself of one log. */
export function folderOf(uri: vscode.Uri): vscode.Uri {
  return picksOf(uri) === null ? uri : uri.with({ query: '' });
}

/** The logs behind an address, each by its own. */
export function logsAt(uri: vscode.Uri): readonly vscode.Uri[] {
  const folder = folderOf(uri);
  return picksOf(uri)?.map(({ path }) => vscode.Uri.joinPath(folder, path)) ?? [uri];
}

/** What a log, or several, are called: `training.csv`, `3 logs in runs`. */
export function titleOf(uri: vscode.Uri): string {
  const picks = picksOf(uri);
  if (picks === null) return baseName(uri);
  const [first] = picks;
  if (picks.length === 1 && first) return first.path.slice(first.path.lastIndexOf('/') + 1);
  return vscode.l10n.t('{count} logs in {folder}', { count: picks.length, folder: baseName(uri) });
}

/** Each log once, with all runs that are meant of it. */
function together(chosen: readonly ChosenLog[]): readonly ChosenLog[] {
  const logs = new Map<string, ChosenLog>();
  for (const { uri, runs } of chosen) {
    const before = logs.get(uri.toString());
    const all = runs === null || before?.runs === null;
    const some = [...new Set([...(before?.runs ?? []), ...(runs ?? [])])].sort((a, b) => a - b);
    logs.set(uri.toString(), { uri, runs: all ? null : some });
  }
  return [...logs.values()];
}

/** The nearest folder that all stand in. */
function folderAround(uris: readonly vscode.Uri[]): vscode.Uri {
  const [first = vscode.Uri.file('/')] = uris;
  let folder = vscode.Uri.joinPath(first, '..');
  const holds = () => {
    const start = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
    return uris.every(({ path }) => path.startsWith(start));
  };
  while (!holds() && folder.path !== '/') folder = vscode.Uri.joinPath(folder, '..');
  return folder;
}
