import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import { composedPaths, plainKey, sameKey } from './keys';
import { strongest } from './ties';
import { folderOf, nameOf, stemOf } from '../paths';
import type { Steps } from '../steps';

/** A copy of the config stands in the run's folder, and says the same number under the same name. */
export const configCopy: Evidence = {
  kind: 'config-copy',
  overrules: true,
  *over(facts: ProjectFacts): Steps<TiesOf> {
    if (facts.copies.length === 0) return () => [];
    const composed = new Set<string>();
    for (const file of facts.files) {
      for (const name of facts.texts.of(file).composed) composed.add(name);
      yield;
    }
    const named = sourcesByName(facts.sources);
    return run => strongest(tiesOf(run, facts, named, composed));
  },
};

type Named = ReadonlyMap<string, ReadonlySet<Source>>;

/** The sources under every name that a copy may have for them. */
function sourcesByName(sources: readonly Source[]): Named {
  const named = new Map<string, Set<Source>>();
  for (const source of sources) {
    for (const name of [plainKey(source), ...composedPaths(source)]) {
      const under = named.get(name);
      if (under) under.add(source);
      else named.set(name, new Set([source]));
    }
  }
  return named;
}

function* tiesOf(
  run: PlacedRun,
  facts: ProjectFacts,
  named: Named,
  composed: ReadonlySet<string>,
): Iterable<Tie> {
  for (const copy of facts.recordsOf(run)) {
    for (const name of [plainKey(copy), copy.setting.keyPath ?? '']) {
      for (const source of named.get(name) ?? []) {
        yield { source, points: likeness(source, copy, composed) };
      }
    }
  }
}

/** 0 when the copy is not of this source. */
function likeness(source: Source, copy: Source, composed: ReadonlySet<string>): number {
  if (source.setting.value !== copy.setting.value) return 0;
  const { path } = source.file;
  const { keyPath } = copy.setting;
  const samePath = keyPath !== null && composedPaths(source).includes(keyPath);
  if (!samePath && !sameKey(source, copy)) return 0;
  const sameStem = stemOf(path) === stemOf(copy.file.path);
  const isComposed = composed.has(`${nameOf(folderOf(path))}/${stemOf(path)}`);
  return 2 + (samePath ? 4 : 0) + (sameStem ? 2 : 0) + (isComposed ? 2 : 0);
}
