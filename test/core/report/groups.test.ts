import assert from 'node:assert/strict';
import { groupRuns } from '../../../src/core/report/groups';
import { overfittingRun } from './syntheticRuns';

/** The names of the runs, group by group. */
function grouped(names: readonly string[]): string[][] {
  const groups = groupRuns(names.map(name => overfittingRun({ name })));
  return groups.map(group => group.runs.map(each => each.run.name));
}

describe('groups of runs', () => {
  it('hold what differs only by the number of a fold, seed or repetition', () => {
    assert.deepEqual(grouped(['cv/fold0.csv', 'cv/fold1.csv', 'run0/t.log', 'run7/t.log']), [
      ['cv/fold0.csv', 'cv/fold1.csv'],
      ['run0/t.log', 'run7/t.log'],
    ]);
    assert.deepEqual(grouped(['seed_42.jsonl', 'seed_1337.jsonl']), [
      ['seed_42.jsonl', 'seed_1337.jsonl'],
    ]);
  });

  it('hold the runs of one log', () => {
    assert.deepEqual(grouped(['train.log #1', 'train.log #2', 'train.log #3']), [
      ['train.log #1', 'train.log #2', 'train.log #3'],
    ]);
  });

  it('hold logs that are counted from 0 or 1', () => {
    assert.deepEqual(grouped(['log_1.txt', 'log_2.txt', 'log_3.txt']), [
      ['log_1.txt', 'log_2.txt', 'log_3.txt'],
    ]);
  });

  it('keep apart what a number chooses', () => {
    const names = [
      'resnet18.csv',
      'resnet50.csv',
      'lr_1.csv',
      'lr_2.csv',
      'batch16/log.txt',
      'batch32/log.txt',
      'drop0.1.csv',
      'drop0.2.csv',
      'version_0/metrics.csv',
      'version_1/metrics.csv',
    ];
    assert.deepEqual(
      grouped(names),
      names.map(name => [name]),
    );
  });

  it('keep apart the repetitions of different things', () => {
    assert.deepEqual(grouped(['a/fold1.csv', 'b/fold1.csv', 'a/fold2.csv', 'b/fold2.csv']), [
      ['a/fold1.csv', 'a/fold2.csv'],
      ['b/fold1.csv', 'b/fold2.csv'],
    ]);
  });

  it('keep apart what counts differently', () => {
    const epochs = overfittingRun({ name: 'fold1.csv' });
    const steps = overfittingRun({ name: 'fold2.csv', unit: 'step' });
    assert.equal(groupRuns([epochs, steps]).length, 2);
  });

  it('are named after what the names have in common', () => {
    const names = ['cv/fold1.csv', 'cv/fold2.csv', 'cv/fold10.csv'];
    const [group] = groupRuns(names.map(name => overfittingRun({ name })));
    assert.equal(group?.name, 'cv/fold*.csv');
  });
});
