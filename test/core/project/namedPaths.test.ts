import assert from 'node:assert/strict';
import { linksOf, madeRun, shownLinks } from './madeProject';

const script = (more = '') =>
  `import x\nEPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n${more}`;

describe('links by names of files and folders', () => {
  it('follow the path of the log in the script', () => {
    const files = { 'a.py': script('df.to_csv("progress.csv")'), 'b.py': script() };
    assert.deepEqual(shownLinks(files, [madeRun('progress.csv', 30)]), [
      'a.py EPOCHS=30 source literal-path: progress.csv',
    ]);
  });

  it('follow the output folder in a config, from its own folder or from the root', () => {
    const files = {
      'configs/a.yaml': 'epochs: 30\noutput_dir: runs/a\n',
      'configs/b.json': '{"epochs": 30, "output_dir": "../runs/b"}',
    };
    assert.deepEqual(
      shownLinks(files, [madeRun('runs/a/log.csv', 30), madeRun('runs/b/log.csv', 30)]),
      [
        'configs/a.yaml epochs=30 source literal-path: runs/a/log.csv',
        'configs/b.json epochs=30 source literal-path: runs/b/log.csv',
      ],
    );
  });

  it('follow a pattern with placeholders', () => {
    const files = {
      'train.py': script("log = f'log/log_{args.net}_patch{args.patch}.csv'"),
      'other.py': script(),
    };
    assert.deepEqual(shownLinks(files, [madeRun('log/log_vit_patch4.csv', 30)]), [
      'train.py EPOCHS=30 source literal-path: log/log_vit_patch4.csv',
    ]);
  });

  it('follow names, joined paths and defaults to what the script says they are', () => {
    const sources = {
      'join.py': `LOG = "logs"\n${script('CSVLogger(os.path.join(LOG, "one.csv"))')}`,
      'slash.py': script('OUT = Path(__file__).parent / "out"\n(OUT / "two.csv").open("w")'),
      'format.py': script(
        'p.add_argument("--save-dir", default="runs")\nopen("{}/three.csv".format(args.save_dir))',
      ),
      'percent.py': script('name = "four"\nopen("res/%s.csv" % name)'),
      'plus.py': script('root = "exp/" + "x"\nopen(root + "/" + "five.csv")'),
      'loop.py': script('for seed in seeds:\n    open(f"runs/s{seed}/six.csv")'),
    };
    const logs = [
      'logs/one.csv',
      'out/two.csv',
      'runs/three.csv',
      'res/four.csv',
      'exp/x/five.csv',
    ];
    const runs = [...logs, 'runs/s12/six.csv'].map(log => madeRun(log, 30));
    assert.deepEqual(
      shownLinks(sources, runs),
      Object.keys(sources).map(
        (file, at) => `${file} EPOCHS=30 source literal-path: ${runs[at]!.run.name}`,
      ),
    );
  });

  it('tell scripts apart that write the same template with another default', () => {
    const writes = (model: string) =>
      script(`p.add_argument("--model", default="${model}")\nopen(f"results/{a.model}_log.csv")`);
    const files = { 'cnn.py': writes('cnn'), 'vit.py': writes('vit') };
    const runs = [madeRun('results/cnn_log.csv', 30), madeRun('results/vit_log.csv', 30)];
    assert.deepEqual(shownLinks(files, runs), [
      'cnn.py EPOCHS=30 source literal-path: results/cnn_log.csv',
      'vit.py EPOCHS=30 source literal-path: results/vit_log.csv',
    ]);
  });

  it('take in a script of several commands the setting of the one that writes the log', () => {
    const files = {
      'run.sh': [
        'OUT=runs/a',
        'python t.py --epochs 30 --out $OUT | tee $OUT/train.log',
        'python t.py --epochs 30 --size 2 \\',
        '  > runs/b.out',
      ].join('\n'),
    };
    const runs = [madeRun('runs/a/train.log', 30), madeRun('runs/b.out', 30)];
    const links = linksOf(files, runs).map(({ setting, runs: [first] }) => [
      files['run.sh'].slice(0, setting.start).split('\n').length,
      first?.run.name,
    ]);
    assert.deepEqual(links, [
      [2, 'runs/a/train.log'],
      [3, 'runs/b.out'],
    ]);
  });

  it('follow what a scheduler is told in the comments of a job script', () => {
    const files = {
      'job.slurm': '#!/bin/bash\n#SBATCH -o slurm-%j.out\nsrun python a.py --epochs 30\n',
      'b.py': script(),
    };
    assert.deepEqual(shownLinks(files, [madeRun('slurm-4815.out', 30)]), [
      'job.slurm --epochs=30 source literal-path: slurm-4815.out',
    ]);
  });

  it('count more than a record that has nothing but the number of another config', () => {
    const files = {
      'a.yaml': 'num_train_epochs: 3\noutput_dir: saves/a\nlogging_steps: 5\n',
      'b.yaml': 'num_train_epochs: 3\noutput_dir: saves/b\n',
      'saves/a/trainer_state.json': '{"num_train_epochs": 3, "logging_steps": 10}',
    };
    assert.deepEqual(shownLinks(files, [madeRun('saves/a/trainer_log.jsonl', 3)]), [
      'saves/a/trainer_state.json num_train_epochs=3 copy config-copy: saves/a/trainer_log.jsonl',
      'a.yaml num_train_epochs=3 source literal-path: saves/a/trainer_log.jsonl',
    ]);
  });

  it('hold where a training in steps ends with the rollout that reaches their number', () => {
    const files = { 'a.py': 'model.learn(total_timesteps=30)\nopen("runs/a.csv")\n' };
    const run = (steps: number) => madeRun('runs/a.csv', steps, { unit: 'step' });
    assert.match(shownLinks(files, [run(31)])[0] ?? '', /literal-path: runs/);
    assert.match(shownLinks(files, [run(45)])[0] ?? '', /other-length/);
  });

  it('follow a command that names the config and the log', () => {
    const files = {
      'configs/a.yaml': 'epochs: 30\n',
      'configs/b.yaml': 'epochs: 30\n',
      'run.sh':
        'python t.py -c configs/a.yaml > logs/1.log\npython t.py -c configs/b.yaml > logs/2.log\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('logs/1.log', 30), madeRun('logs/2.log', 30)]), [
      'configs/a.yaml epochs=30 source named-together: logs/1.log',
      'configs/b.yaml epochs=30 source named-together: logs/2.log',
    ]);
  });

  it('follow a stage of a pipeline from its parameters to what it writes', () => {
    const files = {
      'params.yaml': 'train:\n  epochs: 30\nfinetune:\n  epochs: 30\n',
      'dvc.yaml': [
        'stages:',
        '  train:',
        '    cmd: python train.py',
        '    params: [train.epochs]',
        '    plots: [reports/train.csv]',
        '  tune:',
        '    cmd: python tune.py',
        '    params:',
        '      - finetune',
        '    outs:',
        '      - reports/tune.csv',
      ].join('\n'),
    };
    const runs = [madeRun('reports/train.csv', 30), madeRun('reports/tune.csv', 30)];
    const links = linksOf(files, runs).map(({ setting, how, runs: [first] }) =>
      [setting.keyPath, how, first?.run.name].join(' '),
    );
    assert.deepEqual(links, [
      'train.epochs pipeline reports/train.csv',
      'finetune.epochs pipeline reports/tune.csv',
    ]);
  });

  it('fill in the values that a config refers to', () => {
    const files = {
      'a.yaml': 'name: first\nout: exp/${name}/${now:%Y}\nepochs: 30\n',
      'b.yaml': 'name: second\nout: exp/${name}/${now:%Y}\nepochs: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('exp/second/2023/log.csv', 30)]), [
      'b.yaml epochs=30 source literal-path: exp/second/2023/log.csv',
    ]);
  });

  it('do not take a folder for one that only begins like it, nor a general name for a script’s own', () => {
    const files = {
      'a.py': script('open(f"runs/big{seed}/log.csv")'),
      'b.py': script('open(os.path.join(args.out, "log.csv"))'),
    };
    assert.deepEqual(shownLinks(files, [madeRun('runs/small1/log.csv', 29)]), []);
  });

  it('do not take the path of the data or a column for an output folder', () => {
    const files = { 'a.py': script('columns = ["results", "x"]'), 'b.py': script() };
    assert.deepEqual(shownLinks(files, [madeRun('results/log.csv', 29)]), []);
  });

  it('follow a folder named after the config', () => {
    const files = { 'configs/resnet50.yaml': 'epochs: 30\n', 'configs/vit.yaml': 'epochs: 30\n' };
    assert.deepEqual(shownLinks(files, [madeRun('exp/resnet50_seed1/log.csv', 30)]), [
      'configs/resnet50.yaml epochs=30 source derived-path: exp/resnet50_seed1/log.csv',
    ]);
  });

  it('follow the tool’s usual folder beside the script that uses it', () => {
    const files = {
      'a/train.py': `import lightning as L\nL.Trainer(max_epochs=30)\n`,
      'b/train.py': `import lightning as L\nL.Trainer(max_epochs=30)\n`,
    };
    assert.deepEqual(shownLinks(files, [madeRun('a/lightning_logs/version_0/metrics.csv', 30)]), [
      'a/train.py max_epochs=30 source default-folder: a/lightning_logs/version_0/metrics.csv',
    ]);
  });
});
