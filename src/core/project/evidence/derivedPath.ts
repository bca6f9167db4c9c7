import type { Evidence, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import { strongest } from './ties';
import { folderOf, nameOf, stemOf } from '../paths';
import type { Steps } from '../../run/steps';
import { sourcesFor } from './blockSources';
import type { FileFacts } from './textFacts';

/** Names that every project has: a folder called so is named after nothing. */
const COMMON =
  /^(?:config|configs|cfg|default|defaults|base|main|train|training|trainer|run|runs|test|model|models|params|settings|args|experiment|example|exp|index|setup|log|logs|output|outputs|results?|__init__)$/i;

/** Shorter stems say nothing. */
const SHORTEST = 4;

/** Keys under which a config keeps the name that its runs shall have. */
const NAME_KEY = /^(?:exp(?:eriment)?|run|model|log)?_?(?:name|id|tag)$/i;

/** The same as a flag of a command. */
const NAME_FLAG = /^-*(?:exp(?:eriment)?|run|model|log)?[-_]?(?:name|id|tag)=$/i;

/** The run's folder, or its log, is named after the config file, or by the name that the config gives. */
export const derivedPath: Evidence = {
  kind: 'derived-path',
  overrules: false,
  *over({ sourcesIn, texts }: ProjectFacts): Steps<TiesOf> {
    const stems = new Map<string, Source[]>();
    const note = (name: string, sources: readonly Source[]) => {
      const known = stems.get(name);
      if (known) known.push(...sources);
      else stems.set(name, [...sources]);
    };
    for (const [file, sources] of sourcesIn) {
      const stem = stemOf(file.path);
      note(stem, sources);
      for (const name of namesGiven(texts.of(file))) if (name !== stem) note(name, sources);
      for (const block of texts.of(file).blocks) {
        const named = block.paths.filter(({ before }) => NAME_FLAG.test(before));
        for (const { text } of named) note(text, sourcesFor(block, sources));
      }
      yield;
    }
    return ({ logs }) => strongest(logs.flatMap(log => tiesOf(log, stems)));
  },
};

function namesGiven({ values }: FileFacts): readonly string[] {
  return [...values].flatMap(([key, given]) => (NAME_KEY.test(key) ? given : []));
}

/** Sources called like a folder of the log, like the log, or like the first words of one of them; best first. */
function tiesOf(log: string, stems: ReadonlyMap<string, readonly Source[]>): readonly Tie[] {
  const folders = folderOf(log).split('/');
  const name = stemOf(nameOf(log));
  const called = (stem: string, points: number): readonly Tie[] => {
    if (stem.length < SHORTEST || COMMON.test(stem)) return [];
    return (stems.get(stem) ?? []).map(source => ({ source, points: points + stem.length }));
  };
  return [
    ...folders.flatMap(folder => called(folder, 10)),
    ...called(name, 8),
    ...[name, ...folders].flatMap(firstWords).flatMap(words => called(words, 0)),
  ];
}

/** What of a name ends before something that is neither letter nor digit. */
function firstWords(name: string): readonly string[] {
  return [...name.matchAll(/[^a-z0-9]/gi)].map(({ index }) => name.slice(0, index));
}
