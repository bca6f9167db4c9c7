import { wordsOf } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A value below one of these belongs to a schedule, a search, a data set or an observer, not to the training's length. */
const ELSEWHERE = set(
  'scheduler schedulers sched schedule lr warmup decay annealing cosine terminate hyperband pruner asha checkpoint ' +
    'checkpoints checkpointing ckpt callback callbacks logger loggers logging hook hooks dataset datasets transform ' +
    'transforms augmentation augment sampler eval evaluation evaluator test testing inference predict prediction ' +
    'generate generation properties profiler ppo rollout env environment swa ema early patience constraints ' +
    'rope plot visualization visualizer distillation attack diffusion',
);

/** A value below one of these is about the training. */
const TRAINING = set(
  'train trainer training runner solver fit optim optimization hyperparameters hyperparams hparams hp learn learning ' +
    'finetune finetuning finetuner pretrain pretraining trainingarguments train_cfg sft rl boosting xgboost lightgbm lgbm ' +
    'catboost net',
);

/** Neighbours that only a training has. */
const COMPANY = set(
  'lr learning batch batchsize bs optimizer optim optimiser momentum warmup dropout weight adam adamw sgd gradient grad ' +
    'scheduler eta depth leaves subsample gamma boosting accumulation precision fp16 bf16 amp ddp gpus devices pretrained ' +
    'criterion decay lora hidden augment seed layers trainer hyperparameters hparams',
);

/** Measured values: what stands beside an `epoch` in a log, not in a config. */
const MEASURED = set(
  'loss acc accuracy f1 auc map precision recall perplexity ppl bleu wer cer mae mse rmse score reward',
);

/** What only a policy update of reinforcement learning has: epochs beside them go over one rollout. */
const POLICY = set(
  'gae_lambda lambd clip_range clip_param clip_ratio clip_coef clip_epsilon ent_coef entropy_coef vf_coef ' +
    'value_coef target_kl num_minibatches n_minibatches nminibatches minibatches num_steps_per_env n_steps rollout_length ' +
    'kl_coeff kl_coef',
);

const wordsIn = (names: readonly string[]) =>
  names.flatMap(name => wordsOf(name.replace(/^.*[.:/]/, '')));

/** Whether one of the names around a value (ancestors, callee) says it is not the total length. */
export function isElsewhere(names: readonly string[]): boolean {
  return wordsIn(names).some(word => ELSEWHERE.has(word));
}

/** Whether one of the names around a value says that this is the training. */
export function isTraining(names: readonly string[]): boolean {
  return wordsIn(names).some(word => TRAINING.has(word));
}

/**
 * Whether names beside a value are such as only a training has, so that a general word means its length:
 * two of them, or four beside measured values, where `epoch` is usually the label of a row in a log.
 */
export function hasCompany(neighbours: readonly string[]): boolean {
  const met = neighbours.filter(name => wordsOf(name).some(word => COMPANY.has(word))).length;
  return met >= (neighbours.some(isMeasured) ? 4 : 2);
}

/** Whether names beside a value are those of a policy update, so that its epochs are not the training's. */
export function isPolicyUpdate(neighbours: readonly string[]): boolean {
  return neighbours.some(name => POLICY.has(wordsOf(name).join('_')));
}

/** Whether a name is that of a measured value (`val_loss`). */
export function isMeasured(name: string): boolean {
  return MEASURED.has(wordsOf(name).at(-1) ?? '');
}
