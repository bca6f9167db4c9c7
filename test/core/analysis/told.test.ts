import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import { toldRange, toldSuggestion } from '../../../src/core/analysis/told';
import { falling, turning } from './jitter';
import { makeRun } from './makeRun';

describe('toldSuggestion', () => {
  const analysis = analyse(makeRun({ validation: turning(60, 20) }));

  it('tells the suggestion of a run that can be judged', () => {
    assert.notEqual(analysis.suggestion, null);
    assert.equal(toldSuggestion(analysis), analysis.suggestion);
  });

  it('tells no number of a run that is too noisy to tell', () => {
    assert.equal(toldSuggestion({ ...analysis, state: 'noisy' }), null);
  });
});

describe('toldRange', () => {
  const rangeOf = (validation: readonly number[]) => {
    const suggestion = analyse(makeRun({ validation })).suggestion!;
    return { suggestion, told: toldRange(suggestion) };
  };

  it('is that of the suggestion where an optimum was seen', () => {
    const { suggestion, told } = rangeOf(turning(60, 20));
    assert.deepEqual(told, [suggestion.low, suggestion.high]);
  });

  it('starts beyond what was trained while the run still improves', () => {
    const { suggestion, told } = rangeOf(falling(50, 2));
    assert.deepEqual([suggestion.low, suggestion.high], [50, 75]);
    assert.deepEqual(toldRange({ ...suggestion, epochs: 60 }), [60, 75]);
    assert.ok(told[0] > 50 && told[0] < told[1], told.join('–'));
  });

  it('starts halfway to the high end where that is what is suggested', () => {
    const { suggestion } = rangeOf(falling(50, 2));
    assert.deepEqual(toldRange({ ...suggestion, epochs: 75 }), [63, 75]);
  });
});
