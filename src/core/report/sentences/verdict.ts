import type { Analysis } from '../../analysis/analysis';
import type { RunFacts as Run } from '../../run/run';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatNumber } from './numbers';
import { stateWord } from './states';
import { placeOf } from './units';

/** What the run comes to, in one line: `Overfitting since epoch 23. Best val_loss 0.312 at epoch 21.` */
export function verdict(analysis: Analysis, run: Run, say: Say): string {
  const state = say('{state}.', { state: stateOf(analysis, run, say) });
  const best = bestSentence(analysis, run, say);
  return best === null ? state : say('{first} {second}', { first: state, second: best });
}

function stateOf(analysis: Analysis, run: Run, say: Say): string {
  const word = stateWord(analysis.state, analysis, say, run.unit);
  if (analysis.state === 'too-short') {
    return say('{state} ({count})', { state: word, count: formatCount(analysis.evaluations) });
  }
  const kind = analysis.findings.find(each => each.rule === 'divergence')?.evidence['kind'];
  if (analysis.state === 'diverged' && kind === 'nan') return say('{state} (NaN)', { state: word });
  return word;
}

/** `Best val_loss 0.312 at epoch 21.`; null when nothing was measured. */
export function bestSentence(analysis: Analysis, run: Run, say: Say): string | null {
  const { best, monitor } = analysis;
  if (best === null || monitor === null) return null;
  const values = {
    metric: shownName(monitor.name),
    value: formatNumber(best.value),
    place: placeOf(best.epoch, run.unit, say),
  };
  const saysTraining = /train/i.test(monitor.name);
  return monitor.split === 'train' && !saysTraining
    ? say('Best training {metric} {value} at {place}.', values)
    : say('Best {metric} {value} at {place}.', values);
}
