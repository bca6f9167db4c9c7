import type { ConfigFile } from '../project';
import { folderOf, joined, nameOf } from '../paths';
import type { Steps } from '../../run/steps';
import type { Evidence, ProjectFacts, Source, TiesOf } from './evidence';
import { namedSources } from './namedSources';
import { PlacesNamed, type Namer } from './placesNamed';
import { textValues, withValues } from './textValues';
import { strongest } from './ties';

const PIPELINE = /^dvc\.ya?ml$/i;
/** Where DVC looks for the parameters of a stage that names no file. */
const PARAMETERS = 'params.yaml';
const WORD = /[^\s"'[\],]+/g;
const MOST_STAGES = 500;

interface Stage extends Namer {
  readonly sources: readonly Source[];
}

/** A stage of a pipeline file (DVC) depends on the setting and writes the log or its folder. */
export const pipeline: Evidence = {
  kind: 'pipeline',
  overrules: false,
  *over({ logs, files, sourcesIn }: ProjectFacts): Steps<TiesOf> {
    const places = new PlacesNamed<Stage>(logs);
    const byPath = new Map([...sourcesIn].map(([file, sources]) => [file.path, sources]));
    for (const file of files.filter(each => PIPELINE.test(nameOf(each.path)))) {
      const folder = folderOf(file.path);
      for (const words of stagesOf(file)) {
        const sources = sourcesOf(words, folder, byPath);
        if (sources.length === 0) continue;
        const stage = { folder, sources };
        for (const word of words) places.add(stage, word, 'outs:');
      }
      yield;
    }
    return run =>
      strongest(
        run.logs
          .flatMap(log => places.naming(log))
          .flatMap(({ namer, points }) => namer.sources.map(source => ({ source, points }))),
      );
  },
};

/** The words of each stage: what is indented below one name below `stages:`. */
function stagesOf({ text }: ConfigFile): readonly (readonly string[])[] {
  const values = textValues(text);
  const lines = linesBelow('stages:', text);
  const indent = indentOf(lines[0] ?? '');
  const stages: string[][] = [];
  for (const line of lines) {
    if (indentOf(line) <= indent && stages.length < MOST_STAGES) stages.push([]);
    const words = line.match(WORD)?.map(word => word.replace(/:$/, '')) ?? [];
    stages.at(-1)!.push(...words.flatMap(word => withValues(word, values)));
  }
  return stages;
}

/** The indented lines behind one that begins with `key`, without blank ones and remarks. */
function linesBelow(key: string, text: string): readonly string[] {
  const lines = text.split('\n').filter(line => /^\s*[^\s#]/.test(line));
  const begin = lines.findIndex(line => line.startsWith(key)) + 1;
  const end = lines.findIndex((line, at) => at >= begin && indentOf(line) === 0);
  return begin === 0 ? [] : lines.slice(begin, end < 0 ? undefined : end);
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** The settings among a stage's parameters, else those of what it runs. */
function sourcesOf(
  words: readonly string[],
  folder: string,
  byPath: ReadonlyMap<string, readonly Source[]>,
): readonly Source[] {
  const named = new Set(words);
  const parameters = byPath.get(joined(folder, PARAMETERS) ?? '') ?? [];
  const used = parameters.filter(({ setting }) =>
    above(setting.keyPath ?? setting.key).some(key => named.has(key)),
  );
  return used.length > 0 ? used : namedSources(words, folder, byPath);
}

/** `train.optim.epochs`, `train.optim`, `train` */
function above(keyPath: string): readonly string[] {
  const parts = keyPath.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
