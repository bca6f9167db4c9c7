import type { RunFacts } from '../run/run';

/** The planned end in the run's own unit; null where the log does not tell. */
export function plannedCount(run: RunFacts): number | null {
  const { plannedEpochs, stepsPerEpoch } = run;
  if (plannedEpochs === null || !(plannedEpochs > 0)) return null;
  if (run.unit === 'epoch' || run.unit === 'round') return plannedEpochs;
  return stepsPerEpoch !== null && stepsPerEpoch > 0 ? plannedEpochs * stepsPerEpoch : null;
}
