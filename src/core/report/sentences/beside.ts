import type { BesideBest } from '../../project/besideBest';
import type { JudgedRun } from '../../project/judgedRun';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatNumber } from './numbers';
import { placeOf } from './units';

/** How a run stands beside the best one so far: `Better than the best run so far (runs/a) by epoch 12: val_loss 0.412, it had 0.45.` */
export function besideSentence({ run, analysis }: JudgedRun, beside: BesideBest, say: Say): string {
  const values = {
    name: shownName(beside.other.run.name),
    place: placeOf(analysis.trained, run.unit, say),
    metric: shownName(analysis.monitor?.name ?? ''),
    own: formatNumber(beside.own),
    theirs: formatNumber(beside.theirs),
  };
  switch (beside.stands) {
    case 'better':
      return say(
        'Better than the best run so far ({name}) was after as much training: {metric} {own}, it had {theirs}.',
        values,
      );
    case 'worse':
      return say(
        'Worse than the best run so far ({name}) was after as much training: {metric} {own}, it had {theirs}.',
        values,
      );
    case 'within-noise':
      return say(
        'As good as the best run so far ({name}) was after as much training, within noise: {metric} {own}, it had {theirs}.',
        values,
      );
  }
}
