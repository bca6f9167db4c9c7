import { MEASURES, SPLIT_WORDS } from '../../log/vocabulary';
import { stemOf } from '../../log/fileName';
import { wordsOf } from '../../log/words';
import type { Run } from '../run';

/** Words of file names that do not tell one run from another. */
const GENERIC = new Set(
  `log logs logger logging metric metrics stat stats statistics history result results score scores csv tsv json jsonl output
  data full epoch epochs step steps file info curve curves monitor progress scalar scalars value values per and
  trainer state run k50 50k fid50k`.split(/\s+/),
);

/** What is left of a log's name when split, measure and common words are taken away: equal for logs of one run. */
export function ownWordsOf(log: string): string {
  const words = wordsOf(stemOf(log));
  const own = words.filter(
    word => !(SPLIT_WORDS.has(word) || MEASURES.has(word) || GENERIC.has(word)),
  );
  return own.join(' ');
}

/** Runs by a key, in the order they came. */
export function groupBy(runs: readonly Run[], key: (run: Run) => string): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const name = key(run);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}
