import type { Line } from './lines';
import type { Range } from './range';

/** What the lines need of the y axis, and what cannot be drawn on it. */
export interface Extent {
  readonly range: Range;
  /** Points that are NaN or infinite. */
  readonly notFinite: number;
  /** Finite points that a logarithmic axis has no place for; 0 on a linear one. */
  readonly notPositive: number;
  /** Whether any point can be drawn. */
  readonly any: boolean;
}

/** Share of the height left free above and below the curves. */
const ROOM = 0.05;

/** The y range of `lines` between `x.from` and `x.to`, with a little room. Without a drawable point: 0–1, or 0.1–1 when `log`. */
export function extentOf(lines: readonly Line[], x: Range, log: boolean): Extent {
  const seen = { low: Infinity, high: -Infinity, notFinite: 0, notPositive: 0 };
  for (const line of lines) {
    look(line.points, x, log, seen);
    const counted = { ...seen };
    look(line.smoothed, x, log, seen);
    seen.notFinite = counted.notFinite;
    seen.notPositive = counted.notPositive;
  }
  const any = seen.low <= seen.high;
  return {
    range: any ? roomAround(seen.low, seen.high, log) : { from: log ? 0.1 : 0, to: 1 },
    notFinite: seen.notFinite,
    notPositive: seen.notPositive,
    any,
  };
}

interface Seen {
  low: number;
  high: number;
  notFinite: number;
  notPositive: number;
}

function look(points: Float64Array, x: Range, log: boolean, seen: Seen): void {
  for (let i = 0; i < points.length; i += 2) {
    const at = points[i]!;
    if (!(at >= x.from && at <= x.to)) continue;
    const y = points[i + 1]!;
    if (!Number.isFinite(y)) seen.notFinite++;
    else if (log && y <= 0) seen.notPositive++;
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
