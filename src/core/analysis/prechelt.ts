import type { ReplayResult } from './analysis';
import { isShare, topOf } from './bounds';
import type { Facts } from './facts';
import { outcomeOf } from './outcome';

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
  return isError && errors.every(error => error > 0) ? errors : null;
}

/** Training losses at the counts of validation; null where they are no positive losses. */
function trainingAt(
  counts: Float64Array,
  { points, series }: NonNullable<Facts['training']>,
): Float64Array | null {
  if (series.goal !== 'min' || !points.values.every(value => value > 0)) return null;
  let j = 0;
  return counts.map(count => {
    while (j < points.length - 1 && points.counts[j]! < count) j++;
    return points.values[j]!;
  });
}

/** GL(t) = 100 · (E(t) / min E − 1) at every evaluation. */
function generalisationLoss(errors: Float64Array): Float64Array {
  let lowest = Infinity;
  return errors.map(error => {
    lowest = Math.min(lowest, error);
    return 100 * (error / lowest - 1);
  });
}

function stopGl(errors: Float64Array): number {
  return generalisationLoss(errors).findIndex(loss => loss > GL);
}

/** GL(t) / P(t) at the ends of strips, P(t) = 1000 · (mean of training over the strip / its minimum − 1). */
function stopPq(errors: Float64Array, training: Float64Array): number {
  const losses = generalisationLoss(errors);
  for (let end = STRIP - 1; end < errors.length; end += STRIP) {
    const strip = training.subarray(end - STRIP + 1, end + 1);
    const mean = strip.reduce((sum, v) => sum + v, 0) / STRIP;
    const progress = 1000 * (mean / Math.min(...strip) - 1);
    if (losses[end]! > PQ * progress) return end;
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
