import type { ConfigSetting } from '../../config/setting';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { usualLengths } from '../usualLength';
import type { TrainingKind, UsualLength } from '../usualLength';
import { formatRange } from './numbers';
import { unitWord } from './units';

/** What a kind of training is called in a sentence. */
const kinds: Readonly<Record<TrainingKind, (say: Say) => string>> = {
  boosting: say => say('gradient boosting with early stopping'),
  detection: say => say('training an object detector'),
  'fine-tuning': say => say('fine-tuning a pretrained language model'),
  'from-scratch': say => say('training an image model from scratch'),
  gan: say => say('training a GAN for image translation'),
  'language-model': say => say('pre-training a language model'),
  reinforcement: say => say('reinforcement learning in a simulator'),
  segmentation: say => say('training a segmentation model'),
  tabular: say => say('training a network on tables'),
  'text-classification': say => say('fine-tuning a text classifier'),
};

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
export function priorSentence({ kind, low, high, unit, source }: UsualLength, say: Say): string {
  return say('A prior, no evidence: {kind} usually takes {range} {unit} ({source}).', {
    kind: kinds[kind](say),
    range: formatRange(low, high),
    unit: unitWord(unit, high, say),
    source,
  });
}
