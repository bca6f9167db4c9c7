import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import type { Finding } from '../../../src/core/analysis/analysis';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { Rows, type Run } from '../../../src/core/run/run';
import { falling } from './jitter';
import { makeRun } from './makeRun';

describe('stalled', () => {
  const told = (
    seconds: number | null,
    changes: Partial<Run> = {},
    usualSeconds: number | null = null,
  ): Finding | undefined =>
    analyse(
      makeRun({ validation: falling(12) }, changes),
      defaultPreferences,
      seconds === null ? null : { seconds, usualSeconds },
    ).findings.find(({ rule }) => rule === 'stalled');

  it('needs to be told how long the log has been silent, and compares that with its usual gaps', () => {
    const found = told(3_600)!;
    assert.deepEqual(
      [found.severity, found.evidence['usualSeconds'], found.evidence['times']],
      ['warning', 60, 60],
    );
    assert.deepEqual([told(null), told(500)], [undefined, undefined]);
  });

  it('compares with what was seen of its growing where the log has no times', () => {
    const rows = new Rows();
    for (let epoch = 1; epoch <= 12; epoch++) rows.push(epoch, NaN, NaN, epoch, 0);
    assert.equal(told(3_600, { rows }), undefined);
    assert.equal(told(3_600, { rows }, 400), undefined);
    assert.equal(told(3_600, { rows }, 90)?.evidence['times'], 40);
  });

  it('says nothing of a run that has ended', () => {
    assert.equal(told(3_600, { status: 'finished' }), undefined);
    assert.equal(told(3_600, { plannedEpochs: 12 }), undefined);
  });
});
