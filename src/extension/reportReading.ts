import * as vscode from 'vscode';
import { FactsOfFolders } from '../core/log/folderFacts';
import type { FindPreferences } from '../core/project/find/foundLog';
import type { AnalysedRun } from '../core/project/project';
import type { ReadingProblem } from '../core/report/model';
import { baseName } from './logParts';
import { findProjectFiles } from './projectFiles';
import type { ProjectReaders } from './projectReader';

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
  readonly runs: ProjectReaders;
  readonly preferences: (uri: vscode.Uri) => FindPreferences;
  readonly exclude: (folder: vscode.Uri) => readonly string[];
  readonly token: vscode.CancellationToken;
}

/** Bytes read of one log, and of all: what somebody asks for may take its time. */
const LIMITS = { log: 2_000_000_000, sum: 4_000_000_000 };

/** Reads a log, or all logs of a folder. Rejects when there is nothing at the address. */
export async function readForReport(
  uri: vscode.Uri,
  { runs: readers, preferences, exclude, token }: ReportReadingOptions,
): Promise<ReportReading> {
  const { type } = await vscode.workspace.fs.stat(uri);
  const isFolder = (type & vscode.FileType.Directory) !== 0;
  const folder = isFolder ? uri : vscode.Uri.joinPath(uri, '..');
  const { logs: paths, tree } = isFolder
    ? await findProjectFiles(folder, exclude(folder))
    : { logs: [baseName(uri)], tree: [] };
  const facts = tree.filter(path => FactsOfFolders.concerns(path));
  const reader = readers(folder);
  const cancels = token.onCancellationRequested(() => reader.dispose());
  try {
    const question = { paths, facts, listing: 0, limits: LIMITS, preferences: preferences(uri) };
    const { logs, runs } = await reader.read(question);
    return {
      runs,
      problems: logs.flatMap(({ path, problems }) =>
        problems.map(problem => ({ log: path, problem })),
      ),
      ignored: logs.filter(log => !log.hasRuns).length,
      error: logs.find(log => log.error !== null)?.error ?? null,
    };
  } finally {
    cancels.dispose();
    reader.dispose();
  }
}
