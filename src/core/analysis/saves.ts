import type { Run } from '../run/run';
import type { Evaluations } from './evaluations';

/** How often a checkpoint is written, by the names that frameworks print it under; in steps, or in epochs. */
const IN_STEPS = ['save_steps', 'save-interval', 'save_interval_steps'];
const IN_EPOCHS = [
  'save_period',
  'save_frequency',
  'save-freq',
  'save_freq',
  'save_every',
  'save_interval',
];

/** A checkpoint that was written, as the log tells. */
export interface Saved {
  /** In the unit of the run. */
  readonly every: number;
  readonly count: number;
  /** What was measured there. */
  readonly value: number;
}

/**
 * The best of the evaluations at which a checkpoint was written, by the interval that the log repeats; null where it does
 * not say, or where the interval counts something else than the run does.
 */
export function savedNear(run: Run, points: Evaluations, best: number): Saved | null {
  const every = intervalOf(run);
  if (every === null || !(best >= 0)) return null;
  let kept = -1;
  for (let i = 0; i < points.length; i++) {
    const isSaved = points.counts[i]! % every === 0 || i === points.length - 1;
    if (isSaved && (kept < 0 || points.costs[i]! < points.costs[kept]!)) kept = i;
  }
  return kept < 0 ? null : { every, count: points.counts[kept]!, value: points.values[kept]! };
}

function intervalOf({ parameters, unit }: Run): number | null {
  const names = unit === 'epoch' ? IN_EPOCHS : IN_STEPS;
  for (const name of names) {
    const every = Number(parameters.get(name));
    if (Number.isInteger(every) && every > 1) return every;
  }
  return null;
}
