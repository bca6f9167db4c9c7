import type { ConfigSetting } from '../config/setting';

/** Kinds of training whose usual length is documented. */
export type TrainingKind = 'boosting' | 'fine-tuning' | 'detection' | 'from-scratch';

/** What is usual for a kind of training, before any run was seen: a prior, no evidence. Counts of epochs, or of rounds. */
export interface UsualLength {
  readonly kind: TrainingKind;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const usual: Readonly<Record<TrainingKind, UsualLength>> = {
  boosting: {
    kind: 'boosting',
    low: 100,
    high: 1000,
    source: 'defaults of LightGBM and CatBoost',
  },
  'fine-tuning': {
    kind: 'fine-tuning',
    low: 2,
    high: 4,
    source: 'Devlin et al. 2019',
  },
  detection: {
    kind: 'detection',
    low: 12,
    high: 36,
    source: '1x and 3x schedules of Detectron2 and MMDetection',
  },
  'from-scratch': {
    kind: 'from-scratch',
    low: 90,
    high: 300,
    source: 'He et al. 2016, Touvron et al. 2021',
  },
};

/**
 * The usual lengths that may apply to a setting, the likeliest first: what its names say, else fine-tuning and training
 * from scratch. None for steps and iterations, whose number says nothing without the batch size.
 */
export function usualLengths({ kind, key, keyPath }: ConfigSetting): readonly UsualLength[] {
  switch (kind) {
    case 'boosting-rounds':
      return [usual.boosting];
    case 'epochs':
      return ofEpochs(`${keyPath ?? ''} ${key}`.toLowerCase());
    case 'iterations':
    case 'steps':
    case 'patience':
      return [];
  }
}

function ofEpochs(names: string): readonly UsualLength[] {
  if (/num_train_epochs|fine_?tun|\bsft\b|lora/.test(names)) return [usual['fine-tuning']];
  if (/detect|yolo|rcnn|runner\./.test(names)) return [usual.detection];
  return [usual['fine-tuning'], usual['from-scratch']];
}
