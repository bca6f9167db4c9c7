import assert from 'node:assert/strict';
import { yaml } from '../../../../src/core/config/languages/yaml';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(yaml, marked);
const shown = (text: string) =>
  yaml.read(text).settings.map(({ keyPath, value, primary }) => ({ keyPath, value, primary }));

describe('YAML settings', () => {
  it('stand at the number, not at the key, the anchor, the tag or the quotes', () => {
    totals('epochs: ‹10›\n');
    totals('Global:\n  epoch_num: &epoch_num ‹500›  # comment\n');
    totals('epochs: "‹10›"\n');
    totals("epochs: '‹10›'\r\nlr: 1\r\n");
    totals('a: {b: {max_epochs: ‹3›, x: 1}}\n');
    totals('n_timesteps: !!float ‹1e6›\n');
    totals('😀: 😀😀\nepochs: ‹10›\n');
  });

  it('know what their key is called from the root', () => {
    const [setting] = yaml.read('trainer:\n  fit:\n    - max_epochs: 5\n').settings;
    assert.deepEqual(setting, {
      kind: 'epochs',
      key: 'max_epochs',
      keyPath: 'trainer.fit[].max_epochs',
      keyStart: 22,
      keyEnd: 32,
      start: 34,
      end: 35,
      text: '5',
      value: 5,
      editable: true,
      primary: true,
      cell: null,
      source: null,
      governedBy: null,
      companions: [],
    });
  });

  it('are not found in schedules, callbacks, data sets, searches and warm-up', () => {
    totals('lr_scheduler:\n  init_args:\n    max_epochs: 10\n');
    totals('callbacks:\n  - epochs: 5\n');
    totals('train_dataset: {epochs: 3}\n');
    totals('early_terminate: {type: hyperband, max_iter: 27}\nparameters: {lr: {value: 1}}\n');
    totals('warmup_epochs: 5\nmin_epochs: 1\nsave_steps: 20\n');
    totals('parameters:\n  epochs: {min: 10, max: 20}\n  lr: {values: [1, 2]}\n');
  });

  it('take the value one level below where a tool puts it', () => {
    totals('parameters:\n  epochs:\n    value: ‹27›\n');
    totals('epochs: {desc: null, value: ‹12›}\n');
    totals('env:\n  - name: EPOCHS\n    value: "‹10›"\n');
    totals('epoch_counter: !new:speechbrain.EpochCounter\n  limit: ‹15›\n');
  });

  it('need company where the name is general', () => {
    totals('epoch: ‹10›\nlr: 0.1\nbatch_size: 4\n');
    totals('train:\n  total_iter: ‹400000›\n');
    totals('train:\n  steps: ‹2000›\n');
    totals('epoch: 1700000000\nhost: example\n');
    totals('steps: 5\nname: recipe\n');
    totals('- {epoch: 3, loss: 0.4, lr: 0.1}\n- {epoch: 4, loss: 0.3, lr: 0.1}\n');
  });

  it('are not the epochs of a policy update', () => {
    totals('CartPole:\n  n_timesteps: !!float ‹1e5›\n  n_epochs: 20\n  gae_lambda: 0.8\n');
    totals(
      'behaviors:\n  Walker:\n    trainer_type: ppo\n    hyperparameters:\n      num_epoch: 3\n' +
        '      lambd: 0.95\n    max_steps: ‹500000›\n',
    );
  });

  it('are known from the names of many tools', () => {
    totals('SOLVER:\n  MAX_ITER: ‹90000›\n  STEPS: (60000, 80000)\n  BASE_LR: 0.1\n');
    totals('step:\n  total_step: ‹900000›\n  log_step: 100\n  save_step: 1\n');
    totals('train_steps: ‹100000›\nvalid_steps: 100\nwarmup_steps: 8000\n');
    totals('epoch: ‹80›\nLearningRate:\n  schedulers:\n  - max_epochs: 96\nOptimizerBuilder: {}\n');
    totals('policies:\n- name: TEDPolicy\n  epochs: ‹100›\n- name: Other\n  epochs: ‹50›\n');
    totals('iters: ‹160000›\nbatch_size: 4\noptimizer: {type: sgd}\nlr_scheduler: {x: 1}\n');
  });

  it('name the one limit that governs', () => {
    totals('num_train_epochs: 3\nmax_steps: ‹1000›\nlearning_rate: 1\nbf16: true\n');
    totals('max_epochs: ‹10›\nmax_steps: -1\noptimizer: adam\nlr: 1\n');
    totals('max_train_epochs: ‹10›\nmax_train_steps: 1600\n');
    totals('num_steps: 128\ntotal_timesteps: ‹1000000›\nlearning_rate: 1\ngamma: 1\n');
  });

  it('are one where the model repeats the number of the trainer', () => {
    totals('trainer:\n  max_epochs: ‹50›\nmodel:\n  init_args:\n    max_epochs: 50\n');
  });

  it('are shown but not suggested on where the number is elsewhere', () => {
    assert.deepEqual(shown('a: &n 5\nepochs: *n\n'), [
      { keyPath: 'a', value: 5, primary: true },
      { keyPath: 'epochs', value: null, primary: false },
    ]);
    assert.deepEqual(shown('max_epochs: ${trainer.epochs}\n'), [
      { keyPath: 'max_epochs', value: null, primary: false },
    ]);
    assert.deepEqual(shown('limits:\n  max_epochs: !ref <epochs>\n'), [
      { keyPath: 'limits.max_epochs', value: null, primary: false },
    ]);
    assert.deepEqual(shown('max_epochs: null\n'), [
      { keyPath: 'max_epochs', value: null, primary: false },
    ]);
    assert.deepEqual(shown('epochs: 0\n'), [{ keyPath: 'epochs', value: 0, primary: false }]);
  });

  it('are found in several documents and in commands', () => {
    totals('epochs: ‹1›\n---\nepochs: ‹2›\n');
    totals('stages:\n  train:\n    cmd: python train.py --epochs ‹10› --lr 0.1\n');
    totals('run: |\n  pip install x\n  python train.py trainer.max_epochs=‹5›\n');
    totals('args: ["--epochs", "‹7›", "--lr=1"]\n');
    totals('cmd: python eval.py --epoch 10\n');
  });

  it('list a patience as what it is', () => {
    const [setting] = yaml.read('early_stopping:\n  patience: 3\n').settings;
    assert.deepEqual(
      [setting?.kind, setting?.value, setting?.primary, setting?.editable],
      ['patience', 3, false, true],
    );
    assert.deepEqual(shown('lr_scheduler: {patience: 3}\n'), []);
  });

  it('survive a syntax error in another place, and say where it is', () => {
    const { settings, problems } = yaml.read('epochs: 10\nlist: [1, 2\nother: {a: \n');
    assert.deepEqual(
      settings.map(setting => setting.text),
      ['10'],
    );
    assert.equal(problems[0]?.code, 'syntax');
  });

  it('are read from a large file by its blocks', () => {
    const filler = Array.from({ length: 20_000 }, (_, i) => `key_${i}: value ${i}\n`).join('');
    const { settings } = yaml.read(`${filler}train:\n  lr: 1\n  epochs: 12\n${filler}`);
    assert.deepEqual(
      settings.map(({ keyPath, start }) => ({ keyPath, start })),
      [{ keyPath: 'train.epochs', start: filler.length + 'train:\n  lr: 1\n  epochs: '.length }],
    );
  });

  it('are read as far as time allows from a file that is far too large', () => {
    const filler = Array.from({ length: 40_000 }, (_, i) => `step_${i}: [1, 2, 3]\n`).join('');
    const { settings, problems } = yaml.read(`${filler}epochs: 12\n`);
    assert.deepEqual(
      [settings.map(setting => setting.value), problems],
      [[12], [{ offset: 0, code: 'too-large' }]],
    );
  });

  it('end quickly on aliases that would grow, on cycles and on nesting', () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    totals(`a0: &a0 [1]\n${laughs.join('\n')}\nepochs: ‹3›\n`);
    totals('a: &a\n  b: *a\nepochs: ‹3›\n');
    const deep = yaml.read(`epochs: 12\nx: step ${'['.repeat(50_000)}\n`);
    assert.deepEqual(
      [deep.settings.map(setting => setting.value), deep.problems],
      [[12], [{ offset: 11, code: 'too-deep' }]],
    );
  });
});
