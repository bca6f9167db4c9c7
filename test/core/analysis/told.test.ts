import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import { toldSuggestion } from '../../../src/core/analysis/told';
import { turning } from './jitter';
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
