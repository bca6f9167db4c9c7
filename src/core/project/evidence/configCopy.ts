import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import { composedPaths, plainKey, sameKey } from './keys';
import { strongest } from './ties';
import { folderOf, nameOf, stemOf } from '../paths';
import type { Steps } from '../../run/steps';

/** A copy of the config stands in the run's folder: it says the same number under the same name, and more of the same. */
export const configCopy: Evidence = {
  kind: 'config-copy',
  overrules: true,
  over: facts => overCopies(facts, isSame, NUMBER_ALONE + 1),
};

/** The record in the run's folder says the same number under the same name, and nothing else of this config. */
export const copiedNumber: Evidence = { ...configCopy, over: facts => overCopies(facts, isSame) };

/** Points of a copy that has only the number in common with a config. */
const NUMBER_ALONE = 10;
/** A copy that says which file it was made of. */
const NAMED = 20;

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

function* overCopies(facts: ProjectFacts, accepts: Accepts, least = 1): Steps<TiesOf> {
  if (facts.copies.length === 0) return () => [];
  const composed = new Set<string>();
  for (const file of facts.files) {
    for (const name of facts.texts.of(file).composed) composed.add(name);
    yield;
  }
  const named = sourcesByName(facts.sources);
  const copies = { facts, named, composed, accepts };
  return run => strongest(tiesOf(run, copies)).filter(({ points }) => points >= least);
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

/** 0 when the copy is not of this source; more the better the copy agrees with all that the source says. */
function likeness(source: Source, copy: Source, { facts, composed }: Copies): number {
  const samePath = hasSamePath(source, copy);
  if (!samePath && !sameKey(source, copy)) return 0;
  const { path } = source.file;
  const sameStem = stemOf(path) === stemOf(copy.file.path);
  const isComposed = composed.has(`${nameOf(folderOf(path))}/${stemOf(path)}`);
  const same = agreement(source, copy, facts);
  const named = facts.texts.of(copy.file).says(path) ? NAMED : 0;
  const inside = samePath && copy.setting.keyPath?.includes('.') === true;
  return NUMBER_ALONE + named + (inside ? 4 : 0) + (sameStem ? 2 : 0) + (isComposed ? 2 : 0) + same;
}

function hasSamePath(source: Source, { setting: { keyPath } }: Source): boolean {
  return keyPath !== null && composedPaths(source).includes(keyPath);
}

/** How many values the copy repeats of those in the source's file, less those that it has otherwise: -4 to 6. */
function agreement(source: Source, copy: Source, { texts }: ProjectFacts): number {
  const theirs = texts.of(copy.file).pairs;
  const names = new Set(Array.from(theirs, nameIn));
  const own = plainKey(source);
  let balance = 0;
  for (const pair of texts.of(source.file).pairs) {
    const name = nameIn(pair);
    if (name !== own && names.has(name)) balance += theirs.has(pair) ? 1 : -1;
  }
  return Math.max(-4, Math.min(6, balance));
}

const nameIn = (pair: string) => pair.slice(0, pair.indexOf('='));
