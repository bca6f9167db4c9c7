import assert from 'node:assert/strict';
import { roleOfName, unitOfName } from '../../../src/core/log/axisName';

describe('roleOfName', () => {
  const rolesOf = (names: string): string[] => [...new Set(names.split('|').map(roleOfName))];

  it('knows the names of epochs, steps and clocks', () => {
    assert.deepEqual(rolesOf('epoch|Epoch|EPOCH|train/epoch|current_epoch'), ['epoch']);
    assert.deepEqual(
      rolesOf(
        'step|global_step|trainer/global_step|iter|Iteration|total timesteps|training_iteration|Progress/kimg',
      ),
      ['step'],
    );
    assert.deepEqual(rolesOf('Wall time|timestamp|elapsed_time|time_total_s'), ['time']);
  });

  it('takes every other name for a value, those with such a word in them included', () => {
    assert.deepEqual(
      rolesOf('loss|epochs|total/epochs|epoch_time|step_time|time|steps_per_second|bad_epochs'),
      ['value'],
    );
  });
});

describe('unitOfName', () => {
  it('says what a counter counts', () => {
    assert.deepEqual(['round', 'Iteration', 'iter', 'global_step', 'tree'].map(unitOfName), [
      'round',
      'iteration',
      'iteration',
      'step',
      'round',
    ]);
  });
});
