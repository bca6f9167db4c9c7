import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import type { ConfigFile } from '../project';
import { groupedBy } from '../groupedBy';
import type { Steps } from '../../run/steps';

/** So many of a log's arguments must be names in the file. */
const FEWEST = 4;

/** The log repeats the arguments of the script, the length among them. */
export const loggedArguments: Evidence = {
  kind: 'logged-arguments',
  overrules: true,
  *over({ runs, sources, sourcesIn, texts }: ProjectFacts): Steps<TiesOf> {
    if (!runs.some(run => argumentsOf(run).length >= FEWEST)) return () => [];
    const words = new Map<ConfigFile, ReadonlySet<string>>();
    for (const file of sourcesIn.keys()) {
      words.set(file, texts.of(file).words);
      yield;
    }
    const keys = groupedBy(sources, ({ setting }) => plain(setting.key));
    return run => {
      const names = argumentsOf(run);
      if (names.length < FEWEST) return [];
      const called = [...new Set(names)].flatMap(name => keys.get(name) ?? []);
      return called.flatMap(source => tieOf(source, names, words.get(source.file)));
    };
  },
};

const argumentsOf = ({ analysed }: PlacedRun): readonly string[] =>
  [...analysed.run.parameters.keys()].map(plain).filter(name => name !== '');

function tieOf(
  source: Source,
  names: readonly string[],
  words: ReadonlySet<string> = new Set(),
): readonly Tie[] {
  const known = names.filter(name => words.has(name)).length;
  return known >= FEWEST && known * 2 >= names.length ? [{ source, points: known }] : [];
}

const plain = (name: string) =>
  name
    .replace(/^-+/, '')
    .replace(/^.*[./]/, '')
    .replaceAll('-', '_')
    .toLowerCase();
