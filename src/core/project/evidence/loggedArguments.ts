import type { Evidence, PlacedRun, ProjectFacts, Tie } from './evidence';

/** So many of a log's arguments must be names in the file. */
const FEWEST = 4;

/** The log repeats the arguments of the script, the length among them. */
export const loggedArguments: Evidence = {
  kind: 'logged-arguments',
  overrules: true,
  find(run: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    const names = [...run.analysed.run.parameters.keys()].map(plain).filter(name => name !== '');
    if (names.length < FEWEST) return [];
    return facts.sources.flatMap(source => {
      if (!names.includes(plain(source.setting.key))) return [];
      const words = facts.texts.wordsIn(source.file);
      const known = names.filter(name => words.has(name)).length;
      return known >= FEWEST && known * 2 >= names.length ? [{ source, points: known }] : [];
    });
  },
};

const plain = (name: string) =>
  name
    .replace(/^-+/, '')
    .replace(/^.*[./]/, '')
    .replaceAll('-', '_')
    .toLowerCase();
