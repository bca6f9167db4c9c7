import { placeOf } from '../log/folders';
import type { Planned } from '../log/plannedIn';
import { countAt } from './axis';
import type { Run } from './run';

/** A run with the planned length that the settings beside its log name, if its log names none. */
export function withPlan(run: Run, settings: ReadonlyMap<string, Planned>): Run {
  const planned = run.logs.map(log => settings.get(placeOf(log).run)).find(isKnown);
  if (run.plannedEpochs !== null || planned === undefined) return run;
  // Epochs of a log that counts something else, or rounds of one that counts epochs, are another training's.
  if ((planned.unit === 'epoch') !== (run.unit === 'epoch')) return run;
  const zeroBased = run.unit !== 'epoch' && run.rows.step.at(0) === 0;
  const whole: Run = {
    ...run,
    unit: planned.unit,
    plannedEpochs: planned.count,
    epochBase: run.epochBase ?? (zeroBased ? 0 : null),
  };
  if (run.status !== 'unknown') return whole;
  const finished = countAt(whole, run.rows.count - 1) >= planned.count;
  return { ...whole, status: finished ? 'finished' : 'unknown' };
}

const isKnown = (planned: Planned | undefined): planned is Planned => planned !== undefined;
