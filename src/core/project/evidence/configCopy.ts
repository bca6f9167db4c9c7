import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import { composedPaths, plainKey, sameKey } from './keys';
import { strongest } from './ties';
import { folderOf, nameOf, stemOf } from '../paths';
import type { Steps } from '../steps';

/** A copy of the config stands in the run's folder, and says the same number under the same name. */
export const configCopy: Evidence = {
  kind: 'config-copy',
  overrules: true,
  over: facts => overCopies(facts, isSame),
};

/**
 * The copy in the run's folder is of this config, but says another number: the command line overrode it, or the config was
 * edited since. Only what leaves no doubt: a copy under the config's own name, or one beside the overrides that say so.
 */
export const changedCopy: Evidence = {
  kind: 'config-copy',
  overrules: true,
  over: facts => overCopies(facts, (source, copy) => isOther(source, copy, facts)),
};

type Accepts = (source: Source, copy: Source) => boolean;

function* overCopies(facts: ProjectFacts, accepts: Accepts): Steps<TiesOf> {
  if (facts.copies.length === 0) return () => [];
  const composed = new Set<string>();
  for (const file of facts.files) {
    for (const name of facts.texts.of(file).composed) composed.add(name);
    yield;
  }
  const named = sourcesByName(facts.sources);
  return run => strongest(tiesOf(run, { facts, named, composed, accepts }));
}

interface Copies {
  readonly facts: ProjectFacts;
  readonly named: Named;
  /** Files that defaults lists name, as `folder/stem`. */
  readonly composed: ReadonlySet<string>;
  readonly accepts: Accepts;
}

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

function* tiesOf(run: PlacedRun, copies: Copies): Iterable<Tie> {
  const { facts, named, accepts } = copies;
  for (const copy of facts.recordsOf(run)) {
    for (const name of [plainKey(copy), copy.setting.keyPath ?? '']) {
      for (const source of named.get(name) ?? []) {
        if (accepts(source, copy)) yield { source, points: likeness(source, copy, copies) };
      }
    }
  }
}

const isSame: Accepts = (source, copy) => source.setting.value === copy.setting.value;

function isOther(source: Source, copy: Source, facts: ProjectFacts): boolean {
  if (isSame(source, copy)) return false;
  const ownName = nameOf(source.file.path) === nameOf(copy.file.path);
  return (ownName && hasSamePath(source, copy)) || isOverridden(copy, facts);
}

/** Hydra keeps what the command line said beside what came of it: `- trainer.max_epochs=40`. */
function isOverridden({ file, setting }: Source, { files, texts }: ProjectFacts): boolean {
  const path = `${folderOf(file.path)}/overrides.yaml`;
  const overrides = path.startsWith('.hydra/') || path.includes('/.hydra/');
  const said = overrides ? files.find(each => each.path === path) : undefined;
  const name = setting.keyPath ?? setting.key;
  return said !== undefined && texts.of(said).says(`${name}=${setting.text}`);
}

/** 0 when the copy is not of this source; more the more of what the source says the copy repeats. */
function likeness(source: Source, copy: Source, { facts, composed }: Copies): number {
  const samePath = hasSamePath(source, copy);
  if (!samePath && !sameKey(source, copy)) return 0;
  const { path } = source.file;
  const sameStem = stemOf(path) === stemOf(copy.file.path);
  const isComposed = composed.has(`${nameOf(folderOf(path))}/${stemOf(path)}`);
  const repeated = Math.round(5 * shareOf(source, copy, facts));
  return 2 + (samePath ? 4 : 0) + (sameStem ? 2 : 0) + (isComposed ? 2 : 0) + repeated;
}

function hasSamePath(source: Source, { setting: { keyPath } }: Source): boolean {
  return keyPath !== null && composedPaths(source).includes(keyPath);
}

/** The share of the values in the source's file that the copy has, too: 0 to 1. */
function shareOf(source: Source, copy: Source, { texts }: ProjectFacts): number {
  const mine = texts.of(source.file).pairs;
  const theirs = texts.of(copy.file).pairs;
  let both = 0;
  for (const pair of mine) if (theirs.has(pair)) both++;
  return mine.size === 0 ? 0 : both / mine.size;
}
