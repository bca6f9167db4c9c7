import type { Line } from './lines';
import type { Range } from './range';

/** What the lines need of the y axis, and what cannot be drawn on it. */
export interface Extent {
  readonly range: Range;
  /** Finite points in view that a logarithmic axis has no place for; 0 on a linear one. */
  readonly notPositive: number;
  /** Whether points in view lie above or below the range. */
  readonly cut: boolean;
  /** Whether any point can be drawn. */
  readonly any: boolean;
}

/** How the y axis is to be. */
export interface Wanted {
  readonly log: boolean;
  /** Where most values are, outliers left out. */
  readonly robust: boolean;
  /** Given ends; null: what the data need. */
  readonly limits: readonly [number, number] | null;
}

/** Share of the height left free above and below the curves. */
const ROOM = 0.05;

/** The y range of `lines` between `x.from` and `x.to`, with a little room. Without a drawable point: 0–1, or 0.1–1 when `log`. */
export function extentOf(lines: readonly Line[], x: Range, wanted: Wanted): Extent {
  const { log } = wanted;
  const seen = { low: Infinity, high: -Infinity, notPositive: 0 };
  for (const line of lines) {
    look(line.points, x, log, seen);
    const { notPositive } = seen;
    for (const more of [line.smoothed, line.low, line.high]) look(more, x, log, seen);
    seen.notPositive = notPositive;
  }
  const any = seen.low <= seen.high;
  const range = rangeFor(lines, wanted, seen);
  const cut = any && (seen.low < range.from || seen.high > range.to);
  return { range, notPositive: seen.notPositive, cut, any };
}

interface Seen {
  low: number;
  high: number;
  notPositive: number;
}

function rangeFor(lines: readonly Line[], { log, robust, limits }: Wanted, all: Seen): Range {
  if (limits && !(log && limits[0] <= 0)) return { from: limits[0], to: limits[1] };
  const seen = robust ? usual(lines, log) : all;
  if (!(seen.low <= seen.high)) return { from: log ? 0.1 : 0, to: 1 };
  return roomAround(seen.low, seen.high, log);
}

function usual(lines: readonly Line[], log: boolean): { low: number; high: number } {
  const ends = lines.flatMap(({ usual: both }) => both).filter(end => !log || end > 0);
  const finite = ends.filter(Number.isFinite);
  return { low: Math.min(...finite), high: Math.max(...finite) };
}

function look(points: Float64Array, x: Range, log: boolean, seen: Seen): void {
  for (let i = 0; i < points.length; i += 2) {
    const at = points[i]!;
    if (!(at >= x.from && at <= x.to)) continue;
    const y = points[i + 1]!;
    if (!Number.isFinite(y)) continue;
    if (log && y <= 0) seen.notPositive++;
    else {
      if (y < seen.low) seen.low = y;
      if (y > seen.high) seen.high = y;
    }
  }
}

function roomAround(low: number, high: number, log: boolean): Range {
  if (log) {
    const factor = high > low ? (high / low) ** ROOM : 2;
    // Subnormal numbers and the largest doubles have no room left; a power of ten must stay a number.
    return { from: Math.max(low / factor, 1e-300), to: Math.min(high * factor, 1e300) };
  }
  const room = high > low ? (high - low) * ROOM : Math.max(Math.abs(high) * ROOM, 1e-9);
  const limit = (value: number) => Math.min(Math.max(value, -1e300), 1e300);
  return { from: limit(low - room), to: limit(high + room) };
}
