import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { factsOf } from '../../../src/core/analysis/facts';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { replayPrechelt } from '../../../src/core/analysis/prechelt';
import { shape, turning } from './jitter';
import { makeRun, type Columns } from './makeRun';

const stops = (columns: Columns): unknown[] =>
  replayPrechelt(factsOf(makeRun(columns), defaultPreferences)!).map(({ rule, stopCount }) => [
    rule,
    stopCount,
  ]);

describe('replayPrechelt', () => {
  it('stops where the error is 5 % above its minimum, outgrows the progress, or rose in four strips', () => {
    const validation = shape(50, i => (i < 20 ? 2 - i * 0.05 : 1.05 + (i - 19) * 0.02));
    const loss = shape(50, i => 2 * 0.98 ** i);
    assert.deepEqual(stops({ validation, loss }), [
      ['Prechelt GL 5', 23],
      ['Prechelt PQ 0.75', 40],
      ['Prechelt UP 4', 40],
    ]);
  });

  it('never stops a curve that only falls, and needs no training for two of the three', () => {
    assert.deepEqual(stops({ validation: shape(40, i => 2 - i * 0.01) }), [
      ['Prechelt GL 5', null],
      ['Prechelt UP 4', null],
    ]);
  });

  it('says nothing without a zero to measure errors from, nor of fewer than three strips', () => {
    assert.deepEqual(stops({ score: shape(40, i => i) }), []);
    assert.deepEqual(stops({ validation: shape(40, i => 1 - i * 0.1) }), []);
    assert.deepEqual(stops({ validation: turning(14, 5) }), []);
  });

  it('takes what is missing to the top of a share as its error', () => {
    const accuracy = shape(40, i => (i < 20 ? 0.5 + i * 0.02 : 0.88 - (i - 19) * 0.01));
    assert.deepEqual(stops({ accuracy })[0], ['Prechelt GL 5', 21]);
  });
});
