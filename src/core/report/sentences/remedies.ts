import type { Finding } from '../../analysis/analysis';
import type { Say } from '../say';
import { noted } from './measured';

/** What a practitioner would try next, the likeliest first; each a short sentence. */
export function remedies(finding: Finding, say: Say): string[] {
  switch (finding.rule) {
    case 'divergence':
      return [
        say('Lower the learning rate, or warm it up.'),
        say('Clip the gradients; with mixed precision check the loss scale.'),
        say('Look for bad samples and for divisions and logarithms of zero in the loss.'),
      ];
    case 'overfitting':
      return [
        say('Stop earlier: early stopping with a patience, keeping the best checkpoint.'),
        say('Regularise: weight decay, dropout, augmentation.'),
        say('Use more data or a smaller model.'),
      ];
    case 'plateau':
      return plateauRemedies(finding, say);
    case 'still-improving':
      return [
        say('Train longer.'),
        say('If it improves slowly, raise the learning rate or its schedule’s length.'),
      ];
    case 'too-noisy':
      return [
        say('Lower the learning rate or use a larger batch.'),
        say('Use a larger validation set, or average the weights before evaluating.'),
        say('Train several seeds and judge them together.'),
      ];
    case 'too-short':
      return [say('Evaluate more often, or train longer.')];
  }
}

function plateauRemedies(finding: Finding, say: Say): string[] {
  if (noted(finding.evidence, 'fromStart') === 'yes') {
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
