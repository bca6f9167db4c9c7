import assert from 'node:assert/strict';
import type { FoundLog } from '../../../../src/core/project/find/foundLog';
import type { JudgedRun } from '../../../../src/core/project/judgedRun';
import { wayOf } from '../../../../src/extension/runs/runWay';

/** Where a run of this name stands, one of `count` in its log. */
function way(name: string, logs: readonly string[], count = 1): string {
  const judged = { run: { name, logs } } as unknown as JudgedRun;
  const log = { files: [], runs: Array(count).fill(judged) } as unknown as FoundLog;
  const { folder, name: called, isPlain } = wayOf(log, judged);
  return `${folder} | ${called}${isPlain ? ' (plain)' : ''}`;
}

describe('the way to a run', () => {
  it('is that of its log, whose name may say nothing beside the folder', () => {
    assert.equal(way('runs/a/train.log', ['runs/a/train.log']), 'runs/a | train.log (plain)');
    assert.equal(way('runs/resnet50.csv', ['runs/resnet50.csv']), 'runs | resnet50.csv');
    const both = ['runs/a/console.log', 'runs/a/training.csv'];
    assert.equal(way('runs/a/console.log', both), 'runs/a | console.log (plain)');
  });

  it('is that of its folder where it is put together of several files', () => {
    const events = ['runs/a/train/events.out.tfevents.1.h', 'runs/a/val/events.out.tfevents.1.h'];
    assert.equal(way('runs/a', events), 'runs | a');
  });

  it('is the experiment that a tracker names', () => {
    const metrics = ['mlruns/1/0123456789abcdef0123456789abcdef/metrics/loss'];
    assert.equal(way('mlruns/digits/baseline', metrics), 'mlruns/digits | baseline');
  });

  it('is the log itself where that holds many', () => {
    assert.equal(way('study.db trial 3', ['study.db'], 5), 'study.db | trial 3');
    assert.equal(way('runs/train.log #2', ['runs/train.log'], 2), 'runs | train.log #2');
  });
});
