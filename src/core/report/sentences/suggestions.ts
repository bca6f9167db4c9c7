import type { Analysis, Monitor, Suggestion } from '../../analysis/analysis';
import { toldRange } from '../../analysis/told';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { count, measured, percent, value } from './measured';
import { formatCount, formatNumber, formatPercent, formatRange } from './numbers';
import { findingOf } from './states';
import { countOf, placeOf, unitWord } from './units';

/** `Suggested 34 epochs (30–41)`; while no optimum was seen `Still improving at 50 · try 80–100`. */
export function suggestionTitle(suggestion: Suggestion, say: Say): string {
  if (suggestion.reason === 'still-improving') return improvingTitle(suggestion, say);
  const values = suggestedValues(suggestion, say);
  return hasRange(suggestion)
    ? say('Suggested {epochs} {unit} ({range})', values)
    : say('Suggested {epochs} {unit}', values);
}

/** The same in two parts, the second weaker: `Suggested 34 epochs` and `range 30–41`; null where there is no range beside the number. */
export function suggestionHeading(
  suggestion: Suggestion,
  say: Say,
): { readonly title: string; readonly range: string | null } {
  if (suggestion.reason === 'still-improving') {
    return { title: improvingTitle(suggestion, say), range: null };
  }
  const values = suggestedValues(suggestion, say);
  return {
    title: say('Suggested {epochs} {unit}', values),
    range: hasRange(suggestion) ? say('range {range}', values) : null,
  };
}

const hasRange = ({ low, high }: Suggestion) => low !== high;

const rangeOf = (suggestion: Suggestion) => formatRange(...toldRange(suggestion));

function suggestedValues(
  suggestion: Suggestion,
  say: Say,
): Record<'epochs' | 'unit' | 'range', string> {
  const { epochs, unit } = suggestion;
  return {
    epochs: formatCount(epochs),
    unit: unitWord(unit, epochs, say),
    range: rangeOf(suggestion),
  };
}

function improvingTitle(suggestion: Suggestion, say: Say): string {
  const range = rangeOf(suggestion);
  const trained = measured(suggestion.evidence, 'trained');
  return Number.isNaN(trained)
    ? say('Still improving · try {range}', { range })
    : say('Still improving at {trained} · try {range}', { trained: formatCount(trained), range });
}

/** The number with its range, for a table: `34 (30–41)`, or `80–100` while no optimum was seen. */
export function suggestionShort(suggestion: Suggestion): string {
  const range = rangeOf(suggestion);
  if (suggestion.reason === 'still-improving' || !hasRange(suggestion)) return range;
  return `${formatCount(suggestion.epochs)} (${range})`;
}

/** Why the suggestion is what it is, in one sentence. `analysis` and `run` are those it was made from. */
export function suggestionReason(
  suggestion: Suggestion,
  analysis: Analysis,
  run: Run,
  say: Say,
): string {
  switch (suggestion.reason) {
    case 'lowest-validation':
      return withEarlier(lowest(suggestion, analysis, run, say), suggestion, say);
    case 'within-noise':
      return withinNoise(suggestion, analysis, say);
    case 'still-improving':
      return improving(suggestion, analysis, say);
    case 'overfitting':
      return withEarlier(risen(suggestion, analysis, run, say), suggestion, say);
    case 'consensus':
      return consensusReason(suggestion, say);
  }
}

/** Adds why the number is lower than that of the best epoch, where it is. */
function withEarlier(first: string, { epochs, unit, evidence }: Suggestion, say: Say): string {
  if (!(epochs < measured(evidence, 'bestCount'))) return first;
  const second = say('Within its noise, {units} are as good.', {
    units: countOf(epochs, unit, say),
  });
  return say('{first} {second}', { first, second });
}

/** Why several runs together say this. */
export function consensusReason({ evidence, unit }: Suggestion, say: Say): string {
  return say(
    'The mean curve of {runs} runs is best here; each alone has its best at {mean} ± {spread} {unit}.',
    {
      runs: count(evidence, 'runs'),
      mean: formatNumber(Number(measured(evidence, 'countMean').toFixed(1))),
      spread: formatNumber(Number(measured(evidence, 'countSpread').toFixed(1))),
      unit: unitWord(unit, 2, say),
    },
  );
}

