import { countsAll } from './names';
import type { SettingKind } from './setting';
import { wordsOf } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A value below one of these belongs to a schedule, a search, a data set or an observer, not to the training's length. */
const ELSEWHERE = set(
  'scheduler schedulers sched schedule lr warmup decay annealing cosine terminate hyperband pruner asha checkpoint ' +
    'checkpoints checkpointing ckpt callback callbacks logger loggers logging hook hooks dataset datasets transform ' +
    'transforms augmentation augment sampler eval evaluate evaluation evaluator test testing inference predict prediction ' +
    'generate generation properties profiler rollout env environment swa ema early patience constraints ' +
    'rope plot visualization visualizer distillation attack rate predictor timesteps lbfgs ' +
    'bfgs newton umap tsne shuffle shuffled',
);

/** A value below one of these is about the training. */
const TRAINING = set(
  'train trainer training runner solver fit optim optimization hyperparameters hyperparams hparams hp learn learning ' +
    'finetune finetuning finetuner pretrain pretraining trainingarguments train_cfg sft rl boost boosting xgboost lightgbm lgbm ' +
    'catboost net xgb lgb gbm gbt gbdt',
);

/** Neighbours that only a training has. */
const COMPANY = set(
  'lr learning batch batchsize bs optimizer optim optimiser momentum warmup dropout weight adam adamw sgd gradient grad ' +
    'scheduler eta depth leaves subsample gamma boosting accumulation precision fp16 bf16 amp ddp gpus devices pretrained ' +
    'criterion decay lora hidden augment seed layers trainer hyperparameters hparams patience val',
);

/** Those of `COMPANY` that other things have as well: a simulation, a search, a circuit. */
const COMMON = set('seed depth layers hidden gpus devices precision gamma gradient weight val');

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

/** Below these a value is the training's again, whatever stands further out. */
const TRAINER = /^(?:trainer|training|train|hyperparameters|optimization|solver)$/i;

/** Whether one of the names around a value (ancestors from the outermost, callee) says it is not the total length; the nearest has the word. */
export function isElsewhere(names: readonly string[], kind?: SettingKind): boolean {
  for (const name of names.toReversed()) {
    const words = wordsIn([name]);
    if (words.some(word => ELSEWHERE.has(word))) return true;
    // Its steps take away noise; its epochs are those of any training.
    if (kind !== 'epochs' && words.includes('diffusion')) return true;
    if (TRAINER.test(name)) return false;
  }
  return false;
}

/** What only a boosting has beside its rounds, and words in the names of one. */
const BOOSTING = set(
  'learning eta shrinkage leaves leaf subsample colsample gamma boosting boost boosted',
);
const BOOSTED = set(
  'boost boosting boosted xgboost lightgbm catboost xgb lgb lgbm gbm gbt gbdt gbc gbr cat',
);

/** Whether names around or beside a value speak of boosting, and not of a forest. */
export function isBoosting(around: readonly string[], neighbours: readonly string[]): boolean {
  return (
    wordsIn(around).some(word => BOOSTED.has(word)) ||
    neighbours.some(name => wordsOf(name).some(word => BOOSTING.has(word)))
  );
}

/** Whether iterations are those of a solver (scikit-learn's linear models), by what stands beside them. */
export function isOfSolver(
  { kind }: { readonly kind: string },
  neighbours: readonly string[],
): boolean {
  return (
    kind === 'iterations' && neighbours.some(name => /^(?:solver|penalty|C|l1_ratio)$/.test(name))
  );
}

/** Parts of a model, which have steps and iterations of their own. */
const ARCHITECTURE = set(
  'combiner encoder decoder backbone neck head layer layers attention embedding embeddings arch architecture',
);

/** Whether a value stands in the description of a model's part. */
export function isArchitecture(names: readonly string[]): boolean {
  return wordsIn(names).some(word => ARCHITECTURE.has(word));
}

/** Whether what a command names, its program and flags, says that it trains. */
export function isTrainingCommand(names: readonly string[]): boolean {
  return isTraining(names) || neighbourhoodOf(names).telling > 0;
}

/** Whether one of the names around a value says that this is the training. */
export function isTraining(names: readonly string[]): boolean {
  return wordsIn(names).some(word => TRAINING.has(word));
}

/** What the names of one group say about every value in it. */
interface Neighbourhood {
  readonly company: number;
  /** How many of these only a training has. */
  readonly telling: number;
  readonly hasLearningRate: boolean;
  readonly isMeasured: boolean;
  readonly isPolicyUpdate: boolean;
  /** Whether episodes are counted, in batches of rollouts. */
  readonly areRollouts: boolean;
}

/** A mapping of more names is data: the first tell as much as all. */
const MOST_NAMES = 2000;
/** A file may hold thousands of values in one group: its names are looked at once. */
const known = new WeakMap<readonly string[], Neighbourhood>();

function neighbourhoodOf(names: readonly string[]): Neighbourhood {
  let found = known.get(names);
  if (found === undefined) {
    const near = names.slice(0, MOST_NAMES);
    const words = near.map(name => wordsOf(name));
    found = {
      company: words.filter(each => each.some(word => COMPANY.has(word))).length,
      telling: words.filter(each => each.some(word => COMPANY.has(word) && !COMMON.has(word)))
        .length,
      hasLearningRate: words.some(each =>
        /^(?:lr|lr_?0|lrate|base_lr|learning_rate|learn_rate)$/.test(each.join('_')),
      ),
      isMeasured: near.some(isMeasured),
      isPolicyUpdate: words.some(each => POLICY.has(each.join('_'))),
      areRollouts: isAmong('episodes', words) && isAmong('rollout', words),
    };
    known.set(names, found);
  }
  return found;
}

const isAmong = (word: string, names: readonly (readonly string[])[]): boolean =>
  names.some(words => words.includes(word));

/**
 * Whether names beside a value are such as only a training has, so that a general word means its length:
 * a learning rate, any two of them of which one is of nothing else, or four beside measured values, where `epoch` is usually the label of a row in a log.
 * The names of a group must not change once it was asked about.
 */
export function hasCompany(neighbours: readonly string[]): boolean {
  const { company, telling, hasLearningRate, isMeasured: measured } = neighbourhoodOf(neighbours);
  return measured ? company >= 4 : hasLearningRate || (company >= 2 && telling > 0);
}

/** Whether a learning rate stands beside a value, so that a general word means the training's length even among variables. */
export function isBesideLearningRate(neighbours: readonly string[]): boolean {
  return neighbourhoodOf(neighbours).hasLearningRate;
}

/**
 * Whether names beside or around a value are those of a policy update, so that its epochs are not the training's, as long
 * as its own name does not say that it counts all of them.
 */
export function isPolicyUpdate(
  name: string,
  neighbours: readonly string[],
  around: readonly string[],
): boolean {
  const { isPolicyUpdate: isUpdating, areRollouts } = neighbourhoodOf(neighbours);
  // Where episodes are counted, those end the training.
  if (areRollouts) return wordsOf(name).some(word => word.startsWith('epoch'));
  const isUpdate = isUpdating || wordsIn(around).includes('ppo');
  return isUpdate && !countsAll(name.slice(name.lastIndexOf('.') + 1));
}

/** Whether measured values stand beside a value, as in a row of a log. */
export function isBesideMeasures(neighbours: readonly string[]): boolean {
  return neighbourhoodOf(neighbours).isMeasured;
}

/** Whether a name is that of a measured value (`val_loss`). */
function isMeasured(name: string): boolean {
  return MEASURED.has(wordsOf(name).at(-1) ?? '');
}
