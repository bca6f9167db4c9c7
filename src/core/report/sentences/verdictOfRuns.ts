import type { Consensus, RunState, Suggestion } from '../../analysis/analysis';
import type { AnalysedRun } from '../../project/project';
import { reportGroups } from '../reportGroups';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { caveatSentence } from './caveats';
import { countSpread, meanSpread, togetherSupport } from './report';
import { stateName, statesByNeed } from './states';
import { consensusReason, suggestionTitle } from './suggestions';
import { runsOf, unitWord } from './units';

/** What several runs come to together, in the parts that are told of one run. */
export interface RunsVerdict {
  /** The state that most of them are in; of as many, the one that needs the reader first. */
  readonly state: RunState;
  /** `4 of 5 runs: Overfitting`; what `verdict` starts with. */
  readonly stateWord: string;
  readonly verdict: string;
  /** From here on null and empty where the runs agree on no number, or are not of one thing. */
  readonly suggestion: string | null;
  readonly suggestionReason: string | null;
  readonly caveats: readonly string[];
}

/**
 * What several runs come to, in one line that speaks of none alone: `4 of 5 runs: Overfitting; 1 × converged. Best val_loss
 * 0.312 ± 0.004, at 33.2 ± 2.9 epochs. Together they support 34 epochs (30–41).` Of runs that are no folds, seeds or repetitions
 * of one thing only the states are told. Null of fewer than two runs.
 */
export function verdictOfRuns(runs: readonly AnalysedRun[], say: Say): RunsVerdict | null {
  if (runs.length < 2) return null;
  const { state, stateWord, others } = statesOf(runs, say);
  const first = say('{state}.', { state: [stateWord, ...others].join('; ') });
  const [group, ...further] = reportGroups(runs);
  const { consensus = null, suggestion = null } = further.length === 0 ? (group ?? {}) : {};
  if (consensus === null || suggestion === null) {
    const nothing = { suggestion: null, suggestionReason: null, caveats: [] };
    return { state, stateWord, verdict: first, ...nothing };
  }
  const parts = [first, bestOf(consensus, say), togetherSupport(suggestion, say)];
  return { state, stateWord, verdict: parts.join(' '), ...suggestionParts(suggestion, say) };
}

function statesOf(runs: readonly AnalysedRun[], say: Say) {
  const counted = statesByNeed
    .map(state => ({ state, count: runs.filter(each => each.analysis.state === state).length }))
    .filter(({ count }) => count > 0);
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a));
  const values = {
    count: most.count,
    runs: runsOf(runs.length, say),
    state: stateName(most.state, say),
  };
  return {
    state: most.state,
    stateWord:
      counted.length === 1
        ? say('{runs}: {state}', values)
        : say('{count} of {runs}: {state}', values),
    others: counted
      .filter(each => each !== most)
      .map(({ state, count }) =>
        say('{count} × {state}', { count, state: stateName(state, say).toLowerCase() }),
      ),
  };
}

function bestOf(consensus: Consensus, say: Say): string {
  const { metric, bestMean, bestSpread, countMean, unit } = consensus;
  return say('Best {metric} {value}, at {count} {unit}.', {
    metric: shownName(metric),
    value: meanSpread(bestMean, bestSpread),
    count: countSpread(countMean, consensus.countSpread),
    unit: unitWord(unit, 2, say),
  });
}

function suggestionParts(suggestion: Suggestion, say: Say) {
  return {
    suggestion: suggestionTitle(suggestion, say),
    suggestionReason: consensusReason(suggestion, say),
    caveats: suggestion.caveats.map(caveat => caveatSentence(caveat, suggestion, say)),
  };
}
