import type { Caveat } from '../../analysis/analysis';
import type { Say } from '../say';

/** What limits a suggestion, in one sentence. */
export function caveatSentence(caveat: Caveat, say: Say): string {
  switch (caveat) {
    case 'learning-rate-decays':
      return say(
        'The learning rate decays to the planned end; with fewer epochs shorten the schedule too.',
      );
    case 'learning-rate-spent':
      return say(
        'The learning rate had decayed to nearly nothing: train again with a longer schedule, as more epochs at its end gain nothing.',
      );
    case 'early-stopped':
      return say(
        'Early stopping cut this run, so a later optimum cannot be ruled out; a longer patience would show it.',
      );
    case 'noise':
      return say(
        'The validation curve is noisy; evaluate more often, use a larger validation set or add seeds to narrow the range.',
      );
    case 'short-log':
      return say('Few evaluations were logged; the range is wide because of it.');
    case 'score-disagrees':
      return say(
        'Loss and score have their optimum at different epochs; choose the one that you select models by.',
      );
    case 'single-run':
      return say('From a single run; another seed or fold may move the optimum.');
    case 'training-only':
      return say(
        'Only training values were logged, so overfitting cannot be seen; log a validation metric.',
      );
  }
}
