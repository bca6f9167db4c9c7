import type { Finding } from '../../analysis/analysis';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { count, measured, noted, percent, seriesOf, value } from './measured';
import { countOf, placeOf } from './units';

/** A loss exploded and came back. */
export function spike({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    count: measured(evidence, 'spikes'),
    place: placeOf(measured(evidence, 'label'), run.unit, say),
    series: seriesOf(evidence),
    before: value(evidence, 'before'),
    peak: value(evidence, 'peak'),
    after: value(evidence, 'after'),
  };
  const once = values.count === 1;
  if (noted(evidence, 'recovered') === 'no') {
    return once
      ? say(
          'Spike at {place}: {series} went from {before} to {peak} and came back to {after} only.',
          values,
        )
      : say(
          '{count} spikes, the highest at {place}: {series} went from {before} to {peak} and came back to {after} only.',
          values,
        );
  }
  return once
    ? say('Spike at {place}: {series} went from {before} to {peak} and recovered.', values)
    : say(
        '{count} spikes, the highest at {place}: {series} went from {before} to {peak} and recovered.',
        values,
      );
}

/** What the last checkpoint costs against the best one. */
export function lastNotBest({ evidence }: Finding, _run: Run, say: Say): string {
  const share = measured(evidence, 'worsePercent');
  const values = {
    series: seriesOf(evidence),
    last: value(evidence, 'lastValue'),
    lastAt: count(evidence, 'lastLabel'),
    worse: Number.isNaN(share) ? value(evidence, 'worse') : percent(evidence, 'worsePercent'),
    best: value(evidence, 'bestValue'),
    at: count(evidence, 'bestLabel'),
    kept: value(evidence, 'savedValue'),
    keptAt: count(evidence, 'savedCount'),
  };
  return noted(evidence, 'saved') === 'no'
    ? say(
        'The last weights are much worse than the best: {series} is {last} @ {lastAt}, {worse} worse than {best} @ {at}, of which no checkpoint was written; the nearest has {kept}, after {keptAt}.',
        values,
      )
    : say(
        'The last weights are much worse than the best: {series} is {last} @ {lastAt}, {worse} worse than {best} @ {at}.',
        values,
      );
}

/** Loss and score choose different epochs. */
export function viewsDisagree({ evidence }: Finding, _run: Run, say: Say): string {
  const share = measured(evidence, 'risePercent');
  return say(
    '{loss} and {score} disagree: {loss} is best at {lossAt} ({lossBest}) and {rise} worse at the end, {score} is best at {scoreAt} ({scoreBest}; {scoreThere} where {loss} is best).',
    {
      loss: seriesOf(evidence),
      lossAt: count(evidence, 'bestLabel'),
      lossBest: value(evidence, 'bestValue'),
      rise: Number.isNaN(share) ? value(evidence, 'rise') : percent(evidence, 'risePercent'),
      score: shownName(noted(evidence, 'score')),
      scoreAt: count(evidence, 'scoreBestLabel'),
      scoreBest: value(evidence, 'scoreBest'),
      scoreThere: value(evidence, 'scoreThere'),
    },
  );
}

/** Up and down without getting anywhere in between. */
export function oscillation({ evidence }: Finding, _run: Run, say: Say): string {
  const share = measured(evidence, 'swingPercent');
  const values = {
    series: seriesOf(evidence),
    swing: Number.isNaN(share) ? value(evidence, 'swing') : percent(evidence, 'swingPercent'),
    share: percent(evidence, 'sharePercent'),
  };
  switch (noted(evidence, 'training')) {
    case 'swings':
      return say(
        'Oscillates: {series} turns by about {swing} at {share} of its evaluations, and training swings too.',
        values,
      );
    case 'calm':
      return say(
        'Oscillates: {series} turns by about {swing} at {share} of its evaluations, while training is calm.',
        values,
      );
    default:
      return say(
        'Oscillates: {series} turns by about {swing} at {share} of its evaluations.',
        values,
      );
  }
}

/** Suspiciously good on data that should be new. */
export function validationLeak({ evidence }: Finding, _run: Run, say: Say): string {
  return say(
    '{series} stays far below {training}: {value} against {trainValue} at the end, {share} lower. Dropout, augmentation and label smoothing in training do that; so does validation data that was trained on.',
    {
      series: seriesOf(evidence),
      training: shownName(noted(evidence, 'trainSeries')),
      value: value(evidence, 'value'),
      trainValue: value(evidence, 'trainValue'),
      share: percent(evidence, 'belowPercent'),
    },
  );
}

/** Bad on what it was trained on. */
export function underfitting({ evidence }: Finding, run: Run, say: Say): string {
  return say(
    'Underfitting: {training} has stayed at {trainValue} since {place}, and {series} is no worse ({value}): the limit is the model or its training, not new data.',
    {
      training: shownName(noted(evidence, 'trainSeries')),
      trainValue: value(evidence, 'trainValue'),
      place: placeOf(measured(evidence, 'sinceLabel'), run.unit, say),
      series: seriesOf(evidence),
      value: value(evidence, 'value'),
    },
  );
}

/** Down, up, and down again. */
export function doubleDescent({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    series: seriesOf(evidence),
    first: value(evidence, 'firstValue'),
    firstAt: count(evidence, 'firstLabel'),
    hump: value(evidence, 'humpValue'),
    place: placeOf(measured(evidence, 'humpLabel'), run.unit, say),
    last: value(evidence, 'lastValue'),
  };
  return noted(evidence, 'isBelow') === 'yes'
    ? say(
        'A second descent: {series} rose from {first} @ {firstAt} to {hump} at {place} and then fell below where it was ({last} now). A rise was not the end here.',
        values,
      )
    : say(
        'A second descent: {series} rose from {first} @ {firstAt} to {hump} at {place} and fell again, to {last} now, but not below where it was.',
        values,
      );
}

/** Learned by heart, so far. */
export function grokking({ evidence }: Finding, run: Run, say: Say): string {
  return say(
    '{training} has been {trainValue} for {units} while {series} is {value}. On small algorithmic data with weight decay validation can still jump late (grokking); elsewhere this is memorising.',
    {
      training: shownName(noted(evidence, 'trainSeries')),
      trainValue: value(evidence, 'trainValue'),
      units: countOf(measured(evidence, 'unitsSince'), run.unit, say),
      series: seriesOf(evidence),
      value: value(evidence, 'lastValue'),
    },
  );
}
