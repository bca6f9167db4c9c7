import type { Finding } from '../../analysis/analysis';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { count, measured, noted, percent, seriesOf, value } from './measured';
import { formatDuration } from './numbers';
import { placeOf, evaluationsOf } from './units';

/** Nothing was written for long. */
export function stalled({ evidence }: Finding, run: Run, say: Say): string {
  const label = measured(evidence, 'lastLabel');
  const values = {
    time: formatDuration(measured(evidence, 'silentSeconds'), say),
    usual: formatDuration(measured(evidence, 'usualSeconds'), say),
    place: placeOf(label, run.unit, say),
  };
  return Number.isNaN(label)
    ? say('Stalled: nothing was written for {time}; it usually takes {usual} at most.', values)
    : say(
        'Stalled after {place}: nothing was written for {time}; it usually takes {usual} at most.',
        values,
      );
}

/** A number that cannot be. */
export function impossibleValues({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    series: seriesOf(evidence),
    value: value(evidence, 'value'),
    place: placeOf(measured(evidence, 'label'), run.unit, say),
    bound: value(evidence, 'bound'),
  };
  return noted(evidence, 'kind') === 'below'
    ? say('Impossible value: {series} is {value} at {place}; it cannot be below {bound}.', values)
    : say('Impossible value: {series} is {value} at {place}; it cannot be above {bound}.', values);
}

/** Where early stopping ended the run, and whether its patience fits the curve. */
export function earlyStopping({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    place: placeOf(measured(evidence, 'lastLabel'), run.unit, say),
    waited: evaluationsOf(measured(evidence, 'waited'), say),
    best: value(evidence, 'bestValue'),
    at: count(evidence, 'bestLabel'),
    needed: count(evidence, 'needed'),
    saved: count(evidence, 'savedEvaluations'),
    series: seriesOf(evidence),
  };
  switch (noted(evidence, 'verdict')) {
    case 'too-short':
      return say(
        'Early stopping at {place} came too early: {waited} after the best ({best} @ {at}), {series} was getting better again.',
        values,
      );
    case 'too-long':
      return say(
        'Early stopping at {place} waited {waited} after the best ({best} @ {at}); a patience of {needed} keeps the same model and saves {saved}.',
        values,
      );
    default:
      return say(
        'Early stopping at {place} fits: it waited {waited} after the best ({best} @ {at}), and this curve needs a patience of {needed} at least.',
        values,
      );
  }
}

/** What another pass over the same text is worth. */
export function repeatedData({ evidence }: Finding, _run: Run, say: Say): string {
  return say(
    '{epochs} epochs over the same text: another one is worth about {next} of an epoch of new text, all of them about {worth} (a law measured on pre-training).',
    {
      epochs: count(evidence, 'epochs'),
      next: percent(evidence, 'nextPercent'),
      worth: String(Math.round(10 * measured(evidence, 'worthEpochs')) / 10),
    },
  );
}

/** Nothing held out, so no optimum. */
export function trainingOnly({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    series: seriesOf(evidence),
    most: placeOf(measured(evidence, 'mostLabel'), run.unit, say),
    nearly: count(evidence, 'nearlyLabel'),
    last: count(evidence, 'lastLabel'),
    late: percent(evidence, 'lateGainPercent'),
  };
  if (noted(evidence, 'kind') === 'adversarial') {
    return say(
      'Only the losses of two networks against each other were logged: {series} shows their balance, not the quality of what is made, so no length can be told from it.',
      values,
    );
  }
  return Number.isNaN(measured(evidence, 'mostLabel'))
    ? say('Only training was logged, and {series} never got better than at its start.', values)
    : say(
        'Only training was logged: {series} had 95 % of its gain by {most}, 99 % by {nearly}, and {late} of it came in the last quarter of {last}. Where validation is best cannot be told from it.',
        values,
      );
}
