import type { Finding } from '../../analysis/analysis';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { count, measured, noted, percent, seriesOf, value } from './measured';
import { countOf, placeOf } from './units';

/** The whole run is a sweep of the learning rate. */
export function rangeTest({ evidence }: Finding, _run: Run, say: Say): string {
  const values = {
    low: value(evidence, 'lowRate'),
    high: value(evidence, 'highRate'),
    series: seriesOf(evidence),
    steep: value(evidence, 'steepRate'),
    best: value(evidence, 'bestRate'),
  };
  return Number.isNaN(measured(evidence, 'steepRate'))
    ? say(
        'A learning-rate range test from {low} to {high}, not a training: it says nothing about epochs.',
        values,
      )
    : say(
        'A learning-rate range test from {low} to {high}, not a training: it says nothing about epochs. {series} falls fastest at {steep} and is lowest at {best}.',
        values,
      );
}

/** A step of the schedule made the curve fall. */
export function learningRateDrop({ evidence }: Finding, run: Run, say: Say): string {
  return say(
    'The learning rate fell from {before} to {after} at {place}, and {series} went from {from} to {to}: {share} of its range came from that step.',
    {
      before: value(evidence, 'beforeRate'),
      after: value(evidence, 'afterRate'),
      place: placeOf(measured(evidence, 'label'), run.unit, say),
      series: seriesOf(evidence),
      from: value(evidence, 'before'),
      to: value(evidence, 'after'),
      share: percent(evidence, 'gainPercentOfRange'),
    },
  );
}

/** Still improving, and nothing left to improve with. */
export function learningRateSpent({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    place: placeOf(measured(evidence, 'lastLabel'), run.unit, say),
    rate: value(evidence, 'rate'),
    left: percent(evidence, 'leftPercent'),
  };
  return measured(evidence, 'rate') === 0
    ? say(
        'The learning rate is used up at {place}: it is zero. More epochs gain nothing; a longer schedule may.',
        values,
      )
    : say(
        'The learning rate is used up at {place}: {rate}, {left} of its highest. More epochs at that rate gain next to nothing; a longer schedule may.',
        values,
      );
}

/** One training with several beginnings. */
export function restarts({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    times: timesOf(measured(evidence, 'restarts'), say),
    place: placeOf(measured(evidence, 'label'), run.unit, say),
    series: seriesOf(evidence),
    from: value(evidence, 'before'),
    to: value(evidence, 'after'),
    rate: value(evidence, 'rate'),
  };
  const isSetBack = noted(evidence, 'setBack') === 'yes';
  if (noted(evidence, 'kind') === 'resumed') {
    return isSetBack
      ? say(
          'Resumed {times}, last at {place}, where {series} went from {from} to {to}: not everything was restored.',
          values,
        )
      : say('Resumed {times}, last at {place}, without a jump of {series}.', values);
  }
  return isSetBack
    ? say(
        'The learning rate was raised again {times}, last at {place} to {rate}, which set {series} back from {from} to {to}.',
        values,
      )
    : say('The learning rate was raised again {times}, last at {place} to {rate}.', values);
}

function timesOf(times: number, say: Say): string {
  return times === 1 ? say('once') : say('{count} times', { count: times });
}

/** Hardly learned, and steadily. */
export function slowLearning({ evidence }: Finding, run: Run, say: Say): string {
  return say(
    'Learning too slowly: {series} went from {first} to {last}, {share} in {units}, and the second half brought {late} of it.',
    {
      series: seriesOf(evidence),
      first: value(evidence, 'firstValue'),
      last: value(evidence, 'lastValue'),
      share: percent(evidence, 'gainPercent'),
      units: Number.isNaN(measured(evidence, 'units'))
        ? say('{count} evaluations', { count: count(evidence, 'evaluations') })
        : countOf(measured(evidence, 'units'), run.unit, say),
      late: percent(evidence, 'lateSharePercent'),
    },
  );
}
