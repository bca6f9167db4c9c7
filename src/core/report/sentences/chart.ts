import type { Analysis } from '../../analysis/analysis';
import type { RunUnit } from '../../run/run';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
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
