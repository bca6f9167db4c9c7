import type { Source } from './evidence';
import { folderOf, nameOf, stemOf } from '../paths';

const plain = (key: string) =>
  key.replace(/^-+/, '').replace(/^.*\./, '').replaceAll('-', '_').toLowerCase();

/** Whether two settings have the same name, however each language writes it. */
export function sameKey(one: Source, other: Source): boolean {
  return plain(one.setting.key) === plain(other.setting.key);
}

/**
 * The paths a setting may have in a composed config: as written, and below the names of its folder or file,
 * as Hydra composes `trainer/default.yaml`.
 */
export function composedPaths({ file, setting }: Source): readonly string[] {
  const path = setting.keyPath ?? plain(setting.key);
  return [path, `${nameOf(folderOf(file.path))}.${path}`, `${stemOf(file.path)}.${path}`];
}
