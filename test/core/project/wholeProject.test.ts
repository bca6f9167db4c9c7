import assert from 'node:assert/strict';
import { configPaths } from '../../../src/core/project/wholeProject';
import { madeRun } from './madeProject';

describe('the files of a project that may tell what made its runs', () => {
  it('are those of the languages, with or without a setting, nearest to the root first', () => {
    const tree = ['a/b/train.py', 'a/model.py', 'config.yaml', 'notes.txt', 'settings.json'];
    assert.deepEqual(configPaths({ tree, runs: [] }), [
      'config.yaml',
      'settings.json',
      'a/model.py',
      'a/b/train.py',
    ]);
  });

  it('lie in no package and in no hidden folder but those that tell of trainings', () => {
    const tree = [
      '.github/workflows/ci.yml',
      '.hydra/config.yaml',
      '.vscode/launch.json',
      'env/lib/x.py',
      'node_modules/y/z.json',
    ];
    assert.deepEqual(configPaths({ tree, runs: [] }), [
      '.hydra/config.yaml',
      '.vscode/launch.json',
    ]);
  });

  it('are no logs, but for the one that repeats its plan', () => {
    const logs = ['out/metrics.json', 'out/trainer_state.json'];
    const { run } = madeRun('out/metrics.json', 10, { logs });
    assert.deepEqual(configPaths({ tree: logs, runs: [run] }), ['out/trainer_state.json']);
  });
});
