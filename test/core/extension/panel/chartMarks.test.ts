import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/analysis/analysis';
import { plainly } from '../../../../src/core/report/say';
import { chartMarks } from '../../../../src/extension/panel/chartMarks';
import { analysisOf, overfittingRun, overfittingSuggestion } from '../../report/syntheticRuns';

describe('the range on the chart', () => {
  const rangeOf = (changes: Partial<Suggestion>) => {
    const analysis = analysisOf({ suggestion: { ...overfittingSuggestion, ...changes } });
    const marks = chartMarks({ ...overfittingRun(), analysis }, 'epoch', plainly);
    const { from, to, label } = marks.find(mark => mark.kind === 'range')!;
    return [from, to, label];
  };

  it('is the suggested one', () => {
    assert.deepEqual(rangeOf({}), [11, 14, 'suggested 11–14']);
  });

  it('is what to try while the run still improves, not what it trained already', () => {
    const range = { epochs: 36, low: 30, high: 45, reason: 'still-improving' } as const;
    assert.deepEqual(rangeOf(range), [36, 45, 'try 36–45']);
  });
});
