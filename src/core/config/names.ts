import type { SettingKind } from './setting';
import { wordsOf } from './words';

/**
 * What a name says about training length.
 * `sure`: the total by the name alone (`max_epochs`). `likely`: the total where its surroundings train something
 * (`max_steps`, `iterations`, `epoch`). `hint`: a length of something unknown (`adversarial_epochs`), which counts only where it is
 * seen to bound the training.
 */
export interface Meaning {
  readonly kind: SettingKind;
  readonly strength: 'sure' | 'likely' | 'hint';
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const UNITS = new Map<string, SettingKind>(
  Object.entries({
    epoch: 'epochs',
    epochs: 'epochs',
    epoches: 'epochs',
    step: 'steps',
    steps: 'steps',
    timesteps: 'steps',
    iter: 'iterations',
    iters: 'iterations',
    iteration: 'iterations',
    iterations: 'iterations',
    batches: 'iterations',
    update: 'iterations',
    updates: 'iterations',
    kimg: 'iterations', // thousands of images, as StyleGAN counts
    round: 'boosting-rounds',
    rounds: 'boosting-rounds',
    estimators: 'boosting-rounds',
    trees: 'boosting-rounds',
  } as const),
);

/** Words that count without changing what is counted. */
const COUNTING = set('n nb nr num nums numb number no of count cnt max maximum total tot how many');
/** Words that say it is the training that is counted. */
const TRAINING = set('train training trainer fit learning opt optim optimization');
/** Parts of a training that are trainings of their own. */
const PHASES = set(
  'pretrain pretraining finetune finetuning fine tune tuning retrain sft dpo distill',
);
/** Words of style: `default_epochs`, `global_epochs`, `epochs_to_train`. */
const FILLING = set(
  'the to for all full run default def global my hp hparam cfg config arg args param flag model',
);

/** With one of these it is a moment, an interval, a part or a size: never the total length. */
const OTHER = set(
  'warmup warm decay decays drop save saves saving log logs logging print display report eval evals evaluate ' +
    'evaluation val valid validation test testing checkpoint checkpoints ckpt snapshot every each per interval ' +
    'intervals freq frequency start starting begin initial init resume resumed last first best current cur now ' +
    'done so far min minimum milestone milestones cooldown mixup off close switch until before after since between ' +
    'patience delay freeze unfreeze frozen burn ppo inner local critic size length len repeat repeats time times ' +
    'seconds secs ms date timestamp unix index idx id offset ratio fraction frac percent lr scheduler schedule swa ' +
    'ema sync restart restarts cycle period rampup ramp anneal annealing profile plot vis dump name dir path file ' +
    'seed diffusion denoising denoise inference sampling sample unroll rollout env episode episodes trial trials ' +
    'fork slot block genesis activation accumulation accumulate grad gradient early stop stopping sgd noise attack ' +
    'search bo mc gibbs solver newton lbfgs refine callback elapsed remaining skip additional extra',
);

/** Whole names whose words would mislead. */
const WHOLE = new Map<string, Meaning | null>(
  Object.entries<Meaning | null>({
    end_epoch: { kind: 'epochs', strength: 'likely' },
    end_epochs: { kind: 'epochs', strength: 'likely' },
    stop_epoch: { kind: 'epochs', strength: 'hint' },
    train_samples: { kind: 'iterations', strength: 'hint' },
    n_steps: { kind: 'steps', strength: 'hint' }, // PPO's rollout
    step: null,
    round: null,
    update: null,
    updates: null,
    batches: null,
    trees: null,
    estimators: null,
    timesteps: null, // of a diffusion
    num_timesteps: null,
    num_train_timesteps: null,
    max_step: { kind: 'steps', strength: 'hint' },
    num_batches: null,
    total_updates: { kind: 'iterations', strength: 'hint' },
    total_num_update: null, // fairseq's schedule
    total_num_updates: null,
    model_epoch: null,
    model_step: null,
    epoch_number: null, // a counter
    epoch_count: { kind: 'epochs', strength: 'likely' }, // where pix2pix starts, the total elsewhere
    after_epochs: { kind: 'epochs', strength: 'sure' }, // Marian
    num_server_rounds: { kind: 'iterations', strength: 'sure' }, // of a federated training
    server_rounds: { kind: 'iterations', strength: 'sure' },
    max_duration: { kind: 'epochs', strength: 'hint' }, // Composer's, where its value has the unit
    cyc_len: { kind: 'epochs', strength: 'likely' }, // fastai 1
    timesteps_total: { kind: 'steps', strength: 'likely' },
    running_steps: { kind: 'steps', strength: 'sure' }, // XuanCe
    train_for_env_steps: { kind: 'steps', strength: 'sure' }, // Sample Factory
  }),
);

/** Parts that a name needs to mean anything here; most names of a file have none. */
const TELLING =
  /epoch|steps?|iter|round|estimators|trees|updates?|batches|kimg|samples|patience|stop|duration|cyc_len/i;

/** What a name means for the training length or its patience; null for everything else. */
export function meaningOf(name: string): Meaning | null {
  if (!TELLING.test(name)) return null;
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 7) return null;
  const whole = WHOLE.get(words.join('_'));
  return whole === undefined ? (patience(words) ?? boosting(words) ?? length(words)) : whole;
}

