import type { Block } from './block';
import type { Source } from './evidence';

/** The settings of a command are those in it; where it has none, those of the whole file. */
export function sourcesFor(block: Block, sources: readonly Source[]): readonly Source[] {
  if (sources.length < 2) return sources;
  const inside = sources.filter(({ setting }) => isIn(block, setting));
  return inside.length > 0 ? inside : sources;
}

/** Offsets in cells are not those of the whole notebook. */
const isIn = ({ start, end }: Block, setting: Source['setting']) =>
  setting.cell === null && setting.start >= start && setting.end <= end;
