import assert from 'node:assert/strict';
import { LogPlaces } from '../../../src/core/project/logPlaces';
import { joined } from '../../../src/core/project/paths';
import { homeOf } from '../../../src/core/project/runHome';
import { isRunRecord, recordHome } from '../../../src/core/project/runRecord';

describe('run records', () => {
  const logs = new LogPlaces(['runs/exp1/metrics.csv', 'train.log', 'experiments/a/log.csv']);

  it('are the files that only tools write', () => {
    for (const path of [
      'outputs/2024-01-01/12-00-00/.hydra/config.yaml',
      'dvclive/params.yaml',
      'wandb/run-1/files/config.yaml',
      'vis_data/config.py',
      'dvc.lock',
    ]) {
      assert.equal(isRunRecord(path, new LogPlaces([])), true, path);
    }
  });

  it('are configs beside or above a log in a folder that trainings write into', () => {
    assert.equal(isRunRecord('runs/exp1/config.yaml', logs), true);
    assert.equal(isRunRecord('runs/exp1/hparams.yaml', logs), true);
    assert.equal(isRunRecord('runs/exp2/config.yaml', logs), false);
  });

  it('are no configs that people write', () => {
    for (const path of ['config.yaml', 'params.yaml', 'train.py', 'experiments/a/config.yaml']) {
      assert.equal(isRunRecord(path, logs), false, path);
    }
  });

  it('are about the folder of the run, not about the one they hide in', () => {
    assert.equal(recordHome('out/.hydra/config.yaml'), 'out');
    assert.equal(recordHome('wandb/run-1/files/config.yaml'), 'wandb/run-1');
    assert.equal(recordHome('args.yaml'), '');
  });
});

describe('the folder of a run', () => {
  it('is that of its log without the parts that tools make inside', () => {
    assert.equal(homeOf('out/checkpoint-820/trainer_state.json'), 'out');
    assert.equal(homeOf('dvclive/plots/metrics/train/loss.tsv'), 'dvclive');
    assert.equal(homeOf('a/lightning_logs/version_0/metrics.csv'), 'a/lightning_logs/version_0');
    assert.equal(homeOf('train.log'), '');
    assert.equal(homeOf('logs/train.log'), 'logs');
  });
});

describe('a path written in a file', () => {
  it('counts from the folder of the file, and may not lead out of the project', () => {
    assert.equal(joined('configs/a', '../runs/./x'), 'configs/runs/x');
    assert.equal(joined('', './runs/x/'), 'runs/x');
    assert.equal(joined('a', '..\\b'), 'b');
    assert.equal(joined('a', '../../b'), null);
  });
});
