import assert from 'node:assert/strict';
import type { ConfigSetting, SettingKind } from '../../../../src/core/config/setting';
import { plainly } from '../../../../src/core/report/say';
import { noRunsYet } from '../../../../src/core/report/sentences/priors';

function settingOf(key: string, kind: SettingKind = 'epochs'): ConfigSetting {
  return {
    kind,
    key,
    keyPath: null,
    keyStart: null,
    keyEnd: null,
    start: 0,
    end: 2,
    text: '10',
    value: 10,
    editable: true,
    primary: true,
    cell: null,
    source: null,
    governedBy: null,
    companions: [],
  };
}

const logIt =
  'Write the training and validation loss of each epoch to a file of this folder: a CSV, JSON Lines, or what the program prints.';

describe('a setting without runs', () => {
  it('says what to log and what is usual, called a prior, with its source', () => {
    assert.deepEqual(noRunsYet(settingOf('epochs'), plainly), [
      'No run of epochs was found yet.',
      logIt,
      'A prior, no evidence: fine-tuning a pretrained language model usually takes 2–4 epochs (Devlin et al. 2019).',
      'A prior, no evidence: training an image model from scratch usually takes 90–300 epochs (He et al. 2016, Touvron et al. 2021).',
    ]);
  });

  it('goes by its name and by what it counts', () => {
    const said = [settingOf('num_train_epochs'), settingOf('num_boost_round', 'boosting-rounds')];
    assert.deepEqual(
      said.map(setting => noRunsYet(setting, plainly).slice(2)),
      [
        [
          'A prior, no evidence: fine-tuning a pretrained language model usually takes 2–4 epochs (Devlin et al. 2019).',
        ],
        [
          'A prior, no evidence: gradient boosting with early stopping usually takes 100–1000 rounds (defaults of LightGBM and CatBoost).',
        ],
      ],
    );
  });

  it('knows ten kinds, by the words around the setting', () => {
    const told = (key: string, kind: SettingKind = 'epochs'): string | undefined =>
      noRunsYet(settingOf(key, kind), plainly)[2]?.replace('A prior, no evidence: ', '');
    assert.deepEqual(
      [
        'yolo.epochs',
        'unet.epochs',
        'n_epochs_decay',
        'bert.epochs',
        'pretrain.epochs',
        'tabnet.epochs',
      ].map(key => told(key)),
      [
        'training an object detector usually takes 12–36 epochs (1x and 3x schedules of Detectron2 and MMDetection).',
        'training a segmentation model usually takes 30–215 epochs (references of torchvision, 80k schedule of MMSegmentation).',
        'training a GAN for image translation usually takes 100–200 epochs (Isola et al. 2017, Zhu et al. 2017).',
        'fine-tuning a text classifier usually takes 2–10 epochs (Devlin et al. 2019, Liu et al. 2019).',
        'pre-training a language model usually takes 1–4 epochs (Hoffmann et al. 2022, Muennighoff et al. 2023).',
        'training a network on tables usually takes 50–200 epochs (Keras’ example on structured data, default of scikit-learn’s MLP).',
      ],
    );
    assert.equal(
      told('total_timesteps', 'steps'),
      'reinforcement learning in a simulator usually takes 1000000–10000000 steps (Schulman et al. 2017).',
    );
  });

  it('has no prior for steps', () => {
    assert.deepEqual(noRunsYet(settingOf('max_steps', 'steps'), plainly), [
      'No run of max_steps was found yet.',
      logIt,
    ]);
  });
});
