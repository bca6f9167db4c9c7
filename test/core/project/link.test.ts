import assert from 'node:assert/strict';
import { TextFacts } from '../../../src/core/project/evidence/textFacts';
import { linkInSteps } from '../../../src/core/project/link';
import { atOnce } from '../../../src/core/run/steps';
import { inputOf, linksOf, madeRun, shownLinks } from './madeProject';

const script = (more = '') =>
  `import x\nEPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n${more}`;

describe('links by a copy of the config', () => {
  it('tie the run to its record and to the source that says the same', () => {
    const files = {
      'train.py': 'model.train(data="d.yaml", epochs=30)\n',
      'args.yaml': 'task: segment\nepochs: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('results.csv', 30)]), [
      'args.yaml epochs=30 copy config-copy: results.csv',
      'train.py epochs=30 source config-copy: results.csv',
    ]);
  });

  it('find the file of a Hydra tree that the defaults lists name', () => {
    const files = {
      'configs/train.yaml': 'defaults:\n  - trainer: default\n  - experiment: null\n',
      'configs/trainer/default.yaml': 'max_epochs: 30\n',
      'configs/experiment/example.yaml': 'trainer:\n  max_epochs: 30\n',
      'outputs/.hydra/config.yaml': 'trainer:\n  max_epochs: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('outputs/csv/metrics.csv', 30)]), [
      'outputs/.hydra/config.yaml max_epochs=30 copy config-copy: outputs/csv/metrics.csv',
      'configs/trainer/default.yaml max_epochs=30 source config-copy: outputs/csv/metrics.csv',
    ]);
  });

  it('set a run aside whose config was edited since', () => {
    const files = {
      'params.yaml': 'train:\n  epochs: 50\n',
      'dvclive/params.yaml': 'train:\n  epochs: 30\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('dvclive/plots/metrics/loss.tsv', 30)]), [
      'dvclive/params.yaml epochs=30 copy config-copy: dvclive/plots/metrics/loss.tsv',
      'params.yaml epochs=50 source config-copy: – other-length dvclive/plots/metrics/loss.tsv',
    ]);
  });

  it('set a run aside that the command line gave another number, as Hydra’s overrides say', () => {
    const files = {
      'conf/config.yaml': 'defaults:\n  - trainer: default\n',
      'conf/trainer/default.yaml': 'max_epochs: 30\naccelerator: cpu\n',
      'outputs/a/.hydra/config.yaml': 'trainer:\n  max_epochs: 40\n  accelerator: cpu\n',
      'outputs/a/.hydra/overrides.yaml': '- trainer.max_epochs=40\n',
    };
    const run = [madeRun('outputs/a/train.log', 40)];
    assert.deepEqual(shownLinks(files, run), [
      'outputs/a/.hydra/config.yaml max_epochs=40 copy config-copy: outputs/a/train.log',
      'outputs/a/.hydra/overrides.yaml trainer.max_epochs=40 copy config-copy: outputs/a/train.log',
      'conf/trainer/default.yaml max_epochs=30 source config-copy: – other-length outputs/a/train.log',
    ]);
    const silent = { ...files, 'outputs/a/.hydra/overrides.yaml': '[]\n' };
    assert.equal(shownLinks(silent, run).length, 1);
  });

  it('tell configs apart that say the same number by what else the copy repeats', () => {
    const files = {
      'conf/small.yaml': 'max_epoch: 30\nencoder: conformer\nlayers: 6\n',
      'conf/large.yaml': 'max_epoch: 30\nencoder: transformer\nlayers: 12\n',
      'exp/a/config.yaml': 'max_epoch: 30\nencoder: conformer\nlayers: 6\nseed: 1\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('exp/a/train.log', 30)]), [
      'exp/a/config.yaml max_epoch=30 copy config-copy: exp/a/train.log',
      'conf/small.yaml max_epoch=30 source config-copy: exp/a/train.log',
    ]);
  });

  it('tell commands apart that say the same number by their other flags', () => {
    const files = {
      'a.sh': 'python t.py --name first --epochs 30\n',
      'b.sh': 'python t.py --name second --epochs 30\n',
      'runs/x/args.json': '{"name": "second", "epochs": 30}',
    };
    assert.deepEqual(
      shownLinks(files, [madeRun('runs/x/log.csv', 30)])[1],
      'b.sh --epochs=30 source config-copy: runs/x/log.csv',
    );
  });

  it('are found where a tool keeps logs and models apart', () => {
    const files = {
      'a.json': '{"name": "Lenet", "trainer": {"epochs": 30}}',
      'b.json': '{"name": "Resnet", "trainer": {"epochs": 30}}',
      'saved/models/Lenet/0101_12/config.json': '{"name": "Lenet", "trainer": {"epochs": 30}}',
    };
    assert.deepEqual(shownLinks(files, [madeRun('saved/log/Lenet/0101_12/info.log', 30)]), [
      'saved/models/Lenet/0101_12/config.json epochs=30 copy config-copy: saved/log/Lenet/0101_12/info.log',
      'a.json epochs=30 source config-copy: saved/log/Lenet/0101_12/info.log',
    ]);
  });

  it('take the nearest record, and the copy of a config under its own name', () => {
    const files = {
      'configs/a_model.py': 'runner = dict(type="x", max_epochs=12)\n',
      'work_dirs/a_model/a_model.py': 'runner = dict(type="x", max_epochs=12)\n',
      'work_dirs/b_model/b_model.py': 'runner = dict(type="x", max_epochs=24)\n',
    };
    const runs = [
      madeRun('work_dirs/a_model/2021.log.json', 12),
      madeRun('work_dirs/b_model/2021.log.json', 24),
    ];
    assert.deepEqual(shownLinks(files, runs), [
      'work_dirs/a_model/a_model.py max_epochs=12 copy config-copy: work_dirs/a_model/2021.log.json',
      'configs/a_model.py max_epochs=12 source config-copy: work_dirs/a_model/2021.log.json',
      'work_dirs/b_model/b_model.py max_epochs=24 copy config-copy: work_dirs/b_model/2021.log.json',
    ]);
  });
});

