import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { twoGroups, unlike } from '../../../src/core/analysis/spreadOfRuns';

describe('twoGroups', () => {
  it('finds the two places at which runs have their best', () => {
    assert.deepEqual(twoGroups([12, 40, 11, 13, 42, 41, 39], 60), [
      { runs: 3, count: 12 },
      { runs: 4, count: 41 },
    ]);
  });

  it('finds none where the counts spread evenly, lie close together, or one stands alone', () => {
    assert.equal(twoGroups([10, 20, 30, 40, 50], 60), null);
    assert.equal(twoGroups([10, 11, 14, 15], 60), null);
    assert.equal(twoGroups([10, 11, 12, 50], 60), null);
  });

  it('finds none among three runs', () => {
    assert.equal(twoGroups([10, 10, 50], 60), null);
  });
});

describe('unlike', () => {
  it('names what lies far from the others', () => {
    assert.deepEqual(unlike([0.31, 0.3, 0.32, 0.9, 0.31], 0.05), [3]);
  });

  it('names nothing within the least distance that matters, and nothing where a third or more is far', () => {
    assert.deepEqual(unlike([0.31, 0.3, 0.32, 0.36, 0.31], 0.1), []);
    assert.deepEqual(unlike([1, 1, 1, 9, 9], 0.1), []);
  });

  it('makes nothing of identical runs', () => {
    assert.deepEqual(unlike([2, 2, 2, 2], 0), []);
  });
});
