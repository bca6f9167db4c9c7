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
      const part = partOfLoss(draft);
      if (part !== null) return part;
      if (meaning.kind === 'measure') measure = meaning.split === null ? '' : withoutSplit(name);
      return draft;
    }
    const what = meaningOf(label).kind === 'measure' ? label : measure;
    if (what === '') return draft;
    const told = `${name} ${what}`;
    return { ...draft, name: told, meaning: meaningOf(told) };
  });
}

/** `Loss: Train generator - 0.5, Train discriminator - 0.7`: names that are nothing else are of the loss in front of them. */
function partOfLoss(draft: Draft): Draft | null {
  const { name, meaning, label, slot } = draft;
  if (
    meaning.kind !== 'unknown' ||
    slot.integer ||
    slot.phrase.keyed ||
    !/^loss(?:es)?$/i.test(label)
  )
    return null;
  const told = `${name} loss`;
  return { ...draft, name: told, meaning: meaningOf(told) };
}

function withoutSplit(name: string): string {
  return name
    .split(/[\s_/.-]+/)
    .filter(word => !bareSplit(word))
    .join(' ');
}
