import { toldSuggestion } from '../analysis/told';
import type { Consensus, Suggestion } from '../analysis/analysis';
import type { LogProblem } from '../run/run';
import type { AnalysedRun } from '../project/project';
import type { RunGroup } from './groups';

/** A problem of reading, with the log it was met in. */
export interface ReadingProblem {
  readonly log: string;
  readonly problem: LogProblem;
}

/** Several runs of one thing, with what they say together; null where that is nothing. */
export interface ReportGroup extends RunGroup {
  readonly consensus: Consensus | null;
  readonly suggestion: Suggestion | null;
}

export interface ReportInput {
  readonly title: string;
  /** When it was made, ready to show; a test passes its own. */
  readonly date: string;
  /** Version of Epoch Lens. */
  readonly version: string;
  readonly groups: readonly ReportGroup[];
  readonly problems: readonly ReadingProblem[];
  /** How many files were met that are no logs. */
  readonly ignored: number;
  /** How many logs were read; counted from the runs when absent, which several folders with a log of one name need. */
  readonly logs?: number;
}

/** Everything a report says, as numbers; the renderers put it into words. */
export interface ReportModel extends ReportInput {
  readonly runs: readonly AnalysedRun[];
  readonly logs: number;
  readonly points: number;
  /** What following the suggestions would have left out, where all runs count the same thing; else null. */
  readonly saved: { readonly units: number; readonly of: number } | null;
}

/** Sums up what was read and found. */
export function buildReport(input: ReportInput): ReportModel {
  const runs = input.groups.flatMap(group => group.runs);
  return {
    ...input,
    runs,
    logs: input.logs ?? new Set(runs.flatMap(({ run }) => run.logs)).size,
    points: runs.reduce((sum, { run }) => sum + pointsOf(run.series), 0),
    saved: savedOf(runs),
  };
}

function pointsOf(series: AnalysedRun['run']['series']): number {
  return series.reduce((sum, { count }) => sum + count, 0);
}

function savedOf(runs: readonly AnalysedRun[]): ReportModel['saved'] {
  if (new Set(runs.map(({ run }) => run.unit)).size !== 1) return null;
  let units = 0;
  let of = 0;
  for (const { analysis } of runs) {
    of += analysis.trained;
    units += Math.max(0, analysis.trained - (toldSuggestion(analysis)?.epochs ?? analysis.trained));
  }
  return units > 0 && Number.isFinite(of) ? { units, of } : null;
}