describe('links by the arguments in the log', () => {
  const flags = ['epochs', 'lr', 'batch-size', 'seed', 'model']
    .map(name => `parser.add_argument('--${name}', default=30)\n`)
    .join('');
  const parameters = new Map([
    ...(['epochs', 'lr', 'batch_size', 'seed', 'model'] as const).map(
      name => [name, '11'] as const,
    ),
  ]);

  it('hold even where the command line overrode the default', () => {
    const run = madeRun('exp/a/output.log', 11, { parameters, plannedEpochs: 11 });
    assert.deepEqual(shownLinks({ 'train.py': flags, 'other.py': script() }, [run]), [
      'train.py --epochs=30 source logged-arguments: exp/a/output.log',
    ]);
  });

  it('need more than a name that every script has', () => {
    const few = new Map([['epochs', '11']]);
    const run = madeRun('exp/a/output.log', 11, { parameters: few, plannedEpochs: 11 });
    assert.deepEqual(shownLinks({ 'train.py': flags, 'other.py': script() }, [run]), []);
  });
});

describe('links by numbers alone', () => {
  it('need the one setting that plans what the log plans', () => {
    const files = { 'a.yaml': 'epochs: 30\n', 'b.yaml': 'epochs: 40\n' };
    const run = madeRun('x.log', 20, { plannedEpochs: 30 });
    assert.deepEqual(shownLinks(files, [run]), ['a.yaml epochs=30 source planned-epochs: x.log']);
    assert.deepEqual(shownLinks({ ...files, 'c.yaml': 'epochs: 30\n' }, [run]), []);
  });

  it('tie all logs to the only setting, whether they ended early or not', () => {
    const runs = [madeRun('logs/a.csv', 30), madeRun('logs/b.csv', 12)];
    assert.deepEqual(shownLinks({ 'train.py': script() }, runs), [
      'train.py EPOCHS=30 source only-one: logs/a.csv logs/b.csv',
    ]);
  });

  it('are none where the numbers contradict', () => {
    const files = { 'train.py': script('TrainingArguments(output_dir="./results")') };
    assert.deepEqual(shownLinks(files, [madeRun('results/a.csv', 40)]), []);
    const planned = madeRun('results/a.csv', 20, { plannedEpochs: 40 });
    assert.deepEqual(shownLinks(files, [planned]), []);
  });

  it('are none for a log outside the folder of the only setting', () => {
    assert.deepEqual(shownLinks({ 'a/train.py': script() }, [madeRun('b/x.csv', 30)]), []);
  });
});

