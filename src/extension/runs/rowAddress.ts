import * as vscode from 'vscode';
import { placeOf } from '../../core/log/folders/index';
import { addressOf, type ChosenLog } from '../logAddress';
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

/**
 * Where the curves of a run are opened: its log, its folder where nothing else stands in it (`isAlone`), or else the files
 * that it is in. Of a log that holds several runs, this one.
 */
export function addressOfRow(
  row: RunRow,
  uriOf: (path: string) => vscode.Uri,
  isAlone: boolean,
): vscode.Uri {
  const files = filesOf(row);
  const { run } = placeOf(files[0] ?? '');
  const isFolder = run !== '' && files.every(file => file.startsWith(`${run}/`));
  if (files.length > 1 && isAlone && isFolder) return vscode.Uri.joinPath(uriOf(row.log.root), run);
  return addressOf(chosenOfRow(row, uriOf)) ?? uriOf(row.log.path);
}
