import type { Finding } from '../../analysis/analysis';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatNumber, formatPercent } from './numbers';

/** What a measurement is called, and how its number is written; `null`: a word already said by the sentence. */
type Measurement = {
  readonly label: (say: Say) => string;
  readonly format: (value: number) => string;
};

const measurements: Readonly<Record<string, Measurement>> = {
  onsetLabel: { label: say => say('starts at'), format: formatCount },
  sinceLabel: { label: say => say('since'), format: formatCount },
  label: { label: say => say('at'), format: formatCount },
  bestValue: { label: say => say('best'), format: formatNumber },
  bestLabel: { label: say => say('best at'), format: formatCount },
  lastValue: { label: say => say('at the end'), format: formatNumber },
  lastFiniteValue: { label: say => say('last finite value'), format: formatNumber },
  value: { label: say => say('value'), format: formatNumber },
  rise: { label: say => say('lost since'), format: formatNumber },
  risePercentOfRange: { label: say => say('lost, of the range'), format: formatPercent },
  unitsSince: { label: say => say('trained since'), format: formatCount },
  evaluationsSince: { label: say => say('evaluations since'), format: formatCount },
  gain: { label: say => say('gained since'), format: formatNumber },
  gainPerUnit: { label: say => say('gain per epoch, at the end'), format: formatNumber },
  gainPercentOfRange: { label: say => say('gained, of the range'), format: formatPercent },
  noise: { label: say => say('noise'), format: formatNumber },
  range: { label: say => say('range'), format: formatNumber },
  noisePercent: { label: say => say('noise, of the range'), format: formatPercent },
  evaluations: { label: say => say('evaluations'), format: formatCount },
  peak: { label: say => say('highest'), format: formatNumber },
  before: { label: say => say('before'), format: formatNumber },
  after: { label: say => say('after'), format: formatNumber },
  spikes: { label: say => say('spikes'), format: formatCount },
  worsePercentOfRange: { label: say => say('worse, of the range'), format: formatPercent },
  scoreBest: { label: say => say('best score'), format: formatNumber },
  scoreBestLabel: { label: say => say('best score at'), format: formatCount },
  lossThere: { label: say => say('loss there'), format: formatNumber },
  trainValue: { label: say => say('training'), format: formatNumber },
  highestRate: { label: say => say('highest learning rate'), format: formatNumber },
  rate: { label: say => say('learning rate'), format: formatNumber },
  waited: { label: say => say('evaluations waited'), format: formatCount },
  needed: { label: say => say('evaluations needed'), format: formatCount },
  swing: { label: say => say('swing'), format: formatNumber },
  z: { label: say => say('trend (Mann-Kendall z)'), format: value => value.toFixed(1) },
};

/** The measurements behind a finding as `name: value`, ready to show; those that are not known are left out. */
export function findingNumbers(finding: Finding, say: Say): string[] {
  const lines = Object.entries(measurements).flatMap(([key, { label, format }]) => {
    const value = finding.evidence[key];
    if (typeof value !== 'number' || Number.isNaN(value)) return [];
    return [say('{name}: {value}', { name: label(say), value: format(value) })];
  });
  const series = finding.evidence['series'];
  if (typeof series !== 'string' || series === '') return lines;
  return [say('{name}: {value}', { name: say('series'), value: shownName(series) }), ...lines];
}
