import { analyse } from '../core/analysis/analyse';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { AnalysedRun } from '../core/project/project';
import { type PathReading, readPath } from '../node/readLogs';
import type { CommandIo } from './command';

/** A path that was read, its runs with what was found about them. */
export interface AnalysedReading extends Omit<PathReading, 'runs'> {
  readonly runs: readonly AnalysedRun[];
}

/** Reads a path and analyses its runs, saying which log is being read. Throws as `readPath` does. */
export async function readRuns(
  path: string,
  io: CommandIo,
  patterns: readonly LogPattern[] = [],
): Promise<AnalysedReading> {
  const reading = await readPath(path, { onLog: log => io.progress(`${path}: ${log}`), patterns });
  return { ...reading, runs: reading.runs.map(run => ({ run, analysis: analyse(run) })) };
}
