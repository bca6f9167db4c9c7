import type * as vscode from 'vscode';
import type { RunFacts } from '../core/run/run';
import type { LogView } from './logView';

/** What tells a run from all others, whichever way its log was opened. */
export interface RunIdentity {
  /** The file it begins in. */
  readonly log: vscode.Uri;
  /** What it is called in there; '' where it is alone. */
  readonly run: string;
}

/** `fileOf`: where a path in `Run.logs` really is. */
export function identityOf(
  { name, logs }: Pick<RunFacts, 'name' | 'logs'>,
  fileOf: (path: string) => vscode.Uri,
): RunIdentity {
  const [log = ''] = logs;
  return { log: fileOf(log), run: name.startsWith(`${log} `) ? name.slice(log.length + 1) : '' };
}

/** Of a run of a log; null where there is none of this number. */
export function identityIn(
  log: Pick<LogView, 'runs' | 'fileOf'>,
  index: number,
): RunIdentity | null {
  const judged = log.runs[index];
  return judged ? identityOf(judged.run, path => log.fileOf(path)) : null;
}
