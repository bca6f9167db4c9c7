import type { Run, Series } from '../run';

/** Programs that record what is logged, with the console of the same training below the run's folder. */
const RECORDERS: ReadonlySet<string> = new Set(['wandb']);
const CONSOLE = /(?:^|\/)files\/[^/]+\.log$/;

/**
 * Leaves out the console of a run that is recorded beside it, rounded and with lines of its own counting; it is
 * named among the run's logs. It stays where only it has curves of an evaluation. All runs are of one folder.
 */
export function withoutConsole(runs: readonly Run[]): readonly Run[] {
  const recorded = runs.filter(run => RECORDERS.has(run.format) && run.series.some(isJudged));
  const told = new Map<Run, string[]>();
  const left = runs.filter(run => {
    const whole = recorded.find(each => repeats(run, each));
    if (whole !== undefined) told.set(whole, [...(told.get(whole) ?? []), ...run.logs]);
    return whole === undefined;
  });
  return left.map(run => ({ ...run, logs: [...new Set([...run.logs, ...(told.get(run) ?? [])])] }));
}

/** Whether a run is the console of one launch, and that launch was recorded. */
function repeats(run: Run, recorded: Run): boolean {
  const [log = ''] = run.logs;
  const [records = ''] = recorded.logs;
  return (
    run.format === 'text' &&
    CONSOLE.test(log) &&
    log.startsWith(records.slice(0, records.lastIndexOf('/') + 1)) &&
    (hasEvaluation(recorded) || !hasEvaluation(run))
  );
}

const isJudged = (series: Series): boolean => series.goal !== null && series.count > 1;

const hasEvaluation = (run: Run): boolean =>
  run.series.some(series => isJudged(series) && series.split === 'validation');
