import type { Source } from './evidence';
import { folderOf, nameOf, stemOf } from '../paths';

/** The name of a setting, however its language writes it: `--trainer.max-epochs` → `max_epochs`. */
export function plainKey({ setting }: Source): string {
  return setting.key.replace(/^-+/, '').replace(/^.*\./, '').replaceAll('-', '_').toLowerCase();
}

/** Whether two settings have the same name, however each language writes it. */
export function sameKey(one: Source, other: Source): boolean {
  return plainKey(one) === plainKey(other);
}

/**
 * The paths a setting may have in a composed config: as written, and below the names of its folder or file,
 * as Hydra composes `trainer/default.yaml`.
 */
export function composedPaths(source: Source): readonly string[] {
  const { path } = source.file;
  const key = source.setting.keyPath ?? plainKey(source);
  return [key, `${nameOf(folderOf(path))}.${key}`, `${stemOf(path)}.${key}`];
}
