import type { ReportModel } from '../model';
import type { Say } from '../say';

/** How the figures of a report were computed, so that a reviewer can trust them: one method a line, with its source. */
export function methodSentences(model: ReportModel, say: Say): string[] {
  return [
    say('Best: the raw extreme as logged, the earliest on ties; no smoothing.'),
    say(
      'Suggestion: the optimum of the validation curve after a running median of three and a centred triangle over a tenth of the run; the range is every count that is as good within its noise, and a tenth on either side.',
    ),
    say(
      'Overfitting: the smoothed curve rose above its minimum by at least 4 %, with a rising Mann-Kendall trend (Mann 1945; generalisation loss after Prechelt 1998).',
    ),
    say(
      'Replay: early stopping as in Keras, the criteria of Prechelt (1998) with strips of five evaluations, and our own rule, on the curve as logged and knowing nothing of what came later; cost is what the kept value loses against the best of the whole run.',
    ),
    ...consensusMethod(model, say),
    say(
      'Made with Epoch Lens {version}; nothing was smoothed, sampled or left out in the figures.',
      {
        version: model.version,
      },
    ),
  ];
}

/** Nothing where no runs are summed up. */
function consensusMethod({ groups }: ReportModel, say: Say): string[] {
  if (groups.every(group => group.consensus === null)) return [];
  return [
    say(
      'Consensus: the optimum of the mean curve of the runs, each run counted once; the range is what is as good there and where most single runs have their best; ± is the standard deviation over runs.',
    ),
  ];
}
