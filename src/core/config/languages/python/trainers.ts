import { wordsOf } from '../../words';
import type { SettingKind } from '../../setting';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words in the names of what trains: functions, classes, mappings. */
const TRAIN = set(
  'train trainer training fit learn learner runner finetune hyperparameters hparams sft dpo grpo orpo kto',
);
const BOOST = set('xgb xgboost lgb lgbm lightgbm cat catboost boost boosting gbm gbdt gbt ngb');
/** Estimators of scikit-learn whose `max_iter` counts epochs; in the others it limits a solver. */
const EPOCHAL = set('mlp sgd perceptron');

/** Input pipelines repeat their data for some epochs. */
const INPUT = /input|producer|queue|reader|loader|iterator|dataset|repeat|batch/i;

/** Whether something by these names trains, so that a general argument of it (`max_steps`, `n_estimators`) is the length. */
export function isTrainer(names: readonly string[], kind: SettingKind): boolean {
  const words = names.flatMap(name => wordsOf(name));
  // A federated training is counted in rounds as well.
  if (kind === 'boosting-rounds') return words.some(word => BOOST.has(word) || word === 'server');
  const epochal = kind === 'iterations' && words.some(word => EPOCHAL.has(word) || BOOST.has(word));
  return epochal || words.some(word => TRAIN.has(word));
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
