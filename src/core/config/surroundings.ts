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

/** What the names of one group say about every value in it. */
interface Neighbourhood {
  readonly company: number;
  readonly isMeasured: boolean;
  readonly isPolicyUpdate: boolean;
}

/** A file may hold thousands of values in one group: its names are looked at once. */
const known = new WeakMap<readonly string[], Neighbourhood>();

function neighbourhoodOf(names: readonly string[]): Neighbourhood {
  let found = known.get(names);
  if (found === undefined) {
    const words = names.map(name => wordsOf(name));
    found = {
      company: words.filter(each => each.some(word => COMPANY.has(word))).length,
      isMeasured: names.some(isMeasured),
      isPolicyUpdate: words.some(each => POLICY.has(each.join('_'))),
    };
    known.set(names, found);
  }
  return found;
}

/**
 * Whether names beside a value are such as only a training has, so that a general word means its length:
 * two of them, or four beside measured values, where `epoch` is usually the label of a row in a log.
 * The names of a group must not change once it was asked about.
 */
export function hasCompany(neighbours: readonly string[]): boolean {
  const { company, isMeasured: measured } = neighbourhoodOf(neighbours);
  return company >= (measured ? 4 : 2);
}

/** Whether names beside a value are those of a policy update, so that its epochs are not the training's. */
export function isPolicyUpdate(neighbours: readonly string[]): boolean {
  return neighbourhoodOf(neighbours).isPolicyUpdate;
}

/** Whether measured values stand beside a value, as in a row of a log. */
export function isBesideMeasures(neighbours: readonly string[]): boolean {
  return neighbourhoodOf(neighbours).isMeasured;
}

/** Whether a name is that of a measured value (`val_loss`). */
function isMeasured(name: string): boolean {
  return MEASURED.has(wordsOf(name).at(-1) ?? '');
}
