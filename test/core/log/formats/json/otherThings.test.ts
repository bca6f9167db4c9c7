import assert from 'node:assert/strict';
import { jsonDocument } from '../../../../../src/core/log/formats/jsonDocument';
import { recognizes } from '../reading';

describe('documents of other things than a training', () => {
  it('takes what larger models would give, and how a service is doing, for no training', () => {
    const size = { model_size: [1e6, 1e7, 1e8], loss: [3.5, 2.5, 1.5] };
    const service = { requests: [10, 12, 9], error_rate: [0.1, 0.3, 0.2] };
    for (const lists of [size, service])
      assert.equal(recognizes(jsonDocument, 'metrics.json', JSON.stringify(lists)), false);
  });

  it('takes a list of things with a score each for no history', () => {
    const items = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, fit_score: at / 3 }));
    assert.equal(recognizes(jsonDocument, 'history.json', JSON.stringify({ items })), false);
    const metrics = items.map(({ fit_score }) => ({ fit_score }));
    assert.equal(recognizes(jsonDocument, 'history.json', JSON.stringify({ metrics })), true);
  });

  it('takes rows told apart by what was chosen for no training', () => {
    const trials = [1, 2, 3].map(at => ({
      batch_size: 8 * at,
      dropout: at / 10,
      val_loss: 1 / at,
    }));
    assert.equal(recognizes(jsonDocument, 'search.json', JSON.stringify(trials)), false);
  });
});
