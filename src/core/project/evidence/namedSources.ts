import { groupedBy } from '../groupedBy';
import { joined } from '../paths';
import type { Source } from './evidence';

/** Files of data: a command that names one besides a script takes its numbers from there. */
const DATA = /\.(?:ya?ml|json|jsonc|toml|ini|cfg|conf|jsonnet)$/i;

/** The settings of the one file among names that a command takes them from: of a config before those of a script. */
export function namedSources(
  names: readonly string[],
  folder: string,
  byPath: ReadonlyMap<string, readonly Source[]>,
): readonly Source[] {
  const named = names.flatMap(name => {
    const path = [joined(folder, name), joined('', name), moduleOf(name)];
    return byPath.get(path.find(each => each !== null && byPath.has(each)) ?? '') ?? [];
  });
  const files = groupedBy([...new Set(named)], ({ file }) => file);
  const ofData = [...files].filter(([file]) => DATA.test(file.path));
  const [first, ...others] = ofData.length > 0 ? ofData : [...files];
  return first === undefined || others.length > 0 ? [] : first[1];
}

/** `python -m src.train` */
function moduleOf(text: string): string | null {
  return /^[A-Za-z_]\w*(?:\.\w+)+$/.test(text) ? `${text.replaceAll('.', '/')}.py` : null;
}
