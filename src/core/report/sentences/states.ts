import type { Analysis, Finding, RuleId, RunState } from '../../analysis/analysis';
import type { RunUnit } from '../../run/run';
import type { Say } from '../say';
import { measured } from './measured';
import { formatCount } from './numbers';
import { countOf, placeOf } from './units';

/** The finding of a rule, if the run has one. */
export function findingOf(analysis: Analysis, rule: RuleId): Finding | null {
  return analysis.findings.find(finding => finding.rule === rule) ?? null;
}

/** The order states are counted in: what needs the reader first. */
export const statesByNeed: readonly RunState[] = [
  'diverged',
  'overfitting',
  'plateau',
  'improving',
  'noisy',
  'converged',
  'no-validation',
  'too-short',
];

/** The state in two words, without numbers. */
export function stateName(state: RunState, say: Say): string {
  switch (state) {
    case 'converged':
      return say('Converged');
    case 'overfitting':
      return say('Overfitting');
    case 'improving':
      return say('Still improving');
    case 'plateau':
      return say('Plateau');
    case 'diverged':
      return say('Diverged');
    case 'noisy':
      return say('Too noisy to tell');
    case 'too-short':
      return say('Too few evaluations to tell');
    case 'no-validation':
      return say('No validation metric');
  }
}

/** The state with the number that belongs to it: `Overfitting since epoch 23`. `unit` is the run's. */
export function stateWord(
  state: RunState,
  analysis: Analysis,
  say: Say,
  unit: RunUnit = analysis.suggestion?.unit ?? 'epoch',
): string {
  switch (state) {
    case 'overfitting':
      return overfittingSince(findingOf(analysis, 'overfitting'), unit, say);
    case 'plateau':
      return noImprovementFor(findingOf(analysis, 'plateau'), unit, say);
    case 'diverged':
      return divergedAt(findingOf(analysis, 'divergence'), unit, say);
    default:
      return stateName(state, say);
  }
}

function overfittingSince(finding: Finding | null, unit: RunUnit, say: Say): string {
  if (finding === null) return stateName('overfitting', say);
  return say('Overfitting since {place}', { place: placeOf(finding.from, unit, say) });
}

function noImprovementFor(finding: Finding | null, unit: RunUnit, say: Say): string {
  const since = finding === null ? NaN : measured(finding.evidence, 'unitsSince');
  if (!(since > 0)) return stateName('plateau', say);
  return say('No improvement for {units}', { units: countOf(since, unit, say) });
}

function divergedAt(finding: Finding | null, unit: RunUnit, say: Say): string {
  if (finding === null || Number.isNaN(finding.from)) return stateName('diverged', say);
  return say('Diverged at {place}', { place: placeOf(finding.from, unit, say) });
}

/** `Epoch 12 of 100` for a run being written, `Epoch 12` when the end is not known. */
export function progressOf(
  trained: number,
  planned: number | null,
  unit: RunUnit,
  say: Say,
): string {
  const place = capitalised(placeOf(trained, unit, say));
  return planned === null
    ? place
    : say('{place} of {planned}', { place, planned: formatCount(planned) });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
