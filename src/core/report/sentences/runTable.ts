import type { Analysis, Monitor } from '../../analysis/analysis';
import { toldRange, toldSuggestion } from '../../analysis/told';
import type { Run } from '../../run/run';
import type { Say } from '../say';
import { formatCount, formatDuration, formatNumber, formatRange } from './numbers';
import { countOf } from './units';

/** A cell of the table of runs: ready to show, and what to sort by (NaN where there is nothing). */
export interface RunCell {
  readonly text: string;
  readonly value: number;
}

const NOTHING: RunCell = { text: '–', value: NaN };

/** The best value and where it is: `0.312 @ 21`. */
export function bestCell({ best }: Analysis, say: Say): RunCell {
  if (best === null) return NOTHING;
  const values = { value: formatNumber(best.value), label: formatCount(best.epoch) };
  return { text: say('{value} @ {label}', values), value: best.value };
}

/** The last value of what is judged: not the best one. */
export function lastCell(run: Run, monitor: Monitor | null): RunCell {
  const values = run.series[monitor?.index ?? -1]?.values;
  if (!values || values.length === 0) return NOTHING;
  const value = values.at(values.length - 1);
  return { text: formatNumber(value), value };
}

export function trainedCell({ trained }: Analysis, { unit }: Run, say: Say): RunCell {
  return { text: countOf(trained, unit, say), value: trained };
}

export function suggestedCell(analysis: Analysis): RunCell {
  const suggestion = toldSuggestion(analysis);
  if (suggestion === null) return NOTHING;
  return { text: formatRange(...toldRange(suggestion)), value: suggestion.epochs };
}

/** How long the run took, where the log tells. */
export function tookCell({ secondsPerUnit, trained }: Analysis, say: Say): RunCell {
  if (secondsPerUnit === null) return NOTHING;
  const seconds = secondsPerUnit * trained;
  return { text: formatDuration(seconds, say), value: seconds };
}
