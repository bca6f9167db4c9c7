import type { Evidence, PlacedRun, ProjectFacts, Tie } from './evidence';
import { folderOf, nameOf, stemOf } from '../paths';

/** Names that every project has: a folder called so is named after nothing. */
const COMMON =
  /^(?:config|configs|cfg|default|defaults|base|main|train|training|trainer|run|runs|test|model|models|params|settings|args|experiment|example|exp|index|setup|log|logs|output|outputs|results?|__init__)$/i;

/** The run's folder, or its log, is named after the config file. */
export const derivedPath: Evidence = {
  kind: 'derived-path',
  overrules: false,
  find(run: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    return facts.sources.flatMap(source => {
      const stem = stemOf(source.file.path);
      if (stem.length < 4 || COMMON.test(stem)) return [];
      const points = Math.max(0, ...run.logs.map(log => likeness(stem, log)));
      return points > 0 ? [{ source, points }] : [];
    });
  },
};

function likeness(stem: string, log: string): number {
  const folders = folderOf(log).split('/');
  if (folders.includes(stem)) return 10 + stem.length;
  const name = stemOf(nameOf(log));
  if (name === stem) return 8 + stem.length;
  const begins = [name, ...folders].some(part => startsWithWord(part, stem));
  return begins ? stem.length : 0;
}

const startsWithWord = (text: string, stem: string) =>
  text.startsWith(stem) && /^[^a-z0-9]/i.test(text.slice(stem.length));
