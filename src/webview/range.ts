/** A stretch of an axis, `from` < `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How much closer than everything a zoom may go; doubles run out of digits far beyond it. */
const DEEPEST = 1e-6;

/** The range of an axis that shows everything, with room around a single value. Infinite or NaN ends give 0–1. */
export function fullRange(from: number, to: number): Range {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return { from: 0, to: 1 };
  if (to > from) return { from, to };
  const room = Math.max(0.5, Math.abs(from) * 0.05);
  return { from: from - room, to: from + room };
}

/** `range` made `factor` times as wide around `at`, inside `full`; null when that is everything. */
export function zoomAround(range: Range, at: number, factor: number, full: Range): Range | null {
  const from = at - (at - range.from) * factor;
  const to = at + (range.to - at) * factor;
  return within({ from, to }, full);
}

/** `range` moved by `delta`, kept inside `full` at its width; null when that is everything. */
export function panBy(range: Range, delta: number, full: Range): Range | null {
  const least = full.from - range.from;
  const most = full.to - range.to;
  const moved = Math.min(Math.max(delta, least), most);
  return within({ from: range.from + moved, to: range.to + moved }, full);
}

/** `range` cut to `full`; null when it covers everything, and never narrower than doubles allow. */
export function within(range: Range, full: Range): Range | null {
  const from = Math.max(range.from, full.from);
  const to = Math.min(range.to, full.to);
  if (!(to > from) || (from <= full.from && to >= full.to)) return null;
  const least = (full.to - full.from) * DEEPEST;
  if (to - from >= least) return { from, to };
  const middle = (from + to) / 2;
  return { from: middle - least / 2, to: middle + least / 2 };
}