function lowest(suggestion: Suggestion, analysis: Analysis, run: Run, say: Say): string {
  const values = optimum(suggestion, analysis, run, say);
  if (isLucky(suggestion)) {
    return say(
      '{metric} reads best at {place} ({best}), within its noise; with its neighbours it is best around {epochs}.',
      { ...values, epochs: formatCount(suggestion.epochs) },
    );
  }
  return isMax(analysis.monitor)
    ? say('{metric} is highest at {place} ({best}) and does not get better after it.', values)
    : say('{metric} is lowest at {place} ({best}) and does not get better after it.', values);
}

/** Whether the suggestion lies clearly beyond the best reading: the neighbourhood of another is better on the whole. */
function isLucky({ epochs, evidence }: Suggestion): boolean {
  const best = measured(evidence, 'bestCount');
  return epochs - best > Math.max(1, LUCKY * best);
}

/** A suggestion further beyond the best reading than this share of it needs a word. */
const LUCKY = 0.05;

function risen(suggestion: Suggestion, analysis: Analysis, run: Run, say: Say): string {
  const rise = measured(suggestion.evidence, 'risePercent');
  const values = {
    ...optimum(suggestion, analysis, run, say),
    worse: Number.isNaN(rise)
      ? say('{share} of its range', { share: percent(suggestion.evidence, 'risePercentOfRange') })
      : formatPercent(rise),
  };
  const falling = findingOf(analysis, 'overfitting')?.evidence['training'] === 'falling';
  if (isMax(analysis.monitor)) {
    return say('{metric} is highest at {place} ({best}) and has fallen {worse} since.', values);
  }
  return falling
    ? say(
        '{metric} is lowest at {place} ({best}) and has risen {worse} since, while training loss still falls.',
        values,
      )
    : say('{metric} is lowest at {place} ({best}) and has risen {worse} since.', values);
}

function withinNoise(suggestion: Suggestion, analysis: Analysis, say: Say): string {
  const { evidence, unit } = suggestion;
  return say(
    '{metric} after {early} is as good as its best at {optimum}, within the noise of the curve.',
    {
      metric: metricWords(analysis.monitor, say),
      early: countOf(measured(evidence, 'earliestCount'), unit, say),
      optimum: count(evidence, 'optimumCount'),
    },
  );
}

function improving({ evidence, unit }: Suggestion, analysis: Analysis, say: Say): string {
  const values = {
    metric: metricWords(analysis.monitor, say),
    units: countOf(measured(evidence, 'trained'), unit, say),
    gain: value(evidence, 'gainPerUnit'),
    unit: unitWord(unit, 1, say),
    next: value(evidence, 'nextGain'),
    expected: value(evidence, 'expectedGain'),
    high: count(evidence, 'expectedCount'),
    most: value(evidence, 'furthestGain'),
    furthest: count(evidence, 'furthestCount'),
  };
  if (Number.isNaN(measured(evidence, 'gainPerUnit'))) {
    return say('{metric} was still improving after {units}.', values);
  }
  return measured(evidence, 'expectedGain') > 0
    ? say(
        '{metric} was still improving after {units}, by {gain} per {unit}. The next {unit} should gain about {next}; by {high} that makes {expected}, by {furthest}, as far as can be told, {most}.',
        values,
      )
    : say('{metric} was still improving after {units}, by {gain} per {unit}.', values);
}

function optimum(
  suggestion: Suggestion,
  analysis: Analysis,
  run: Run,
  say: Say,
): Record<'metric' | 'place' | 'best', string> {
  const label = measured(suggestion.evidence, 'bestLabel');
  return {
    metric: metricWords(analysis.monitor, say),
    place: placeOf(label, run.unit, say),
    best: value(suggestion.evidence, 'bestValue'),
  };
}

/** `Validation loss`: what is judged, in words that start a sentence. */
export function metricWords(monitor: Monitor | null, say: Say): string {
  if (monitor === null) return say('The metric');
  const metric = shownName(monitor.metric.replaceAll('_', ' '));
  switch (monitor.split) {
    case 'validation':
      return say('Validation {metric}', { metric });
    case 'train':
      return say('Training {metric}', { metric });
    case 'test':
      return say('Test {metric}', { metric });
    case null:
      return metric.charAt(0).toUpperCase() + metric.slice(1);
  }
}

function isMax(monitor: Monitor | null): boolean {
  return monitor?.goal === 'max';
}
