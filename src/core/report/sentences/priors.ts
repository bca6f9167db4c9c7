import type { ConfigSetting } from '../../config/setting';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { usualLengths } from '../usualLength';
import type { TrainingKind, UsualLength } from '../usualLength';
import { formatRange } from './numbers';
import { unitWord } from './units';

/** What hovering a setting says while no run of it is known: what to log and what is usual, one idea a line. */
export function noRunsYet(setting: ConfigSetting, say: Say): string[] {
  return [
    say('No run of {setting} was found yet.', { setting: shownName(setting.key) }),
    say(
      'Write the training and validation loss of each epoch to a file of this folder: a CSV, JSON Lines, or what the program prints.',
    ),
    ...usualLengths(setting).map(usual => priorSentence(usual, say)),
  ];
}

/** What is usual for a kind of training, called a prior, with its source. */
export function priorSentence({ kind, low, high, source }: UsualLength, say: Say): string {
  return say('A prior, no evidence: {kind} usually takes {range} {unit} ({source}).', {
    kind: kindWords(kind, say),
    range: formatRange(low, high),
    unit: unitWord(kind === 'boosting' ? 'round' : 'epoch', high, say),
    source,
  });
}

function kindWords(kind: TrainingKind, say: Say): string {
  switch (kind) {
    case 'boosting':
      return say('gradient boosting with early stopping');
    case 'fine-tuning':
      return say('fine-tuning a pretrained language model');
    case 'detection':
      return say('training an object detector');
    case 'from-scratch':
      return say('training an image model from scratch');
  }
}
