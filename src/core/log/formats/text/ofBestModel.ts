import { meaningOf } from '../../name';
import type { Draft } from './drafts';

const OF_BEST = /\s(?:of|for|with|from)\s(?:the\s)?best\s(?:model|network|weights)$/i;

/**
 * `epoch 3, minibatch 100/100, test error of best model 4.8 %`: the one value of a line that counts epochs was measured
 * there and then, on what has just become the best; elsewhere such a value is told again.
 */
export function ofBestModel(drafts: readonly Draft[], countsEpochs: boolean): readonly Draft[] {
  if (!countsEpochs || drafts.length > 1) return drafts;
  return drafts.map(draft => {
    const name = draft.name.replace(OF_BEST, '');
    return name === draft.name ? draft : { ...draft, name, meaning: meaningOf(name) };
  });
}
