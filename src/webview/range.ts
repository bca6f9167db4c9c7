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