describe('a link', () => {
  it('carries the suggestion of its one run', () => {
    const run = madeRun('log.csv', 30);
    const [link] = linksOf({ 'train.py': script() }, [run]);
    assert.notEqual(run.analysis.suggestion, null);
    assert.deepEqual([link?.suggestion, link?.consensus], [run.analysis.suggestion, null]);
  });

  it('carries no suggestion of a run that is too noisy to tell', () => {
    const { run, analysis } = madeRun('log.csv', 30);
    const [link] = linksOf({ 'train.py': script() }, [
      { run, analysis: { ...analysis, state: 'noisy' } },
    ]);
    assert.deepEqual([link?.runs.length, link?.suggestion], [1, null]);
  });

  it('carries the consensus of several runs', () => {
    const [link] = linksOf({ 'train.py': script() }, [
      madeRun('logs/a.csv', 30),
      madeRun('logs/b.csv', 30),
    ]);
    const { consensus = null, suggestion = null } = link ?? {};
    assert.deepEqual([consensus?.runs, suggestion?.reason], [2, 'consensus']);
  });

  it('takes of two settings in one file the one with the run’s number', () => {
    const files = {
      'train.py': 'model.fit(x, epochs=10)\nmodel.fit(x, epochs=25)\nopen("x.csv")\n',
    };
    assert.deepEqual(shownLinks(files, [madeRun('x.csv', 25)]), [
      'train.py epochs=25 source literal-path: x.csv',
    ]);
    assert.deepEqual(shownLinks(files, [madeRun('x.csv', 7)]), []);
  });

  it('never takes a patience or a log’s own plan for a source', () => {
    const files = {
      'a.yaml': 'early_stopping:\n  patience: 5\n',
      'out/trainer_state.json': '{"num_train_epochs": 30, "max_steps": 100, "log_history": []}',
    };
    assert.deepEqual(shownLinks(files, [madeRun('out/trainer_state.json', 30)]), []);
  });
});

describe('links of a large project', () => {
  const parts = Array.from({ length: 40 }, (_, at) => `part${at}`);
  const files = Object.fromEntries(
    parts.flatMap(part => [
      [`${part}/config.yaml`, 'epochs: 30\n'],
      [`${part}/train.py`, "writer = open('out/curve.csv', 'w')\nEPOCHS = 30\n"],
      [`${part}/tracked/params.yaml`, 'max_epochs: 20\n'],
      [`${part}/tracked/run.py`, 'from dvclive import Live\n'],
    ]),
  );
  const runs = parts.flatMap(part => [
    madeRun(`${part}/out/curve.csv`, 30),
    madeRun(`${part}/tracked/dvclive/metrics.csv`, 12),
  ]);

  it('are found in every part by what lies in it, a file without settings among it', () => {
    const expected = parts.flatMap(part => [
      `${part}/train.py EPOCHS=30 source literal-path: ${part}/out/curve.csv`,
      `${part}/tracked/params.yaml max_epochs=20 source default-folder: ${part}/tracked/dvclive/metrics.csv`,
    ]);
    assert.deepEqual(shownLinks(files, runs), expected);
  });

  it('are found in more steps than there are files to read and runs to link', () => {
    const input = inputOf(files, runs);
    const steps = linkInSteps(input);
    let taken = 0;
    for (let step = steps.next(); step.done !== true; step = steps.next()) taken++;
    assert.ok(taken > input.files.length + runs.length, `${taken}`);
  });

  it('are the same when what the files say is known from the time before', () => {
    const input = inputOf(files, runs);
    const texts = new TextFacts();
    const first = atOnce(linkInSteps(input, texts));
    assert.deepEqual(atOnce(linkInSteps(input, texts)), first);
  });
});
