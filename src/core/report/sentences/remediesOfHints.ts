import type { Finding } from '../../analysis/analysis';
import type { Say } from '../say';
import { count, measured, noted, value } from './measured';

/** What to do about findings that explain a curve; each says why it helps. */
export type Remedy = (finding: Finding, say: Say) => string[];

export const rangeTest: Remedy = ({ evidence }, say) => [
  Number.isNaN(measured(evidence, 'bestRate'))
    ? say('Train with a rate well below the one where the loss stops falling.')
    : say('Train with about a tenth of the rate at the lowest loss: {rate}.', {
        rate: value({ rate: measured(evidence, 'bestRate') / 10 }, 'rate'),
      }),
];

export const learningRateDrop: Remedy = (_finding, say) => [
  say('Keep the schedule in view when you change the epochs: the step has to move with the end.'),
  say('If the curve was flat long before the step, lower the rate earlier.'),
];

export const learningRateSpent: Remedy = (_finding, say) => [
  say('Train again with a longer schedule, not this run with more epochs.'),
  say('A constant rate with a short cooldown finds the length without a new run for each.'),
];

export const restarts: Remedy = ({ evidence }, say) => {
  if (noted(evidence, 'kind') === 'resumed') {
    return [
      say('Restore the optimizer, the schedule and the random state with the weights.'),
      say('Judge the part after the last restart where the curve jumped.'),
    ];
  }
  return [
    say('Compare the ends of the cycles: that is where such a schedule is at its best.'),
    say('If no warm restart was meant, resume the schedule with the weights.'),
  ];
};

export const slowLearning: Remedy = ({ evidence }, say) => [
  Number.isNaN(measured(evidence, 'rate'))
    ? say(
        'Raise the learning rate, three to ten times: a straight, shallow fall is one far too low.',
      )
    : say(
        'Raise the learning rate, three to ten times ({rate} now): a straight, shallow fall is one far too low.',
        { rate: value(evidence, 'rate') },
      ),
  say('Run a learning-rate range test of a few minutes.'),
  say('Check that the inputs are normalised and that no layers are frozen by mistake.'),
];

export const spike: Remedy = ({ evidence }, say) =>
  noted(evidence, 'recovered') === 'no'
    ? [
        say('Go back to the checkpoint before the spike and skip the batches that made it.'),
        say('Clip the gradients, and lower the learning rate or warm it up longer.'),
      ]
    : [
        say('Clip the gradients: single large updates are what a spike is made of.'),
        say('Look at the batch it came with; lower the learning rate if spikes become frequent.'),
      ];

export const lastNotBest: Remedy = ({ evidence }, say) =>
  noted(evidence, 'saved') === 'no'
    ? [
        say('Write a checkpoint at every new best, not only every {every}.', {
          every: count(evidence, 'savedEvery'),
        }),
        say('Restore the best weights at the end.'),
      ]
    : [
        say('Keep and restore the best checkpoint, not the last.'),
        say('Lower the learning rate towards the end, so that the last weights are steady.'),
      ];

export const viewsDisagree: Remedy = (_finding, say) => [
  say(
    'Select the checkpoint by what you report: the loss for probabilities, the score for decisions.',
  ),
  say('If the probabilities matter, calibrate them or use label smoothing: the model is too sure.'),
];

export const oscillation: Remedy = ({ evidence }, say) =>
  noted(evidence, 'training') === 'calm'
    ? [
        say('Use a larger validation set: training is calm, so it is the measurement that swings.'),
        say(
          'Average the weights (EMA) before evaluating; check batch normalisation in evaluation.',
        ),
      ]
    : [
        say('Lower the learning rate, or decay it: the steps are too large to settle.'),
        say('Use a larger batch, or average the weights (EMA) before evaluating.'),
      ];

export const validationLeak: Remedy = (_finding, say) => [
  say('Evaluate on training data without dropout and augmentation: the gap should close.'),
  say(
    'Look for duplicates across the split, and for near ones: frames of one video, cuts of one image, records of one patient.',
  ),
];

export const underfitting: Remedy = (_finding, say) => [
  say('Use a larger model or better inputs: it cannot even fit what it is shown.'),
  say('Loosen regularisation: dropout, weight decay, augmentation.'),
  say('Check the labels: with many wrong ones this is the ceiling.'),
];

export const doubleDescent: Remedy = (_finding, say) => [
  say('Keep the best checkpoint and use a patience longer than the hump.'),
  say('Look for wrong labels: they are what makes the hump visible.'),
];

export const grokking: Remedy = (_finding, say) => [
  say('Elsewhere than on algorithmic data: more data, regularisation, a smaller model.'),
  say('If you wait for it, use weight decay; without it the jump may never come.'),
];

export const stalled: Remedy = (_finding, say) => [
  say(
    'Look whether the process lives: out of memory, a lost node, a full disk, a waiting data loader.',
  ),
  say('If the log is copied or buffered, its writes come late; nothing is wrong then.'),
];

export const impossibleValues: Remedy = (_finding, say) => [
  say('Check how the metric is computed: sums instead of means, a wrong denominator, two scales.'),
  say('Trust no verdict on this series before that.'),
];

export const earlyStopping: Remedy = ({ evidence }, say) => {
  switch (noted(evidence, 'verdict')) {
    case 'too-short':
      return [
        say('Raise the patience: twice what it waited is a fair start.'),
        say('Count only improvements that matter by a smaller min_delta, if one is set.'),
      ];
    case 'too-long':
      return [say('Lower the patience: the waiting gained nothing.')];
    default:
      return [say('Nothing to change; check it on another seed.')];
  }
};

export const repeatedData: Remedy = (_finding, say) => [
  say(
    'Add text before epochs: up to four are about as good as new text, beyond sixteen there is little left.',
  ),
  say('If the text is all there is, use more weight decay and stop by validation loss.'),
];

export const trainingOnly: Remedy = ({ evidence }, say) =>
  noted(evidence, 'kind') === 'adversarial'
    ? [
        say('Log a measure of the samples (FID, KID) every few epochs, and look at samples.'),
        say('Keep checkpoints, and choose among them by that measure.'),
      ]
    : [
        say('Hold out a part of the data, and log its loss or score every epoch.'),
        say('Without one, stop where further epochs gain less than they cost.'),
      ];
