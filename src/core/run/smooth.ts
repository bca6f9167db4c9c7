/** Ways to smooth a curve for the eye. */
export type Smoother = 'ema' | 'time-weighted' | 'running-mean' | 'gaussian';

/**
 * A curve smoothed for the eye, over the full data. `weight` is 0 (as it is) to below 1, and means about the same width
 * for all ways. Values that are not finite stay as they are and do not count. A new array.
 */
export function smooth(
  values: Float64Array,
  weight: number,
  smoother: Smoother = 'ema',
  xs: Float64Array | null = null,
): Float64Array {
  if (!(weight > 0) || isConstant(values)) return values.slice();
  switch (smoother) {
    case 'ema':
      return debiased(values, () => weight);
    case 'time-weighted':
      return timeWeighted(values, weight, xs);
    case 'running-mean':
      return boxed(values, Math.round(weight / (1 - weight)), 1);
    case 'gaussian':
      return gaussian(values, weight);
  }
}

/** A constant stays exactly what it is; rounding would make it a curve. */
function isConstant(values: Float64Array): boolean {
  const first = values[0];
  return values.every(value => value === first);
}

/**
 * TensorBoard's debiased exponential moving average, the weight of what came before given for each value.
 * Source: tensorboard/components/vz_line_chart2, `resmoothDataset`.
 */
function debiased(values: Float64Array, weightAt: (at: number) => number): Float64Array {
  const out = new Float64Array(values.length);
  let average = 0;
  let bias = 1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!Number.isFinite(value)) {
      out[at] = value;
      continue;
    }
    const weight = weightAt(at);
    average = weight * average + (1 - weight) * value;
    bias *= weight;
    out[at] = bias < 1 ? average / (1 - bias) : value;
  }
  return out;
}

/** Parts that the whole axis has: what W&B calls the viewport scale. */
const PARTS = 1000;

/**
 * A moving average whose weight fades with the distance on the x axis, not with the number of values: curves that were
 * logged at different rates are smoothed alike. Source: W&B, "Smooth line plots", time-weighted EMA.
 */
function timeWeighted(values: Float64Array, weight: number, xs: Float64Array | null): Float64Array {
  const span = xs === null ? values.length - 1 : xs[xs.length - 1]! - xs[0]!;
  const root = Math.min(Math.sqrt(weight), 0.999);
  const out = new Float64Array(values.length);
  let [sum, weights, last] = [0, 0, NaN];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!Number.isFinite(value)) {
      out[at] = value;
      continue;
    }
    const x = xs?.[at] ?? at;
    const distance = Number.isNaN(last) || !(span > 0) ? 0 : ((x - last) / span) * PARTS;
    const fade = root ** distance;
    sum = sum * fade + value;
    weights = weights * fade + 1;
    last = x;
    out[at] = sum / weights;
  }
  return out;
}

const PASSES = 3;

/**
 * A Gaussian with the variance of the moving average of that weight, as three running means one after the other.
 * Source: Wells 1986, Efficient synthesis of Gaussian filters by cascaded uniform filters.
 */
function gaussian(values: Float64Array, weight: number): Float64Array {
  const variance = weight / (1 - weight) ** 2;
  const radius = Math.round((Math.sqrt((12 * variance) / PASSES + 1) - 1) / 2);
  return boxed(values, radius, PASSES);
}

/** Means over `radius` values to either side, `passes` times; where values are missing or the curve ends, over those there are. */
function boxed(values: Float64Array, radius: number, passes: number): Float64Array {
  let sums: Float64Array = values.map(value => (Number.isFinite(value) ? value : 0));
  let weights: Float64Array = values.map(value => (Number.isFinite(value) ? 1 : 0));
  for (let pass = 0; pass < passes; pass++) {
    sums = boxSums(sums, radius);
    weights = boxSums(weights, radius);
  }
  return sums.map((sum, at) => {
    const value = values[at]!;
    return Number.isFinite(value) ? sum / weights[at]! : value;
  });
}

function boxSums(values: Float64Array, radius: number): Float64Array {
  const { length } = values;
  const out = new Float64Array(length);
  const width = 2 * radius + 1;
  let sum = 0;
  // Added up anew from time to time: sums that only slide gather rounding errors.
  for (let at = 0; at < length; at++) {
    if (at % 4096 === 0) {
      sum = 0;
      for (let i = Math.max(0, at - radius); i <= Math.min(length - 1, at + radius); i++) {
        sum += values[i]!;
      }
    } else {
      sum += (values[at + radius] ?? 0) - (values[at - radius - 1] ?? 0);
    }
    out[at] = sum / width;
  }
  return out;
}
