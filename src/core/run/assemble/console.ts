import type { Run, Series } from '../run';

/** Programs that record what is logged, with the console of the same training below the run's folder. */
const RECORDERS: ReadonlySet<string> = new Set(['wandb']);
const CONSOLE = /(?:^|\/)files\/[^/]+\.log$/;

/**
 * Leaves out the console of a run that is recorded beside it, rounded and with lines of its own counting; it is
 * named among the run's logs. It stays where only it has curves of an evaluation. All runs are of one folder.
 */
export function withoutConsole(runs: readonly Run[]): readonly Run[] {
  const recorded = runs.find(run => RECORDERS.has(run.format) && run.series.some(isJudged));
  if (recorded === undefined) return runs;
  const repeats = (run: Run): boolean =>
    run.format === 'text' &&
    CONSOLE.test(run.logs[0] ?? '') &&
    (hasEvaluation(recorded) || !hasEvaluation(run));
  const told = runs.filter(repeats).flatMap(run => run.logs);
  if (told.length === 0) return runs;
  return runs
    .filter(run => !repeats(run))
    .map(run => (run === recorded ? { ...run, logs: [...new Set([...run.logs, ...told])] } : run));
}

const isJudged = (series: Series): boolean => series.goal !== null && series.count > 1;

const hasEvaluation = (run: Run): boolean =>
  run.series.some(series => isJudged(series) && series.split === 'validation');
