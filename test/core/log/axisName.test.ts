import assert from 'node:assert/strict';
import { axisRank, roleOfName, unitOfName } from '../../../src/core/log/axisName';

describe('roleOfName', () => {
  const rolesOf = (names: string): string[] => [...new Set(names.split('|').map(roleOfName))];

  it('knows the names of epochs, steps and clocks', () => {
    assert.deepEqual(rolesOf('epoch|Epoch|EPOCH|train/epoch|current_epoch'), ['epoch']);
    assert.deepEqual(
      rolesOf(
        'step|global_step|trainer/global_step|iter|Iteration|total timesteps|training_iteration|Progress/kimg|Episode',
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

describe('axisRank', () => {
  it('puts all steps before the episode, and that before the steps of one', () => {
    const names = ['episodes', 'total_steps', 'steps', 'episode'];
    assert.deepEqual(
      names.sort((a, b) => axisRank(b) - axisRank(a)),
      ['total_steps', 'episode', 'steps', 'episodes'],
    );
  });
});
