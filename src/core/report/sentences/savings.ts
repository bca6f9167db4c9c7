import type { Analysis, Suggestion } from '../../analysis/analysis';
import { toldRange } from '../../analysis/told';
import type { Say } from '../say';
import { measured } from './measured';
import { formatCount, formatDuration, formatPercent } from './numbers';
import { countOf } from './units';

/** Less than this share of the range is not worth a word: the best model is kept. */
const NOTHING_LOST_PERCENT = 0.5;

/**
 * What following the suggestion costs and saves against `configured` counts (what was trained, where null).
 * null when there is nothing to compare or the configured length lies in the range.
 */
export function savings(
  suggestion: Suggestion,
  analysis: Analysis | null,
  configured: number | null,
  say: Say,
): string | null {
  const instead = configured ?? analysis?.trained ?? NaN;
  const { epochs } = suggestion;
  const [low, high] = toldRange(suggestion);
  if (!(instead > 0) || (instead >= low && instead <= high)) return null;
  const values = {
    epochs: formatCount(epochs),
    instead: formatCount(instead),
    units: unitsWords(Math.abs(instead - epochs), suggestion, analysis, say),
  };
  return epochs > instead
    ? say('Training to {epochs} instead of {instead} takes {units} more.', values)
    : stopping(
        measured(suggestion.evidence, 'lostPercentOfRange'),
        analysis !== null && instead > analysis.trained,
        values,
        say,
      );
}

/** `66 epochs (about 2 h 10 m per run)`; without the time where the log does not tell it. */
function unitsWords(
  difference: number,
  { unit }: Suggestion,
  analysis: Analysis | null,
  say: Say,
): string {
  const units = countOf(difference, unit, say);
  const seconds = difference * (analysis?.secondsPerUnit ?? NaN);
  return seconds >= 1
    ? say('{units} (about {time} per run)', { units, time: formatDuration(seconds, say) })
    : units;
}

function stopping(
  lostPercent: number,
  isUnseen: boolean,
  values: Readonly<Record<'epochs' | 'instead' | 'units', string>>,
  say: Say,
): string {
  if (lostPercent >= NOTHING_LOST_PERCENT) {
    return say(
      'Stopping at {epochs} instead of {instead} saves {units} and gives up {lost} of the range.',
      { ...values, lost: formatPercent(lostPercent) },
    );
  }
  if (Number.isNaN(lostPercent)) {
    return say('Stopping at {epochs} instead of {instead} saves {units}.', values);
  }
  return isUnseen
    ? say(
        'Stopping at {epochs} instead of {instead} keeps the best model so far and saves {units}.',
        values,
      )
    : say(
        'Stopping at {epochs} instead of {instead} keeps the best model and saves {units}.',
        values,
      );
}
