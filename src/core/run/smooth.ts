/**
 * TensorBoard's smoothing: a debiased exponential moving average over the full data. `weight` is 0 (as it is) to
 * below 1; values that are not finite stay as they are and do not count. A new array.
 * Source: tensorboard/components/vz_line_chart2, `resmoothDataset`.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const out = new Float64Array(values.length);
  if (!(weight > 0) || isConstant(values)) {
    out.set(values);
    return out;
  }
  let average = 0;
  let bias = 1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!Number.isFinite(value)) {
      out[at] = value;
      continue;
    }
    average = weight * average + (1 - weight) * value;
    bias *= weight;
    out[at] = average / (1 - bias);
  }
  return out;
}

/** A constant stays exactly what it is; rounding would make it a curve. */
function isConstant(values: Float64Array): boolean {
  const first = values[0];
  return values.every(value => value === first);
}
