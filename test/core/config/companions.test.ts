import assert from 'node:assert/strict';
import { companionText, writtenLike } from '../../../src/core/config/companions';
import { languageOf } from '../../../src/core/config/languages/index';
import type { ConfigSetting } from '../../../src/core/config/setting';

function settingsIn(name: string, text: string): readonly ConfigSetting[] {
  return languageOf(name)?.read(text).settings ?? [];
}

/** The companions of the first total of a text, as they are and as they would be for half the total. */
function companionsIn(name: string, text: string): readonly string[] {
  const total = settingsIn(name, text).find(setting => setting.primary);
  assert.ok(total && total.value !== null, text);
  const { value, companions } = total;
  return companions.map(each => {
    assert.equal(text.slice(each.start, each.end), each.text);
    return `${each.name}: ${each.text} → ${companionText(each, value, value / 2)}`;
  });
}

describe('numbers that change together with a total', () => {
  it('are the lengths of schedules that equal it', () => {
    assert.deepEqual(
      companionsIn('a.yaml', 'epochs: 200\nlr: 0.1\nscheduler:\n  T_max: 200\n  eta_min: 0\n'),
      ['scheduler.T_max: 200 → 100'],
    );
    assert.deepEqual(
      companionsIn(
        'a.py',
        'EPOCHS = 90\ns = CosineAnnealingLR(optimizer, 90)\nfor epoch in range(EPOCHS): f()\n',
      ),
      ['CosineAnnealingLR.T_max: 90 → 45'],
    );
    assert.deepEqual(
      companionsIn(
        'a.yaml',
        'trainer: {max_steps: 1000}\nsched:\n  total_steps: 1000\n  warmup_steps: 100\n',
      ),
      ['sched.total_steps: 1000 → 500'],
    );
  });

  it('are the milestones on the way to it, in proportion', () => {
    assert.deepEqual(
      companionsIn(
        'a.py',
        "train_cfg = dict(max_epochs=36)\nparam_scheduler = [dict(type='MultiStepLR', begin=0, end=36, milestones=[27, 33])]\n",
      ),
      ['param_scheduler.end: 36 → 18', 'param_scheduler.milestones: [27, 33] → [14, 17]'],
    );
    assert.deepEqual(
      companionsIn(
        'y.cfg',
        '[net]\nlearning_rate=0.1\nmax_batches = 500000\nsteps=400000,450000\n',
      ),
      ['net.steps: 400000,450000 → 200000,225000'],
    );
    assert.deepEqual(
      companionsIn(
        'd.yaml',
        'SOLVER:\n  MAX_ITER: 90000\n  STEPS: (60000, 80000)\n  BASE_LR: 0.1\n',
      ),
      ['SOLVER.STEPS: (60000, 80000) → (30000, 40000)'],
    );
    assert.deepEqual(
      companionsIn('a.toml', 'epochs = 100\nlr = 0.1\n[scheduler]\nmilestones = [50, 80]\n'),
      ['scheduler.milestones: 50 → 25', 'scheduler.milestones: 80 → 40'],
    );
  });

  it('are its second copy outside the trainer', () => {
    assert.deepEqual(
      companionsIn(
        'c.yaml',
        'trainer:\n  max_epochs: 50\nmodel:\n  init_args:\n    max_epochs: 50\n',
      ),
      ['model.init_args.max_epochs: 50 → 25'],
    );
  });

  it('are nothing that only happens to be there', () => {
    for (const text of [
      'epochs: 200\nlr: 0.1\nwidth: 200\nsizes: [50, 100]\n',
      'epochs: 200\nlr: 0.1\nscheduler: {step_size: 30, warmup_epochs: 5}\n',
      'epochs: 20\nlr: 0.1\nscheduler: {milestones: [30000, 60000]}\n',
      'epochs: 20\nlr: 0.1\nscheduler: {milestones: [1, 2]}\n',
      'a: {epochs: 20}\nb: {epochs: 30}\nscheduler: {milestones: [10, 15]}\n',
    ])
      assert.deepEqual(companionsIn('a.yaml', text), [], text);
  });

  it('keep the type that they are written in', () => {
    assert.equal(writtenLike('100.0', 34), '34.0');
    assert.equal(writtenLike('1e5', 34), '34');
    assert.equal(writtenLike('10_000', 34), '34');
  });
});

describe('a limit that does not end the training', () => {
  const governing = (name: string, text: string) =>
    settingsIn(name, text).map(({ key, governedBy }) => `${key} ← ${governedBy?.name ?? '–'}`);

  it('says which one does', () => {
    assert.deepEqual(governing('a.yaml', 'trainer:\n  max_epochs: 10\n  max_steps: -1\n'), [
      'max_epochs ← –',
      'max_steps ← trainer.max_epochs',
    ]);
    assert.deepEqual(governing('a.yaml', 'num_train_epochs: 3\nmax_steps: 500\nlr: 1\n'), [
      'num_train_epochs ← max_steps',
      'max_steps ← –',
    ]);
    assert.deepEqual(governing('a.py', 'TrainingArguments(num_train_epochs=3, max_steps=0)\n'), [
      'num_train_epochs ← –',
      'max_steps ← num_train_epochs',
    ]);
    assert.deepEqual(governing('a.yaml', 'epochs: 0\nlr: 0.1\n'), ['epochs ← –']);
  });
});

describe('a setting that only names its number', () => {
  const sources = (name: string, text: string) =>
    settingsIn(name, text).flatMap(({ key, source }) =>
      source ? [`${key} ← ${source.name}: ${text.slice(source.start, source.end)}`] : [],
    );

  it('says where the number stands', () => {
    assert.deepEqual(sources('a.yaml', 'n: &n 30\ntrainer:\n  max_epochs: *n\n'), [
      'max_epochs ← n: 30',
    ]);
    assert.deepEqual(
      sources('a.yaml', 'run: {epochs: 7}\ntrainer:\n  max_epochs: ${run.epochs}\n'),
      ['max_epochs ← run.epochs: 7'],
    );
    assert.deepEqual(
      sources(
        'a.py',
        "p.add_argument('--epochs', default=9)\na = p.parse_args()\nm.fit(x, epochs=a.epochs)\n",
      ),
      ['epochs ← --epochs: 9'],
    );
    assert.deepEqual(sources('a.sh', 'n=30\npython train.py --epochs $n\n'), ['--epochs ← n: 30']);
    assert.deepEqual(sources('a.js', 'const N = 30;\nawait model.fit(x, y, {epochs: N});\n'), [
      'epochs ← N: 30',
    ]);
  });
});
