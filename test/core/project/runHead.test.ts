import assert from 'node:assert/strict';
import { beginsWith, headOf } from '../../../src/core/project/runHead';
import { makeRun } from '../analysis/makeRun';

const loss = [3, 2, NaN, 1, 0.5];
const named = (values: readonly number[], name = 'a.csv') =>
  makeRun({ loss: [...values] }, { name });

describe('the head of a run', () => {
  it('is known again under another name, and when the run has grown', () => {
    const head = headOf(named(loss));
    assert.ok(head);
    assert.ok(beginsWith(named(loss, 'b.csv'), head));
    assert.ok(beginsWith(named([...loss, 0.4, 0.3]), head));
  });

  it('is not that of a run with other values, other names or fewer rows', () => {
    const head = headOf(named(loss));
    assert.ok(head);
    assert.equal(beginsWith(named([3, 2, NaN, 1, 0.6]), head), false);
    assert.equal(beginsWith(named(loss.slice(0, 4)), head), false);
    assert.equal(beginsWith(makeRun({ validation: loss }), head), false);
  });

  it('is none while a run is too short to be known again', () => {
    assert.equal(headOf(named([1, 2])), null);
  });
});