/** Whether a name says that it counts all there is: no policy update calls its own epochs so. */
export function countsAll(name: string): boolean {
  return wordsOf(name).some(word => /^(?:max|maximum|total)$/.test(word));
}

/** Whether a name says that it is a moment, an interval, a part or a size. */
export function isOther(name: string): boolean {
  return wordsOf(name).some(word => OTHER.has(word));
}

function length(words: readonly string[]): Meaning | null {
  const units = words.filter(word => UNITS.has(word));
  const [unit, ...more] = units;
  const kind = unit === undefined ? undefined : UNITS.get(unit);
  if (!unit || !kind || more.length > 0 || words.some(word => OTHER.has(word))) return null;
  const rest = words.filter(word => word !== unit);
  const known = rest.every(word => COUNTING.has(word) || TRAINING.has(word) || FILLING.has(word));
  if (known) return { kind, strength: isSure(unit, kind, rest) ? 'sure' : 'likely' };
  const phase = rest.every(word => COUNTING.has(word) || PHASES.has(word));
  return { kind, strength: phase ? 'likely' : 'hint' };
}

/** Whether the name alone says that the training is counted, and all of it. */
function isSure(unit: string, kind: SettingKind, rest: readonly string[]): boolean {
  if (kind === 'boosting-rounds' || unit.startsWith('update')) return false;
  if (rest.some(word => TRAINING.has(word)) || unit === 'timesteps') return true;
  if (kind === 'epochs') return unit !== 'epoch' || rest.some(word => COUNTING.has(word));
  return rest.includes('total');
}

function boosting(words: readonly string[]): Meaning | null {
  const boost = words.some(word => word === 'boost' || word === 'boosting');
  const unit = words.some(word => /^(rounds?|iterations?|iters?|trees)$/.test(word));
  if (!boost || !unit || words.some(word => OTHER.has(word))) return null;
  return { kind: 'boosting-rounds', strength: 'sure' };
}

/** Words that stand beside `patience` where it ends the training; `lr`, `plateau` and others make it another's. */
const PATIENCE = set(
  'patience early stopping stop es val valid validation max num n training train model epoch epochs ' +
    'round rounds steps iterations',
);

function patience(words: readonly string[]): Meaning | null {
  const stops = words.includes('early') && (words.includes('stopping') || words.includes('stop'));
  const waits = words.includes('patience') || (stops && words.some(word => /^rounds?$/.test(word)));
  // `patience_epochs` is the learning rate's in the scripts that write it so.
  if (!waits || words.join('_') === 'patience_epochs') return null;
  if (!words.every(word => PATIENCE.has(word))) return null;
  return { kind: 'patience', strength: 'sure' };
}
