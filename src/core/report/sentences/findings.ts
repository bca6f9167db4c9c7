import type { Finding, RuleId } from '../../analysis/analysis';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import {
  doubleDescent,
  grokking,
  lastNotBest,
  oscillation,
  spike,
  underfitting,
  validationLeak,
  viewsDisagree,
} from './findingsOfCurves';
import {
  learningRateDrop,
  learningRateSpent,
  rangeTest,
  restarts,
  slowLearning,
} from './findingsOfRates';
import {
  earlyStopping,
  impossibleValues,
  repeatedData,
  stalled,
  trainingOnly,
} from './findingsOfRuns';
import { count, measured, noted, percent, seriesOf, value } from './measured';
import { countOf, placeOf } from './units';

type Sentence = (finding: Finding, run: Run, say: Say) => string;

const sentences: Readonly<Record<RuleId, Sentence>> = {
  divergence,
  'double-descent': doubleDescent,
  'early-stopping': earlyStopping,
  grokking,
  'impossible-values': impossibleValues,
  'last-not-best': lastNotBest,
  'learning-rate-drop': learningRateDrop,
  'learning-rate-spent': learningRateSpent,
  oscillation,
  overfitting,
  plateau,
  'range-test': rangeTest,
  'repeated-data': repeatedData,
  restarts,
  'slow-learning': slowLearning,
  spike,
  stalled,
  'still-improving': stillImproving,
  'too-noisy': tooNoisy,
  'too-short': tooShort,
  'training-only': trainingOnly,
  underfitting,
  'validation-leak': validationLeak,
  'views-disagree': viewsDisagree,
};

/** What a rule noticed, with its numbers, in one sentence: what the Problems list and the panel show. */
export function findingSentence(finding: Finding, run: Run, say: Say): string {
  return sentences[finding.rule](finding, run, say);
}

function divergence({ from, evidence }: Finding, run: Run, say: Say): string {
  const place = placeOf(from, run.unit, say);
  const series = seriesOf(evidence);
  switch (noted(evidence, 'kind')) {
    case 'nan':
      return say('Diverged at {place}: {series} is NaN from here on.', { place, series });
    case 'infinite':
      return say('Diverged at {place}: {series} is infinite from here on.', { place, series });
    default:
      return say('Diverged at {place}: {series} jumped to {value}, its best was {best}.', {
        place,
        series,
        value: value(evidence, 'value'),
        best: value(evidence, 'bestValue'),
      });
  }
}

function overfitting(finding: Finding, run: Run, say: Say): string {
  const { from, evidence } = finding;
  const values = {
    place: placeOf(from, run.unit, say),
    ...namesOf(evidence, run, say),
    best: value(evidence, 'bestValue'),
    at: count(evidence, 'bestLabel'),
    worse: worseBy(finding),
  };
  const kept = noted(evidence, 'training') === 'falling' && values.training !== '';
  if (goalOf(run, evidence) === 'max') {
    return kept
      ? say(
          'Overfitting since {place}: {series} fell {worse} below its best ({best} @ {at}) while {training} kept improving.',
          values,
        )
      : say(
          'Overfitting since {place}: {series} fell {worse} below its best ({best} @ {at}).',
          values,
        );
  }
  return kept
    ? say(
        'Overfitting since {place}: {series} rose {worse} above its minimum ({best} @ {at}) while {training} kept falling.',
        values,
      )
    : say(
        'Overfitting since {place}: {series} rose {worse} above its minimum ({best} @ {at}).',
        values,
      );
}

/** What is judged and what it is compared with; by their splits where a log has one name for both. */
function namesOf(
  evidence: Finding['evidence'],
  run: Run,
  say: Say,
): Record<'series' | 'training', string> {
  const series = seriesOf(evidence);
  const training = shownName(noted(evidence, 'trainSeries'));
  if (series !== training) return { series, training };
  const held = run.series.filter(each => each.name === evidence['series']);
  const isTest =
    held.some(each => each.split === 'test') && !held.some(each => each.split === 'validation');
  return {
    series: isTest
      ? say('test {metric}', { metric: series })
      : say('validation {metric}', { metric: series }),
    training: say('training {metric}', { metric: training }),
  };
}

/** How much was lost: as a percentage where the minimum is positive, else in the metric's own units. */
export function worseBy({ evidence }: Finding): string {
  const share = measured(evidence, 'risePercent');
  return Number.isNaN(share) ? value(evidence, 'rise') : percent(evidence, 'risePercent');
}

function plateau({ evidence }: Finding, run: Run, say: Say): string {
  const values = {
    units: countOf(measured(evidence, 'unitsSince'), run.unit, say),
    series: seriesOf(evidence),
    best: value(evidence, 'bestValue'),
    at: count(evidence, 'bestLabel'),
    last: value(evidence, 'lastValue'),
    gain: percent(evidence, 'gainPercentOfRange'),
  };
  return noted(evidence, 'fromStart') === 'yes'
    ? say(
        'No improvement for {units}: {series} is {last} now and was never clearly better than at the start.',
        values,
      )
    : say(
        'Hardly any improvement for {units}: {series} gained {gain} of its range in them; its best is {best} @ {at}.',
        values,
      );
}

function stillImproving({ evidence }: Finding, run: Run, say: Say): string {
  return say(
    'Still improving at {place}: {series} is {last} and gained {share} of its range in the last quarter.',
    {
      place: placeOf(measured(evidence, 'lastLabel'), run.unit, say),
      series: seriesOf(evidence),
      last: value(evidence, 'lastValue'),
      share: percent(evidence, 'gainPercentOfRange'),
    },
  );
}

function tooNoisy({ evidence }: Finding, _run: Run, say: Say): string {
  return say(
    'Too noisy to tell: {series} jumps by {noise} from one evaluation to the next, {share} of its range.',
    {
      series: seriesOf(evidence),
      noise: value(evidence, 'noise'),
      share: percent(evidence, 'noisePercent'),
    },
  );
}

function tooShort({ evidence }: Finding, _run: Run, say: Say): string {
  const evaluations = measured(evidence, 'evaluations');
  const values = { count: evaluations, needed: measured(evidence, 'needed') };
  return evaluations === 1
    ? say('Too few evaluations to tell: 1 was logged, {needed} are needed.', values)
    : say('Too few evaluations to tell: {count} were logged, {needed} are needed.', values);
}

/** Which way the series of the evidence gets better; `min` where the run does not know it. */
function goalOf(run: Run, evidence: Finding['evidence']): 'min' | 'max' {
  const series = run.series.find(each => each.name === evidence['series']);
  return series?.goal ?? 'min';
}
