import type { Finding, RuleId } from '../../analysis/analysis';
import type { Say } from '../say';
import { noted } from './measured';
import * as hints from './remediesOfHints';

const advice: Readonly<Record<RuleId, hints.Remedy>> = {
  divergence: (_finding, say) => [
    say('Lower the learning rate, or warm it up.'),
    say('Clip the gradients; with mixed precision check the loss scale.'),
    say('Look for bad samples and for divisions and logarithms of zero in the loss.'),
  ],
  overfitting: (_finding, say) => [
    say('Stop earlier: early stopping with a patience, keeping the best checkpoint.'),
    say('Regularise: weight decay, dropout, augmentation.'),
    say('Use more data or a smaller model.'),
  ],
  plateau: plateauRemedies,
  'still-improving': ({ evidence }, say) => [
    noted(evidence, 'schedule') === 'spent'
      ? say('Train again with a longer schedule, not this run with more epochs.')
      : say('Train longer.'),
    say('If it improves slowly, raise the learning rate or its schedule’s length.'),
  ],
  'too-noisy': (_finding, say) => [
    say('Lower the learning rate or use a larger batch.'),
    say('Use a larger validation set, or average the weights before evaluating.'),
    say('Train several seeds and judge them together.'),
  ],
  'too-short': (_finding, say) => [say('Evaluate more often, or train longer.')],
  'double-descent': hints.doubleDescent,
  'early-stopping': hints.earlyStopping,
  grokking: hints.grokking,
  'impossible-values': hints.impossibleValues,
  'last-not-best': hints.lastNotBest,
  'learning-rate-drop': hints.learningRateDrop,
  'learning-rate-spent': hints.learningRateSpent,
  oscillation: hints.oscillation,
  'range-test': hints.rangeTest,
  'repeated-data': hints.repeatedData,
  restarts: hints.restarts,
  'slow-learning': hints.slowLearning,
  spike: hints.spike,
  stalled: hints.stalled,
  'training-only': hints.trainingOnly,
  underfitting: hints.underfitting,
  'validation-leak': hints.validationLeak,
  'views-disagree': hints.viewsDisagree,
};

/** What a practitioner would try next, the likeliest first; each a short sentence. */
export function remedies(finding: Finding, say: Say): string[] {
  return advice[finding.rule](finding, say);
}

function plateauRemedies(finding: Finding, say: Say): string[] {
  const { evidence } = finding;
  const isFromStart = noted(evidence, 'fromStart') === 'yes';
  if (isFromStart && noted(evidence, 'training') === 'learned') {
    return [
      say('Training gets better and this does not: check that both are of one kind of data.'),
      say('Regularise, take a smaller model or more data: what is learned does not carry over.'),
    ];
  }
  if (isFromStart) {
    return [
      say('Raise the learning rate; it may be far too low.'),
      say('Check the data, the labels and the loss; try to overfit one small batch first.'),
      say('Use a larger model.'),
    ];
  }
  return [
    say('Stop earlier: these epochs gained nothing beyond the noise.'),
    say('Lower the learning rate here, by a schedule or on the plateau.'),
  ];
}
