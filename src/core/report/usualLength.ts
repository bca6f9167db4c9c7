import type { ConfigSetting } from '../config/setting';

/** Kinds of training whose usual length is documented. */
export type TrainingKind =
  | 'boosting'
  | 'detection'
  | 'fine-tuning'
  | 'from-scratch'
  | 'gan'
  | 'language-model'
  | 'reinforcement'
  | 'segmentation'
  | 'tabular'
  | 'text-classification';

/** What is usual for a kind of training, before any run was seen: a prior, no evidence. */
export interface UsualLength {
  readonly kind: TrainingKind;
  readonly low: number;
  readonly high: number;
  readonly unit: 'epoch' | 'round' | 'step';
  readonly source: string;
}

/**
 * Ranges by kind; `source` is shown. Segmentation: 80,000 iterations of 8 on the 2,975 images of Cityscapes are 215 epochs.
 * Language models: one pass is compute-optimal while there is text, four are about as good. Reinforcement: a million steps
 * in simulated robotics, ten million (40 million frames) in Atari.
 */
const usual: Readonly<Record<TrainingKind, Omit<UsualLength, 'kind'>>> = {
  boosting: { low: 100, high: 1000, unit: 'round', source: 'defaults of LightGBM and CatBoost' },
  detection: {
    low: 12,
    high: 36,
    unit: 'epoch',
    source: '1x and 3x schedules of Detectron2 and MMDetection',
  },
  'fine-tuning': { low: 2, high: 4, unit: 'epoch', source: 'Devlin et al. 2019' },
  'from-scratch': {
    low: 90,
    high: 300,
    unit: 'epoch',
    source: 'He et al. 2016, Touvron et al. 2021',
  },
  gan: { low: 100, high: 200, unit: 'epoch', source: 'Isola et al. 2017, Zhu et al. 2017' },
  'language-model': {
    low: 1,
    high: 4,
    unit: 'epoch',
    source: 'Hoffmann et al. 2022, Muennighoff et al. 2023',
  },
  reinforcement: { low: 1e6, high: 1e7, unit: 'step', source: 'Schulman et al. 2017' },
  segmentation: {
    low: 30,
    high: 215,
    unit: 'epoch',
    source: 'references of torchvision, 80k schedule of MMSegmentation',
  },
  tabular: {
    low: 50,
    high: 200,
    unit: 'epoch',
    source: 'Keras’ example on structured data, default of scikit-learn’s MLP',
  },
  'text-classification': {
    low: 2,
    high: 10,
    unit: 'epoch',
    source: 'Devlin et al. 2019, Liu et al. 2019',
  },
};

/** What the names around a setting say of the training, the more special first. */
const named: readonly (readonly [RegExp, TrainingKind])[] = [
  [/(?:^|[^a-z])c?gan|cyclegan|pix2pix|n_epochs_decay|discriminator/, 'gan'],
  [/pre_?train(?!ed)|causal_?lm/, 'language-model'],
  [/text_?class|sentiment|glue|sst2|bert/, 'text-classification'],
  [/num_train_epochs|fine_?tun|\bsft\b|lora/, 'fine-tuning'],
  [/detect|yolo|rcnn|runner\./, 'detection'],
  [/segment|u_?net|deeplab|semseg/, 'segmentation'],
  [/tabular|tabnet|mlp/, 'tabular'],
];

/**
 * The usual lengths that may apply to a setting, the likeliest first: what its names say, else fine-tuning and training
 * from scratch. None for steps and iterations, whose number says nothing without the batch size; those of
 * reinforcement learning are steps in the environment.
 */
export function usualLengths({ kind, key, keyPath }: ConfigSetting): readonly UsualLength[] {
  switch (kind) {
    case 'boosting-rounds':
      return [usually('boosting')];
    case 'epochs':
      return ofEpochs(`${keyPath ?? ''} ${key}`.toLowerCase());
    case 'steps':
      return /timesteps/i.test(key) ? [usually('reinforcement')] : [];
    case 'iterations':
    case 'patience':
      return [];
  }
}

function ofEpochs(names: string): readonly UsualLength[] {
  const found = named.find(([words]) => words.test(names));
  return found ? [usually(found[1])] : [usually('fine-tuning'), usually('from-scratch')];
}

function usually(kind: TrainingKind): UsualLength {
  return { kind, ...usual[kind] };
}
