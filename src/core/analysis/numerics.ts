import { select } from './select';

/** Small statistics over finite numbers. Callers take NaN and infinities out first (see evaluations.ts). */

export type Numbers = ArrayLike<number>;

/** Curves longer than this are measured in ways that take time linear in their length and round differently in the last digit. */
export const LONG = 20_000;

/** Ascending copy. */
export function sorted(values: Numbers): Float64Array {
  return new Float64Array(values).sort();
}

/** The `q`-quantile (0–1) of ascending values, linear between neighbours; NaN of nothing. */
export function quantileSorted(ascending: Numbers, q: number): number {
  const n = ascending.length;
  if (n === 0) return NaN;
  const at = Math.min(Math.max(q, 0), 1) * (n - 1);
  const low = Math.floor(at);
  const below = ascending[low]!;
  const above = ascending[Math.min(low + 1, n - 1)]!;
  return below + (above - below) * (at - low);
}

/** The `q`-quantile (0–1) of values in any order; NaN of nothing. */
export function quantile(values: Numbers, q: number): number {
  return quantileInPlace(new Float64Array(values), q);
}

/** Up to so many values are sorted as fast as one of them is found. */
const FEW = 48;

/** The same; leaves the values in another order. */
export function quantileInPlace(values: Float64Array, q: number): number {
  return values.length > FEW ? selectedQuantile(values, q) : quantileSorted(values.sort(), q);
}

/** The same for many values: sorting a thousand of them takes longer than all else that is asked of a curve. */
function selectedQuantile(parted: Float64Array, q: number): number {
  const low = Math.floor(clamp(q, 0, 1) * (parted.length - 1));
  select(parted, low);
  let above = Infinity;
  for (let i = low + 1; i < parted.length; i++) if (parted[i]! < above) above = parted[i]!;
  const around = low + 1 < parted.length ? [parted[low]!, above] : [parted[low]!];
  return quantileSorted(around, clamp(q, 0, 1) * (parted.length - 1) - low);
}

/** NaN of nothing. */
export function median(values: Numbers): number {
  return quantile(values, 0.5);
}

/** NaN of nothing. */
export function mean(values: Numbers): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length > 0 ? sum / values.length : NaN;
}

/** Standard deviation of a sample; NaN of fewer than two. */
export function deviation(values: Numbers): number {
  if (values.length < 2) return NaN;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** Index of the smallest value in [from, to), the earliest on ties; -1 of nothing. */
export function argmin(values: Numbers, from = 0, to = values.length): number {
  let best = -1;
  for (let i = from; i < to; i++) if (best < 0 || values[i]! < values[best]!) best = i;
  return best;
}

/** Largest minus smallest value; 0 of nothing. */
export function spread(values: Numbers): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low ? high - low : 0;
}

/** Whether none is NaN or infinite; calling a function for each would take many times as long. */
export function areFinite(values: Numbers): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** Whether all are above zero. */
export function arePositive(values: Numbers): boolean {
  for (let i = 0; i < values.length; i++) if (!(values[i]! > 0)) return false;
  return true;
}

/** Index of the first of ascending values that is at least this; -1 where none is. */
export function firstFrom(ascending: Numbers, least: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! >= least) to = middle;
    else from = middle + 1;
  }
  return from < ascending.length ? from : -1;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
