import type { Split } from '../log/format';
import type { Track } from './track';

/** What the names and hints of a run's series say together, for those that say nothing themselves. */
interface Company {
  readonly train: ReadonlySet<string>;
  /** Those of the training that are printed without a step. */
  readonly trainedByEpoch: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
  /** Names of losses without a split: whatever stands beside them is of the training, as in Keras. */
  readonly plainLosses: ReadonlySet<string>;
  readonly losses: readonly Track[];
  /** Whether one of them is among names; asked once of each set. */
  readonly holdsPlainLoss: (names: ReadonlySet<string>) => boolean;
  /** Whether a value of a held-out set is among names. */
  readonly holdsHeld: (names: ReadonlySet<string>) => boolean;
  /** Whether a measure that only an evaluation has is among names. */
  readonly holdsEvaluation: (names: ReadonlySet<string>) => boolean;
  readonly nothingNamed: boolean;
  /** Whether a measure that only an evaluation has stands among them. */
  readonly evaluated: boolean;
  /** Whether the run counts the episodes of an agent: its score is a reward. */
  readonly ofEpisodes: boolean;
}

type Sets = Pick<Company, 'train' | 'held' | 'trainedByEpoch'>;

function isLoss(track: Track): boolean {
  const { kind, metric } = track.meaning;
  return kind === 'measure' && metric.includes('loss');
}

const isReward = (metric: string): boolean => /reward|return|win_rate/.test(metric);

const isHeldOut = (split: Split | null): boolean => split === 'validation' || split === 'test';
const isHeld = ({ meaning: { split } }: Track): boolean => isHeldOut(split);

const isEvaluated = ({ meaning: { evaluation, split } }: Track): boolean =>
  evaluation && split !== 'train';

/** Tells whether one of `wanted` is among names; each set of names is looked through once. */
function holder(wanted: ReadonlySet<string>): (names: ReadonlySet<string>) => boolean {
  const known = new Map<ReadonlySet<string>, boolean>();
  return names => {
    const holds = known.get(names) ?? [...wanted].some(name => names.has(name));
    known.set(names, holds);
    return holds;
  };
}

function companyOf(tracks: readonly Track[]): Omit<Company, 'ofEpisodes'> {
  const named = tracks.filter(track => track.meaning.kind === 'measure');
  const metrics = (of: (split: Split | null) => boolean): ReadonlySet<string> =>
    new Set(named.filter(track => of(track.meaning.split)).map(track => track.meaning.metric));
  const train = metrics(split => split === 'train');
  const held = metrics(isHeldOut);
  const summed = named.filter(track => track.meaning.split === 'train' && !countsSteps(track));
  const trainedByEpoch = new Set(summed.map(track => track.meaning.metric));
  const ofSets = { train, held, trainedByEpoch };
  const plain = named.filter(
    track => track.meaning.split === null && isLoss(track) && !isOther(track, ofSets),
  );
  const plainLosses = new Set(plain.map(track => track.name));
  const heldNames = new Set(named.filter(isHeld).map(track => track.name));
  return {
    train,
    trainedByEpoch,
    held,
    plainLosses,
    losses: plain,
    holdsPlainLoss: holder(plainLosses),
    holdsHeld: holder(heldNames),
    holdsEvaluation: holder(new Set(named.filter(isEvaluated).map(track => track.name))),
    nothingNamed: train.size + held.size === 0,
    evaluated: named.some(track => track.meaning.evaluation),
  };
}

function splitOf(track: Track, company: Company): Split | null {
  const { kind, metric, split } = track.meaning;
  if (kind === 'rate') return null;
  if (split !== null) return split;
  if (isLoss(track) && isOfTrainedBatches(track, company)) return 'train';
  const twinHeld = isTwin(metric, company.held);
  const twinTrain = isTwin(metric, company.train);
  if (twinHeld !== twinTrain) return twinHeld ? 'train' : 'validation';
  return ofTraining(track, company) ? 'train' : 'validation';
}

