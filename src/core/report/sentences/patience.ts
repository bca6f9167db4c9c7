import type { ProjectPatience } from '../../analysis/projectPatience';
import type { Say } from '../say';
import { formatCount, formatPercent } from './numbers';

/** The patience that suits the runs of a project, and what it rests on. */
export function patienceSentence(patience: ProjectPatience, say: Say): string {
  return say(
    'Best patience for these runs: {patience} evaluations. On {runs} of them it keeps the very best model {kept} times, loses {lost} of the range in the mean, and saves {saved} of the training.',
    {
      patience: formatCount(patience.patience),
      runs: formatCount(patience.runs),
      kept: formatCount(patience.kept),
      lost: formatPercent(patience.lostPercentOfRange),
      saved: formatPercent(patience.savedPercent),
    },
  );
}
