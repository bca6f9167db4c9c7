import type { Caveat, Suggestion } from '../../analysis/analysis';
import type { Say } from '../say';
import { shownName, visible } from '../shownName';
import { count, measured, noted, value } from './measured';
import { countOf } from './units';

type Sentence = (suggestion: Suggestion, say: Say) => string;

const sentences: Readonly<Record<Caveat, Sentence>> = {
  'learning-rate-decays': (_suggestion, say) =>
    say('The learning rate decays to the planned end; with fewer epochs shorten the schedule too.'),
  'learning-rate-spent': (_suggestion, say) =>
    say(
      'The learning rate had decayed to nearly nothing: train again with a longer schedule, as more epochs at its end gain nothing.',
    ),
  'early-stopped': (_suggestion, say) =>
    say(
      'Early stopping cut this run, so a later optimum cannot be ruled out; a longer patience would show it.',
    ),
  noise: (_suggestion, say) =>
    say(
      'The validation curve is noisy; evaluate more often, use a larger validation set or add seeds to narrow the range.',
    ),
  'short-log': (_suggestion, say) =>
    say('Few evaluations were logged; the range is wide because of it.'),
  'score-disagrees': disagreement,
  'single-run': (_suggestion, say) =>
    say('From a single run; another seed or fold may move the optimum.'),
  'training-only': (_suggestion, say) =>
    say(
      'Only training values were logged, on data that was new to the model; held-out data may have its optimum elsewhere.',
    ),
  'two-groups': ({ evidence }, say) =>
    say(
      'The runs fall into two groups: {first} have their best around {firstAt}, {second} around {secondAt}; the mean of all may suit neither.',
      {
        first: count(evidence, 'firstRuns'),
        firstAt: count(evidence, 'firstAt'),
        second: count(evidence, 'secondRuns'),
        secondAt: count(evidence, 'secondAt'),
      },
    ),
  outliers: ({ evidence }, say) =>
    say('Unlike the other runs: {names}.', { names: visible(noted(evidence, 'outliers')) }),
  'left-out': ({ evidence }, say) =>
    say('Left out, as nothing can be told from them: {names}.', {
      names: visible(noted(evidence, 'leftOut')),
    }),
};

/** What limits a suggestion, in one sentence. */
export function caveatSentence(caveat: Caveat, suggestion: Suggestion, say: Say): string {
  return sentences[caveat](suggestion, say);
}

/** Loss and score, each with its own best and what the other has at the suggested count. */
function disagreement({ epochs, unit, evidence }: Suggestion, say: Say): string {
  const values = {
    judged: shownName(noted(evidence, 'judged')),
    judgedBest: value(evidence, 'bestValue'),
    judgedAt: count(evidence, 'bestLabel'),
    other: shownName(noted(evidence, 'other')),
    otherBest: value(evidence, 'otherBest'),
    otherAt: count(evidence, 'otherBestLabel'),
    there: value(evidence, 'otherThere'),
    units: countOf(epochs, unit, say),
  };
  return Number.isNaN(measured(evidence, 'otherThere'))
    ? say(
        '{judged} and {other} choose differently: {judged} is best at {judgedAt} ({judgedBest}), {other} at {otherAt} ({otherBest}). Go by the one that you select models by.',
        values,
      )
    : say(
        '{judged} and {other} choose differently: {judged} is best at {judgedAt} ({judgedBest}), {other} at {otherAt} ({otherBest}; {there} after {units}). Go by the one that you select models by.',
        values,
      );
}