/** Whether a loss without a sign is that of another set than the one that has its twin. */
function isOther(track: Track, sets: Sets): boolean {
  const { metric } = track.meaning;
  if (isOfTrainedBatches(track, sets) || isTwin(metric, sets.held)) return false;
  return isTwin(metric, sets.train);
}

/** Whether a metric is among others; the log loss is the loss of what classifies. */
function isTwin(metric: string, others: ReadonlySet<string>): boolean {
  return others.has(metric) || (metric === 'logloss' && others.has('loss'));
}

/** Whether a loss is what a batch had, or what the batches of an epoch came to. */
function isOfTrainedBatches(track: Track, { trainedByEpoch }: Sets): boolean {
  if (isOfBatches(track) || isMean(track)) return true;
  return countsSteps(track) && trainedByEpoch.has(track.meaning.metric);
}

/** Whether a value is printed several times in an epoch, as those of batches are. */
function isOfBatches(track: Track): boolean {
  return 2 * track.standing.repeats >= track.count && track.count > 2;
}

/** Whether a value is printed with a step: beside one of the whole epoch it is what a batch had. */
function countsSteps(track: Track): boolean {
  return !Number.isNaN(track.standing.lastStep);
}

/** Whether a loss says that it is what the batches of an epoch came to. */
function isMean(track: Track): boolean {
  return /\b(?:avg|average|mean|running)\b|\b(?:epoch|total)[_ ]loss\b/i.test(track.name);
}

/** Whether a score stands in few of the lines of the loss beside it (`epoch 9 loss 0.5`, `epoch 10 loss 0.5 acc 0.7`): it is of an evaluation. */
function isRarer(track: Track, { losses }: Company): boolean {
  return losses.some(loss => {
    if (loss.count < 2 * track.count || !isAmong(track.rows.at(0), loss)) return false;
    return isAmong(track.rows.at(track.count - 1), loss);
  });
}

/** Whether a series has a value in a row. */
function isAmong(row: number, { rows, count }: Track): boolean {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.at(middle) < row) low = middle + 1;
    else high = middle;
  }
  return low < count && rows.at(low) === row;
}

/** Whether a value without a sign and without a twin is of the training. */
function ofTraining(track: Track, company: Company): boolean {
  const { kind, evaluation, goal } = track.meaning;
  if (evaluation || isOfEvaluation(track, company)) return false;
  if (isOfAgent(track, company) || isLoss(track)) return true;
  if (track.beside.some(names => company.holdsPlainLoss(names))) return !isRarer(track, company);
  if (kind === 'unknown') return !track.beside.some(names => company.holdsHeld(names));
  return isOfBatches(track) || (goal === 'min' && isAlone(company));
}

function isOfAgent({ meaning: { metric } }: Track, { ofEpisodes }: Company): boolean {
  return isReward(metric) || (ofEpisodes && /(?:^|_)score$/.test(metric));
}

/** Scores that a training prints too, but not beside those that only an evaluation has. */
function isOfEvaluation({ meaning, beside }: Track, company: Company): boolean {
  const mayBe = /precision|recall|f1/.test(meaning.metric);
  return mayBe && beside.some(names => company.holdsEvaluation(names));
}

/** Only errors that are printed alone are of the training; a score alone is an evaluation's, and so is what stands beside one. */
function isAlone({ nothingNamed, plainLosses, evaluated }: Company): boolean {
  return nothingNamed && plainLosses.size === 0 && !evaluated;
}

/**
 * The split of every series of a run, in order: what the log says, else what its company says (architecture.md,
 * "Split"): losses and rewards without a sign are of the training; the twin of a training value is of the
 * validation and the other way round; a lone held-out test set is what the run is judged by. `ofEpisodes`: the run
 * counts the episodes of an agent.
 */
export function splitsOf(tracks: readonly Track[], ofEpisodes = false): readonly (Split | null)[] {
  const company = { ...companyOf(tracks), ofEpisodes };
  const splits = tracks.map(track => splitOf(track, company));
  if (splits.includes('validation')) return splits;
  return splits.map(split => (split === 'test' ? 'validation' : split));
}
