import type { Evidence, PlacedRun, ProjectFacts, Source, Tie } from './evidence';
import { composedPaths, sameKey } from './keys';
import { folderOf, nameOf, stemOf } from '../paths';

/** A copy of the config stands in the run's folder, and says the same number under the same name. */
export const configCopy: Evidence = {
  kind: 'config-copy',
  overrules: true,
  find(run: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    const copies = facts.recordsOf(run);
    return facts.sources.flatMap(source => {
      const points = Math.max(0, ...copies.map(copy => likeness(source, copy, facts)));
      return points > 0 ? [{ source, points }] : [];
    });
  },
};

/** 0 when the copy is not of this source. */
function likeness(source: Source, copy: Source, facts: ProjectFacts): number {
  if (source.setting.value !== copy.setting.value) return 0;
  const paths = composedPaths(source);
  const samePath = copy.setting.keyPath !== null && paths.includes(copy.setting.keyPath);
  const sameStem = stemOf(source.file.path) === stemOf(copy.file.path);
  if (!samePath && !sameKey(source, copy)) return 0;
  return 2 + (samePath ? 4 : 0) + (sameStem ? 2 : 0) + (isComposed(source, facts) ? 2 : 0);
}

/** Hydra's defaults lists name the files that are composed: `- trainer: default`. */
function isComposed({ file }: Source, facts: ProjectFacts): boolean {
  const group = nameOf(folderOf(file.path));
  const stem = stemOf(file.path);
  if (!/^[\w-]+$/.test(group) || !/^[\w-]+$/.test(stem)) return false;
  const line = new RegExp(
    `^[ \\t]*-[ \\t]*(?:override[ \\t]+)?/?${group}:[ \\t]*${stem}(?:\\.ya?ml)?[ \\t]*(?:#|\\r?$)`,
    'm',
  );
  return facts.texts.someBelow('', line);
}
