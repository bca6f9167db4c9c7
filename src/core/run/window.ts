import type { Curve } from './curve';
import { decimate, lowerBound, upperBound } from './decimate';

/** What of a curve is asked for: null is the curve's own end. `width` in device pixels. */
export interface WindowRange {
  readonly from: number | null;
  readonly to: number | null;
  readonly width: number;
  /** On a logarithmic axis, where only x above 0 have a place. */
  readonly logX?: boolean;
}

/**
 * The points of a curve to draw in a window, packed x0 y0 x1 y1 …, exact: smallest and largest of every pixel column
 * on the full data (see `decimate`). A new array of exactly their size.
 */
export function windowOf({ xs, ys, pyramid }: Curve, range: WindowRange): Float64Array {
  if (xs.length === 0) return new Float64Array();
  const { width, logX = false } = range;
  const from = range.from ?? xs[logX ? Math.min(upperBound(xs, 0), xs.length - 1) : 0]!;
  const to = range.to ?? xs.at(-1)!;
  return decimate(xs, ys, { from, to, width, logX }, pyramid);
}

/** How many points of a curve lie in a window, and how many of them are NaN or infinite. */
export function countsIn(
  { xs, pyramid }: Curve,
  { from, to }: Pick<WindowRange, 'from' | 'to'>,
): { readonly points: number; readonly notFinite: number } {
  const first = from === null ? 0 : lowerBound(xs, from);
  const end = to === null ? xs.length : upperBound(xs, to);
  return { points: Math.max(0, end - first), notFinite: pyramid.notFinite(first, end) };
}
