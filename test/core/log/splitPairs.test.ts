import assert from 'node:assert/strict';
import { hasSplitPair, withBareLosses } from '../../../src/core/log/splitPairs';

describe('hasSplitPair', () => {
  it('sees one quantity on the training set and on another one, whatever it is called', () => {
    assert.ok(hasSplitPair(['train/edge', 'val/edge']));
    assert.ok(hasSplitPair(['train', 'test']));
    assert.ok(!hasSplitPair(['train/edge', 'val/node']));
    assert.ok(!hasSplitPair(['train_time', 'val_time']));
    assert.ok(!hasSplitPair(['val/edge', 'test/edge']));
  });
});

describe('withBareLosses', () => {
  it('takes values for losses that stand under nothing but a split, where there are several', () => {
    assert.deepEqual(withBareLosses(['lr', 'train', 'vali']), [
      'lr',
      'train (loss)',
      'vali (loss)',
    ]);
    assert.deepEqual(withBareLosses(['train', 'loss']), ['train', 'loss']);
  });
});
