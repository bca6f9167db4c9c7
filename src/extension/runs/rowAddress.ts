import * as vscode from 'vscode';
import type { ChosenLog } from '../logAddress';
import { filesOf, type RunRow } from './runRows';

/** The files of a run. */
export function urisOfRow(row: RunRow, uriOf: (path: string) => vscode.Uri): readonly vscode.Uri[] {
  const root = uriOf(row.log.root);
  return filesOf(row).map(log => vscode.Uri.joinPath(root, log));
}

/** The logs of a run to open beside others; of a log that holds several runs only this one. */
export function chosenOfRow(
  row: RunRow,
  uriOf: (path: string) => vscode.Uri,
): readonly ChosenLog[] {
  const [log] = row.judged?.run.logs ?? [];
  const isOneOfMany = row.log.runs.filter(({ run }) => run.logs[0] === log).length > 1;
  return urisOfRow(row, uriOf).map((uri, i) => {
    return { uri, runs: i === 0 && isOneOfMany ? [row.index] : null };
  });
}

/** Where the curves of a run are opened: its log; of several logs the folder around them. */
export function addressOfRow(row: RunRow, uriOf: (path: string) => vscode.Uri): vscode.Uri {
  return folderAround(urisOfRow(row, uriOf));
}

/** One log itself; of several the nearest folder that all stand in. */
export function folderAround(uris: readonly vscode.Uri[]): vscode.Uri {
  const [first, ...others] = [...new Set(uris.map(uri => uri.toString()))].map(uri =>
    vscode.Uri.parse(uri),
  );
  let common = first!;
  if (others.length === 0) return common;
  const holds = (folder: vscode.Uri) =>
    others.every(other =>
      other.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`),
    );
  do common = vscode.Uri.joinPath(common, '..');
  while (!holds(common) && common.path !== '/');
  return common;
}
