import type { EvidenceKind } from '../../project/project';
import type { Say } from '../say';

/** How we know that a setting made a run, in one sentence. */
export function evidenceSentence(how: EvidenceKind, say: Say): string {
  switch (how) {
    case 'config-copy':
      return say('A copy of this config stands in the run’s folder.');
    case 'same-notebook':
      return say('A cell of this notebook printed the log.');
    case 'logged-arguments':
      return say('The log repeats these arguments.');
    case 'literal-path':
      return say('This file names the log or its folder.');
    case 'derived-path':
      return say('The log’s folder is named after this file.');
    case 'default-folder':
      return say('The log stands in the tool’s usual folder beside this file.');
    case 'planned-epochs':
      return say('The log plans the same number of epochs.');
    case 'only-one':
      return say('This is the only setting and these are the only logs here.');
  }
}
