import { wordsOf } from '../../words';
import type { SettingKind } from '../../setting';

/** Callees and owners whose general arguments (`max_steps`, `n_estimators`) are the training's length. */
const TRAINERS: Readonly<Record<SettingKind, RegExp>> = {
  epochs: /train|fit|learn|runner|finetune|fine_tune|config|args|hyper|hparams|solver|opt/i,
  steps: /train|fit|learn|runner|config|hyper|hparams|solver|estimator/i,
  iterations:
    /train|fit|learn|runner|config|hyper|hparams|solver|catboost|MLP|SGDClassifier|SGDRegressor/i,
  'boosting-rounds': /xgb|lgb|lightgbm|catboost|boost|ngboost/i,
  patience: /stop/i,
};

/** Input pipelines repeat their data for some epochs. */
const INPUT = /input|producer|queue|reader|loader|iterator|dataset|repeat|batch/i;

/** Whether something by these names trains, so that a general argument of it is the length. */
export function isTrainer(names: readonly string[], kind: SettingKind): boolean {
  return names.some(name => TRAINERS[kind].test(name));
}

/** Whether something by these names feeds data in. */
export function isInput(names: readonly string[]): boolean {
  return names.some(name => INPUT.test(name));
}

/** Whether a name says that it bounds something (`max_iters`, `NUM_STEPS`, `EPOCH`), where `epoch` may also count. */
export function boundsByName(name: string): boolean {
  const words = wordsOf(name.slice(name.lastIndexOf('.') + 1));
  const counts = words.some(word => /^(?:max|maximum|total|num|n|end|nb)$/.test(word));
  return counts || /^[A-Z_]{4,}$/.test(name);
}
