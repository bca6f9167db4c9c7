import assert from 'node:assert/strict';
import { splitOfFile, stemOf } from '../../../src/core/log/fileName';
import { placeOf } from '../../../src/core/log/folders';
import { looksLikeLogName, mayBeLog } from '../../../src/core/log/logName';
import { isSettingsOfRun, plannedIn } from '../../../src/core/log/plannedIn';

describe('splitOfFile', () => {
  it('takes the split from a file that is named after it, else from its folder', () => {
    const files: readonly (readonly [string, string | null])[] = [
      ['train_loss.csv', 'train'],
      ['a/val_metrics.csv', 'validation'],
      ['learn_error.tsv', 'train'],
      ['test_error.tsv', 'test'],
      ['run/train/loss.tsv', 'train'],
      ['run/eval/loss.tsv', 'validation'],
      ['dvclive/plots/metrics/eval/loss.tsv', 'validation'],
      ['log.csv', null],
    ];
    for (const [path, split] of files) assert.equal(splitOfFile(path), split, path);
  });

  it('takes none from a name that means the whole training', () => {
    const whole = [
      'training_log.csv',
      'train.log',
      'training_progress_scores.csv',
      'train_history.json',
    ];
    assert.deepEqual(
      whole.filter(path => splitOfFile(path) !== null),
      [],
    );
    assert.deepEqual([stemOf('a/b.c/train.log.1'), stemOf('.hidden')], ['train', '.hidden']);
  });
});

describe('placeOf', () => {
  it('knows the folder of the run behind saved states, splits and DVCLive', () => {
    const places: readonly (readonly [string, string])[] = [
      ['out/checkpoint-500/trainer_state.json', 'out'],
      ['checkpoint-500/trainer_state.json', ''],
      ['runs/a/train/log.csv', 'runs/a'],
      ['x/dvclive/plots/metrics/eval/loss.tsv', 'x/dvclive'],
      ['runs/a/log.csv', 'runs/a'],
      ['log.csv', ''],
    ];
    for (const [path, run] of places) assert.equal(placeOf(path).run, run, path);
  });
});

describe('looksLikeLogName', () => {
  it('knows the names that logs have, and those they never have', () => {
    const logs = [
      'training.log',
      'log.csv',
      'a/metrics.jsonl',
      'trainer_state.json',
      'results.csv',
      'nohup.out',
      'train_log.txt',
      'mlflow.db',
      'trackio/digits.db',
      'evaluations.npz',
      'mlruns/0/0123456789abcdef0123456789abcdef/metrics/val/f1',
    ];
    const others = [
      'train.py',
      'package.json',
      'model.pth',
      'README.md',
      'config.yaml',
      'weather.csv',
      'loss.png',
      'digits.db',
      'mlflow.db-wal',
      'train.npz',
      'mlruns/0/0123456789abcdef0123456789abcdef/metrics/system/cpu',
      'mlruns/0/0123456789abcdef0123456789abcdef/params/lr',
    ];
    assert.deepEqual([...logs, ...others].filter(looksLikeLogName), logs);
    assert.deepEqual(['weather.csv', 'train.py', '.hidden', 'log'].map(mayBeLog), [
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('plannedIn', () => {
  it('finds the planned epochs in the settings beside a log', () => {
    assert.deepEqual(plannedIn('{"lr": 0.1, "epochs": 100, "seed": 7}'), {
      count: 100,
      unit: 'epoch',
    });
    assert.deepEqual(plannedIn('task: detect\nepochs: 10\nbatch: 16\n'), {
      count: 10,
      unit: 'epoch',
    });
    assert.deepEqual(plannedIn('{"meta":{"iteration_count":100}}'), { count: 100, unit: 'round' });
  });

  it('finds none where there is none, or two that differ', () => {
    assert.deepEqual(
      ['', 'epochs: many', 'warmup_epochs: 3', 'epochs: 3\nmax_epochs: 5', 'epochs: 0'].map(
        plannedIn,
      ),
      [null, null, null, null, null],
    );
  });

  it('knows the files that programs write settings to', () => {
    const paths = ['a/args.yaml', 'hyperparams.json', 'hparams.yaml', 'config.json', 'opt.yaml'];
    assert.deepEqual([...paths, 'metrics.json', 'train.yaml.txt'].filter(isSettingsOfRun), paths);
  });
});
