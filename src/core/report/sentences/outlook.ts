import type { Analysis, Forecast } from '../../analysis/analysis';
import { plannedCount } from '../../analysis/plan';
import type { Run, RunFacts } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatDuration, formatNumber, formatPercent, formatRange } from './numbers';
import { countOf, placeOf } from './units';

/**
 * Where a run that has not reached its planned end is heading, one idea a sentence: the value at the end, whether the rest
 * still improves the best and where that will be, and what stopping now would save. Nothing for a run without a plan, and
 * for one that ended.
 */
export function outlookSentences(analysis: Analysis, run: Run, say: Say): string[] {
  const { forecast, monitor } = analysis;
  if (forecast === null || monitor === null || !isOpen(run)) return [];
  const left = leftSentence(analysis, run, say);
  return [
    headingTo(forecast, shownName(monitor.name), run, say),
    improving(forecast, analysis, run, say),
    ...(forecast.decays ? [decaying(say)] : []),
    ...(left === null ? [] : [left]),
  ];
}

/** Whether the run may still go on: a log that does not say how it ended may be one that is being written. */
function isOpen({ status }: Run): boolean {
  return status === 'running' || status === 'unknown' || status === 'interrupted';
}

function headingTo({ atCount, value, low, high }: Forecast, name: string, run: Run, say: Say) {
  return say(
    'At the planned end, {place}, {name} is expected at {value}, in four cases of five between {low} and {high}.',
    {
      place: placeOf(atCount, run.unit, say),
      name,
      value: formatNumber(value),
      low: formatNumber(low),
      high: formatNumber(high),
    },
  );
}

function improving(forecast: Forecast, { best }: Analysis, { unit }: Run, say: Say): string {
  const whole = Math.round;
  const values = {
    chance: formatPercent(whole(100 * forecast.improves)),
    best: formatNumber(best?.value ?? NaN),
    label: formatCount(best?.epoch ?? NaN),
    units: countOf(whole(forecast.bestCount), unit, say),
    range: formatRange(whole(forecast.bestLow), whole(forecast.bestHigh)),
  };
  return forecast.improves < 0.5
    ? say(
        'The rest improves the best ({best} @ {label}) noticeably with a probability of {chance} only.',
        values,
      )
    : say(
        'The rest improves the best ({best} @ {label}) noticeably with a probability of {chance}; the best of the whole run is expected after about {units} ({range}).',
        values,
      );
}

function decaying(say: Say): string {
  return say(
    'The learning rate decays to the planned end, and what that brings mostly comes late: what was seen tells little of it.',
  );
}

/** What is left of the plan, which stopping saves where our stopping rule would have stopped; null where there is no plan, or nothing left of it. */
export function leftSentence(analysis: Analysis, run: RunFacts, say: Say): string | null {
  const rest = (plannedCount(run) ?? NaN) - analysis.trained;
  if (!(rest > 0)) return null;
  const units = countOf(rest, run.unit, say);
  const seconds = rest * (analysis.secondsPerUnit ?? NaN);
  const time = seconds >= 1 ? formatDuration(seconds, say) : null;
  const amount = time === null ? units : say('{units} (about {time})', { units, time });
  if (analysis.stopAt === null) {
    return rest === 1
      ? say('{amount} is left.', { amount })
      : say('{amount} are left.', { amount });
  }
  return say('Stopping now saves {amount}; our stopping rule would have stopped after {count}.', {
    amount,
    count: formatCount(analysis.stopAt),
  });
}
