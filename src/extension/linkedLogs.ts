import type * as vscode from 'vscode';
import { isBinaryFormat } from '../core/log/formats/index';
import type { Run } from '../core/run/run';
import type { SettingLink } from './projectView';

/** Where a row of a run was logged: `line` is 1-based. */
export interface LogPlace {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** Addresses of the logs behind a link, each once, as strings that commands can carry. */
export function logsOf({ link, fileOf }: SettingLink): readonly string[] {
  const paths = new Set([...link.runs, ...link.aside].flatMap(({ run }) => run.logs));
  return Array.from(paths, path => fileOf(path).toString());
}

/** The line that a row was read from; null for a row that the run does not have, and for a log that is no text. */
export function placeOf(
  run: Run,
  row: number,
  fileOf: (path: string) => vscode.Uri,
): LogPlace | null {
  const path = run.logs[run.rows.log.at(row)];
  const line = run.rows.line.at(row);
  if (path === undefined || line < 1 || isBinaryFormat(run.format)) return null;
  return { uri: fileOf(path), line };
}
