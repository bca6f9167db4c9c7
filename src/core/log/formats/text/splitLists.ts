import type { Split } from '../../format';
import { SPLIT_WORDS } from '../../vocabulary';

/** A name without its list of splits, and these. */
export interface SplitList {
  readonly rest: string;
  readonly splits: readonly Split[];
}

const LIST = /(?<![\w/-])([a-z]{2,10}(?:\s?[/|&]\s?[a-z]{2,10}){1,3})(?![\w/-])/gi;

/** `train/valid/test loss`, `accuracy train/val`: a name that lists the splits of the values behind it; `null`: it lists none. */
export function splitListOf(name: string): SplitList | null {
  for (const { 0: list, index } of name.matchAll(LIST)) {
    const splits = list
      .toLowerCase()
      .split(/\s?[/|&]\s?/)
      .map(word => SPLIT_WORDS.get(word) ?? null);
    if (splits.some(split => split === null) || new Set(splits).size < splits.length) continue;
    const rest = `${name.slice(0, index)} ${name.slice(index + list.length)}`;
    return { rest: rest.replace(/\s+/g, ' ').trim(), splits: splits.flatMap(split => split ?? []) };
  }
  return null;
}
