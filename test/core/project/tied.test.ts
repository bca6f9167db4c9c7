import assert from 'node:assert/strict';
import { madeRun, shownTies } from './madeProject';

describe('the evidence of a link', () => {
  it('is told by run, strongest first', () => {
    const files = {
      'train.py':
        'EPOCHS = 30\nlog = open("a/one.csv", "w")\nfor epoch in range(EPOCHS):\n    pass\n',
    };
    const runs = [madeRun('c/two.csv', 30, { plannedEpochs: 30 }), madeRun('a/one.csv', 30)];
    assert.deepEqual(shownTies(files, runs), [
      'train.py: literal-path a/one.csv; planned-epochs c/two.csv',
    ]);
  });
});
