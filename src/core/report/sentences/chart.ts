import type { Analysis, Best, RuleId } from '../../analysis/analysis';
import type { RunUnit } from '../../run/run';
import type { Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatNumber } from './numbers';
import { unitWord } from './units';
import { verdict } from './verdict';

/** What a picture of a run shows, for those who cannot see it. */
export function chartTitle(analysis: Analysis, run: Run, say: Say): string {
  const values = {
    name: shownName(analysis.monitor?.name ?? run.name),
    unit: unitWord(run.unit, 2, say),
    verdict: verdict(analysis, run, say),
  };
  return say('{name} by {unit}. {verdict}', values);
}

/** What the x axis counts. */
export function axisTitle(unit: RunUnit, say: Say): string {
  return unitWord(unit, 2, say);
}

/** What starts where the picture is marked: `overfitting since 23`; '' for what has no place. */
export function onsetNote(rule: RuleId, label: number, say: Say): string {
  const values = { label: formatCount(label) };
  switch (rule) {
    case 'divergence':
      return say('diverged at {label}', values);
    case 'overfitting':
      return say('overfitting since {label}', values);
    case 'plateau':
      return say('no improvement since {label}', values);
    case 'still-improving':
    case 'too-noisy':
    case 'too-short':
      return '';
  }
}

/** `best 0.312 @ 21` */
export function bestNote(best: Best | null, say: Say): string {
  if (best === null) return '';
  const values = { value: formatNumber(best.value), label: formatCount(best.epoch) };
  return say('best {value} @ {label}', values);
}

/** `planned 100` */
export function configuredNote(count: number, say: Say): string {
  return say('planned {count}', { count: formatCount(count) });
}
