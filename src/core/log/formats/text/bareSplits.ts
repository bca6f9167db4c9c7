import { meaningOf } from '../../name';
import { SPLIT_WORDS } from '../../vocabulary';
import type { Draft } from './drafts';

/** `train=0.98 val=0.91`: a split that is all the name there is. */
export function bareSplit(name: string): boolean {
  return SPLIT_WORDS.has(name.toLowerCase());
}

/**
 * Names for the splits that are all the name there is, where the line says what was measured: `loss train: 0.4  eval:
 * 0.8`, `Loss: train 0.4, val 0.8`.
 */
export function toldOf(drafts: readonly Draft[]): readonly Draft[] {
  let measure = '';
  return drafts.map(draft => {
    const { name, meaning, label } = draft;
    if (!bareSplit(name)) {
      if (meaning.kind === 'measure') measure = meaning.split === null ? '' : withoutSplit(name);
      return draft;
    }
    const what = meaningOf(label).kind === 'measure' ? label : measure;
    if (what === '') return draft;
    const told = `${name} ${what}`;
    return { ...draft, name: told, meaning: meaningOf(told) };
  });
}

function withoutSplit(name: string): string {
  return name
    .split(/[\s_/.-]+/)
    .filter(word => !bareSplit(word))
    .join(' ');
}
