import assert from 'node:assert/strict';
import { madeRun, shownLinks } from './madeProject';

describe('links by names that a project gives', () => {
  it('follow the name that a config gives its runs', () => {
    const files = {
      'a.yaml': 'exp_name: baseline_small\nepochs: 30\n',
      'b.yaml': 'exp_name: baseline_large\nepochs: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('exp/baseline_large/log.csv', 30)]), [
      'b.yaml epochs=30 source derived-path: exp/baseline_large/log.csv',
    ]);
  });

  it('follow the name that a command gives its run', () => {
    const files = {
      'train.sh': 'python t.py --name facades --epochs 30\npython t.py --name maps_2 --epochs 40\n',
      'other.sh': 'python t.py --name maps_1 --epochs 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('checkpoints/facades/log.csv', 30)]), [
      'train.sh --epochs=30 source derived-path: checkpoints/facades/log.csv',
    ]);
  });

  it('follow a script to the module with the setting that it imports', () => {
    const files = {
      'src/config.py': 'EPOCHS = 30\n',
      'old/config.py': 'EPOCHS = 30\n',
      'src/train.py':
        'from .config import EPOCHS\nopen("../art/run.csv")\nfor e in range(EPOCHS):\n    pass\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('art/run.csv', 30)]), [
      'src/config.py EPOCHS=30 source named-together: art/run.csv',
    ]);
  });
});
