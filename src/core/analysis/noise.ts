import { quantileInPlace, type Numbers } from './numerics';

/** 1.4826 · MAD estimates the standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Standard deviation of the jitter of a curve, in its own units, by the robust spread of its second differences,
 * which removes any trend (first differences below six points). 0 for fewer than three points.
 * A metric that moves in steps (accuracy over few samples) is at least as uncertain as half its smallest step.
 * Source: Gasser et al. 1986 in its robust form; measured on 1,164 curves its quartiles are 0.5, 1.9 and 5.4 % of the range.
 */
export function noiseOf(values: Numbers): number {
  const n = values.length;
  if (n < 3) return 0;
  const first = differences(values, new Float64Array(n - 1));
  const estimate =
    n < 6
      ? (MAD_TO_DEVIATION * medianAbsolute(first)) / Math.SQRT2
      : (MAD_TO_DEVIATION * medianAbsolute(differences(first, first))) / Math.sqrt(6);
  return estimate > 0 ? estimate : smallestStep(values) / 2;
}

/** v[i+1] − v[i], written to an array that may be `values` itself. */
function differences(values: Numbers, out: Float64Array): Float64Array {
  const count = values.length - 1;
  for (let i = 0; i < count; i++) out[i] = values[i + 1]! - values[i]!;
  return out.subarray(0, count);
}

/** Deviation around the median, as a curve of differences may have a drift left. Changes the values. */
function medianAbsolute(values: Float64Array): number {
  const centre = quantileInPlace(values, 0.5);
  for (let i = 0; i < values.length; i++) values[i] = Math.abs(values[i]! - centre);
  return quantileInPlace(values, 0.5);
}

function smallestStep(values: Numbers): number {
  let smallest = Infinity;
  for (let i = 1; i < values.length; i++) {
    const step = Math.abs(values[i]! - values[i - 1]!);
    if (step > 0 && step < smallest) smallest = step;
  }
  return Number.isFinite(smallest) ? smallest : 0;
}
