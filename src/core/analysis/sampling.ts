/**
 * Standard deviation of a share of `outOf` samples by which samples they happen to be, in the units of the value (percent where
 * it is above 1). 0 where the size of the set is not known. Source: the binomial √(p(1−p)/n), with p after Laplace's rule of
 * succession, so that all samples right are not thought certain.
 */
export function samplingDeviation(value: number, outOf: number | null): number {
  if (outOf === null || !(outOf > 0) || !(value >= 0 && value <= 100)) return 0;
  const whole = value > 1 ? 100 : 1;
  const p = ((value / whole) * outOf + 1) / (outOf + 2);
  return whole * Math.sqrt((p * (1 - p)) / outOf);
}
