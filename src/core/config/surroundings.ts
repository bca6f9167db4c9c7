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
    'criterion decay lora hidden augment seed layers',
);

/** Measured values: what stands beside an `epoch` in a log, not in a config. */
const MEASURED = set(
  'loss acc accuracy f1 auc map precision recall perplexity ppl bleu wer cer mae mse rmse score reward',
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

/** Whether a name is that of a measured value (`val_loss`). */
export function isMeasured(name: string): boolean {
  return MEASURED.has(wordsOf(name).at(-1) ?? '');
}
