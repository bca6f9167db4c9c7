import { projectPatience } from '../analysis/projectPatience';
import type { AnalysedRun, Link } from '../project/project';
import type { Say } from './say';
import { patienceSentence } from './sentences/patience';
import { formatCount } from './sentences/numbers';

/** The patience that suits the runs of a config file, and the sentence that says why. */
export interface PatienceAdvice {
  /** In evaluations. */
  readonly patience: number;
  readonly sentence: string;
}

/** Share of a run's best that one run alone may lose by a patience. */
const NEXT_TO_NOTHING = 0.01;

/** What the runs of a file say about its patience; null where they cannot tell. */
export function patienceAdvice(links: readonly Link[], say: Say): PatienceAdvice | null {
  const runs = [
    ...new Set(links.filter(({ role }) => role === 'source').flatMap(link => link.runs)),
  ];
  const found = projectPatience(runs);
  if (found !== null) return { patience: found.patience, sentence: patienceSentence(found, say) };
  const [only] = runs;
  return runs.length === 1 && only ? adviceOfOne(only, say) : null;
}

/** Of the patience values replayed on one run, the smallest that keeps its best. */
function adviceOfOne({ analysis }: AnalysedRun, say: Say): PatienceAdvice | null {
  const best = Math.abs(analysis.best?.value ?? NaN);
  const kept = analysis.replay
    .filter(({ patience, regret }) => patience !== null && regret <= NEXT_TO_NOTHING * best)
    .toSorted((one, other) => (one.patience ?? 0) - (other.patience ?? 0));
  const result = kept[0];
  if (result === undefined || result.patience === null) return null;
  const values = { patience: formatCount(result.patience), saved: formatCount(result.saved) };
  const sentence = say(
    'On the one run there is, patience {patience} keeps the best model and saves {saved} of what was trained.',
    values,
  );
  return { patience: result.patience, sentence };
}
