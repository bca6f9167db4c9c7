import * as vscode from 'vscode';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { AnalysedRun } from '../core/project/project';
import type { ReadingProblem } from '../core/report/model';
import { assemble } from '../core/run/assemble';
import { withFacts } from '../core/run/withFacts';
import { Analyses } from '../core/project/analyses';
import { factsIn } from './folderFacts';
import { baseName } from './logParts';
import type { Platform } from './platform';
import { findProjectFiles } from './projectFiles';
import { ProjectLogs } from './projectLogs';

/** What a report is made from. */
export interface ReportReading {
  readonly runs: readonly AnalysedRun[];
  readonly problems: readonly ReadingProblem[];
  /** Files met that are no logs. */
  readonly ignored: number;
  /** The first failure to read a log; null when there was none. */
  readonly error: unknown;
}

/** How to read: what differs by platform and preference. */
export interface ReportReadingOptions {
  readonly platform: Platform;
  readonly analysis: (uri: vscode.Uri) => AnalysisPreferences;
  readonly patterns: (uri: vscode.Uri) => readonly LogPattern[];
  readonly exclude: (folder: vscode.Uri) => readonly string[];
  readonly cancelled: () => boolean;
}

/** Reads a log, or all logs of a folder. Rejects when there is nothing at the address. */
export async function readForReport(
  uri: vscode.Uri,
  options: ReportReadingOptions,
): Promise<ReportReading> {
  const { type } = await vscode.workspace.fs.stat(uri);
  const isFolder = (type & vscode.FileType.Directory) !== 0;
  const folder = isFolder ? uri : vscode.Uri.joinPath(uri, '..');
  const { logs: paths, tree } = isFolder
    ? await findProjectFiles(folder, options.exclude(folder))
    : { logs: [baseName(uri)], tree: [] };
  const patterns = () => options.patterns(folder);
  const logs = await new ProjectLogs(folder, options.platform, patterns).read(
    paths,
    options.cancelled,
  );
  const facts = await factsIn(folder, tree);
  const runs = withFacts(assemble(logs.flatMap(log => log.runs)), facts);
  return {
    runs: await new Analyses().of(runs, options.analysis(uri)),
    problems: logs.flatMap(({ path, problems }) =>
      problems.map(problem => ({ log: path, problem })),
    ),
    ignored: logs.filter(log => log.runs.length === 0).length,
    error: logs.find(log => log.error !== null)?.error ?? null,
  };
}
