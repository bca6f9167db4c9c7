import assert from 'node:assert/strict';
import { scriptBlocks } from '../../../src/core/project/evidence/scriptPaths';
import { madeRun, shownLinks } from './madeProject';

const script = (more: string) => `EPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n${more}`;

describe('links by paths that a tool puts together', () => {
  it('follow a job by the name that a scheduler puts into its file', () => {
    const job = (name: string) =>
      `#!/bin/bash\n#SBATCH --job-name=${name}\n#SBATCH --output=logs/%x_%j.out\nsrun python a.py --epochs 30\n`;
    const files = { 'a.slurm': job('vit'), 'b.slurm': job('cnn') };
    assert.deepEqual(shownLinks(files, [madeRun('logs/cnn_4815.out', 30)]), [
      'b.slurm --epochs=30 source literal-path: logs/cnn_4815.out',
    ]);
  });

  it('follow the first commands of a script that has too many', () => {
    const command = (at: number) => `python a.py --epochs 30 --seed ${at} > logs/run${at}.log\n`;
    const found = scriptBlocks(Array.from({ length: 10_000 }, (_, at) => command(at)).join(''));
    const words = found.flatMap(({ paths }) => paths.map(({ text }) => text));
    assert.equal(words.includes('logs/run3000.log'), true);
    assert.equal(words.length <= 20_000, true);
  });

  it('follow a logger that is told a folder and a name in it', () => {
    const logs = (name: string) =>
      `logger = CSVLogger("logs", name="${name}")\ntrainer = Trainer(max_epochs=30, logger=logger)\n`;
    const files = { 'a.py': logs('mnist'), 'b.py': logs('cifar') };
    assert.deepEqual(shownLinks(files, [madeRun('logs/cifar/version_0/metrics.csv', 30)]), [
      'b.py max_epochs=30 source literal-path: logs/cifar/version_0/metrics.csv',
    ]);
  });

  it('follow a path that is filled in when the program runs', () => {
    const files = {
      'a.py': script('logger.add("logs/{time}.log")'),
      'b.py': script('logger.add("other/{time}.log")'),
    };
    assert.deepEqual(shownLinks(files, [madeRun('logs/2024-02-03.log', 30)]), [
      'a.py EPOCHS=30 source literal-path: logs/2024-02-03.log',
    ]);
  });

  it('follow the references of a config to its log', () => {
    const config = (name: string) =>
      `seed: 7\nout: !ref results/${name}/<seed>\ntrain_log: !ref <out>/train_log.txt\nnumber_of_epochs: 30\n`;
    const files = { 'a.yaml': config('crdnn'), 'b.yaml': config('wav2vec') };
    assert.deepEqual(shownLinks(files, [madeRun('results/wav2vec/7/train_log.txt', 30)]), [
      'b.yaml number_of_epochs=30 source literal-path: results/wav2vec/7/train_log.txt',
    ]);
  });

  it('follow a copy that says which config it was made of', () => {
    const files = {
      'conf/a.yaml': 'optim: adam\nmax_epoch: 30\n',
      'conf/b.yaml': 'optim: adam\nmax_epoch: 30\n',
      'exp/1/config.yaml': 'config: conf/b.yaml\noptim: adam\nmax_epoch: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('exp/1/train.log', 30)]), [
      'exp/1/config.yaml max_epoch=30 copy config-copy: exp/1/train.log',
      'conf/b.yaml max_epoch=30 source config-copy: exp/1/train.log',
    ]);
  });

  it('follow a command in quotes that is an item of a list', () => {
    const files = {
      'configs/a.cfg': '[training]\nmax_epochs = 30\n',
      'configs/b.cfg': '[training]\nmax_epochs = 30\n',
      'project.yml':
        'commands:\n  - name: train\n    script:\n      - "python -m spacy train configs/b.cfg > out/train.log"\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('out/train.log', 30)]), [
      'configs/b.cfg max_epochs=30 source named-together: out/train.log',
    ]);
  });
});
