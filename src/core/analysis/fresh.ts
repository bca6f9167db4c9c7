import { isReturn } from './bounds';
import type { Run, Series } from '../run/run';

/**
 * Whether what was measured in training was measured on data the model had not seen: the return of a rollout, as every
 * episode is new; the training loss of a first pass over the data, where the log tells how long a pass is, as that of a
 * language model trained on its text once. Such a curve is judged like a held-out one.
 */
export function isFresh(run: Run, series: Series): boolean {
  if (series.split !== 'train') return false;
  return isReturn(series) || (series.metric === 'loss' && isFirstPass(run));
}

/** Whether the run trained no more than one epoch; false where the log does not tell, or counts epochs itself. */
function isFirstPass({ unit, rows, stepsPerEpoch }: Run): boolean {
  if (unit === 'epoch' || unit === 'round' || stepsPerEpoch === null || rows.count === 0)
    return false;
  return rows.step.at(rows.count - 1) <= stepsPerEpoch;
}
