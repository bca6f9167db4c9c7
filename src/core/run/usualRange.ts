import { lowerBound, type Points, upperBound } from './decimate';

/** As many values as tell where most of them lie. */
const MOST = 4096;
/** Share of the values left out at either end: as TensorBoard's "ignore outliers". */
const TAIL = 0.05;

/**
 * Where nine tenths of the finite values between `from` and `to` lie, from evenly chosen ones where there are many:
 * for the range of an axis only. `[NaN, NaN]` without any.
 */
export function usualRange(
  points: Points,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): readonly [number, number] {
  const first = from === null ? 0 : lowerBound(points, from);
  const end = to === null ? points.length : upperBound(points, to);
  const stride = Math.max(1, (end - first) / MOST);
  const seen: number[] = [];
  for (let at = first; at < end; at += stride) {
    const value = points.ys.at(Math.floor(at));
    if (Number.isFinite(value)) seen.push(value);
  }
  const values = Float64Array.from(seen).sort();
  const last = values.length - 1;
  return [values[Math.floor(TAIL * last)] ?? NaN, values[Math.ceil((1 - TAIL) * last)] ?? NaN];
}
