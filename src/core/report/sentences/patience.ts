import type { ProjectPatience } from '../../analysis/projectPatience';
import type { Say } from '../say';
import { formatCount, formatPercent } from './numbers';
import { evaluationsOf } from './units';

/** The patience that suits the runs of a project, and what it rests on. */
export function patienceSentence(patience: ProjectPatience, say: Say): string {
  return say(
    'Best patience for these runs: {evaluations}. On {runs} of them it keeps the very best model {kept} times, loses {lost} of the range in the mean, and saves {saved} of the training.',
    {
      evaluations: evaluationsOf(patience.patience, say),
      runs: formatCount(patience.runs),
      kept: formatCount(patience.kept),
      lost: formatPercent(patience.lostPercentOfRange),
      saved: formatPercent(patience.savedPercent),
    },
  );
}
