import { analyse } from '../core/analysis/analyse';
import { defaultPreferences } from '../core/analysis/preferences';
import { silenceOf, type Written } from '../core/analysis/silence';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { AnalysedRun } from '../core/project/project';
import type { Run } from '../core/run/run';
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
  const analysed = (run: Run): AnalysedRun => {
    const silent = silenceOf(run, writtenAt(run, reading));
    return { run, analysis: analyse(run, defaultPreferences, silent) };
  };
  return { ...reading, runs: reading.runs.map(analysed) };
}

/** When the logs of a run were last written. */
function writtenAt({ logs }: Run, reading: PathReading): Written {
  const own = reading.logs.filter(({ path }) => logs.includes(path));
  const modified = Math.max(...own.map(log => log.modified));
  return { modified, now: Date.now(), seen: false, pause: null };
}
