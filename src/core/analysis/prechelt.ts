import type { ReplayResult } from './analysis';
import { isShare, topOf } from './bounds';
import type { Facts } from './facts';
import { outcomeOf } from './outcome';
import { arePositive } from './numerics';

/** Evaluations in a strip: training progress and rises are judged at the end of each (Prechelt 1998, k = 5). */
const STRIP = 5;

/** Strips below which PQ and UP have nothing to compare. */
const FEWEST_STRIPS = 3;

/** One threshold of each family: UP 4 is among his best trade-offs, the other two stop about as fast. */
const GL = 5;
const PQ = 0.75;
const UP = 4;

/**
 * The criteria of Prechelt ("Early Stopping – But When?", 1998) on validation errors: GL stops when the error is so many
 * percent above its minimum, PQ when that exceeds the training progress of the strip, UP when it rose in so many strips in
 * a row. They need errors with a zero: losses that are positive, and what is missing to the top of a share.
 */
export function replayPrechelt({ all, curve, training }: Facts): ReplayResult[] {
  const errors = curve && errorsOf(curve.series, curve.points.values);
  if (!curve || !errors || errors.length < FEWEST_STRIPS * STRIP) return [];
  const progress = training ? trainingAt(curve.points.counts, training) : null;
  const stops = [
    { rule: `Prechelt GL ${GL}`, at: stopGl(errors) },
    ...(progress ? [{ rule: `Prechelt PQ ${PQ}`, at: stopPq(errors, progress) }] : []),
    { rule: `Prechelt UP ${UP}`, at: stopUp(errors) },
  ];
  return stops.flatMap(({ rule, at }) => {
    const stop = at < 0 ? -1 : all.indexOfRow(curve.points.rowAt(at));
    return outcomeOf(all, { rule, patience: null }, stop) ?? [];
  });
}

/** Null where there is no zero to measure from. */
function errorsOf(
  series: Parameters<typeof isShare>[0],
  values: Float64Array,
): Float64Array | null {
  const top = topOf(values);
  const errors = isShare(series) ? values.map(v => top - v) : values;
  const isError = isShare(series) || series.goal === 'min';
  return isError && arePositive(errors) ? errors : null;
}

/** Training losses at the counts of validation; null where they are no positive losses. */
function trainingAt(
  counts: Float64Array,
  { points, series }: NonNullable<Facts['training']>,
): Float64Array | null {
  if (series.goal !== 'min' || !arePositive(points.values)) return null;
  const losses = new Float64Array(counts.length);
  for (let i = 0, j = 0; i < counts.length; i++) {
    while (j < points.length - 1 && points.counts[j]! < counts[i]!) j++;
    losses[i] = points.values[j]!;
  }
  return losses;
}

/** GL(t) = 100 · (E(t) / min E − 1), of an error and the lowest by then. */
const generalisationLoss = (error: number, lowest: number): number => 100 * (error / lowest - 1);

function stopGl(errors: Float64Array): number {
  let lowest = Infinity;
  for (let at = 0; at < errors.length; at++) {
    lowest = Math.min(lowest, errors[at]!);
    if (generalisationLoss(errors[at]!, lowest) > GL) return at;
  }
  return -1;
}

/** GL(t) / P(t) at the ends of strips, P(t) = 1000 · (mean of training over the strip / its minimum − 1). */
function stopPq(errors: Float64Array, training: Float64Array): number {
  let lowest = Infinity;
  for (let end = STRIP - 1; end < errors.length; end += STRIP) {
    let [sum, least] = [0, Infinity];
    for (let at = end - STRIP + 1; at <= end; at++) {
      lowest = Math.min(lowest, errors[at]!);
      sum += training[at]!;
      least = Math.min(least, training[at]!);
    }
    const progress = 1000 * (sum / STRIP / least - 1);
    if (generalisationLoss(errors[end]!, lowest) > PQ * progress) return end;
  }
  return -1;
}

function stopUp(errors: Float64Array): number {
  let rises = 0;
  for (let end = 2 * STRIP - 1; end < errors.length; end += STRIP) {
    rises = errors[end]! > errors[end - STRIP]! ? rises + 1 : 0;
    if (rises >= UP) return end;
  }
  return -1;
}
