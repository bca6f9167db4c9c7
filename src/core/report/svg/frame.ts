import { shownName } from '../shownName';
import { formatNumber } from '../sentences/numbers';
import type { Drawing } from './drawing';
import { linearScale, readableDomain } from './scale';
import type { Scale } from './scale';

/** Where things are in the picture, in pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  /** Names of the lines, as many letters as fit. */
  readonly names: readonly string[];
  /** What x counts. */
  readonly title: string;
  /** Whether there is room for words in the picture. */
  readonly wide: boolean;
  /** Pixels that share one pair of points. */
  readonly column: number;
}

/** Width of a letter at font-size 10: a little more than most, since the picture cannot measure. */
export const LETTER = 5.8;

/** How much wider the name of the judged line is. */
const BOLD = 1.12;

const LONGEST_NAME = 18;

/** Lays out a drawing; null when no value is finite. */
export function frameOf(
  drawing: Drawing,
  size: { readonly width: number; readonly height: number },
  title: string,
): Frame | null {
  const domain = readableDomain(joined(drawing.lines.map(line => line.ys)));
  if (domain === null) return null;
  const top = 8;
  const bottom = size.height - 18;
  const y = linearScale(padded(domain, drawing), [bottom, top], Math.max(2, (bottom - top) / 40));
  const longest = Math.max(...y.ticks.map(tick => formatNumber(tick).length), 1);
  const left = Math.ceil(longest * LETTER) + 8;
  const names = drawing.lines.map(line => short(shownName(line.name), size.width));
  const widest = Math.max(title.length + 1, ...names.map(name => name.length * BOLD));
  const right = size.width - Math.ceil(widest * LETTER) - 8;
  const x = linearScale(drawing.domain, [left + 2, right - 2], Math.max(2, (right - left) / 60));
  const wide = size.width > 400;
  return { left, right, top, bottom, x, y, names, title, wide, column: wide ? 1 : 2 };
}

/** The best point is never cut off, and lines do not run along the border. */
function padded([low, high]: readonly [number, number], { best }: Drawing): [number, number] {
  const value = best?.y ?? low;
  const from = Number.isFinite(value) ? Math.min(low, value) : low;
  const to = Number.isFinite(value) ? Math.max(high, value) : high;
  const room = (to - from) * 0.05;
  return [from - room, to + room];
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

function short(name: string, width: number): string {
  const letters = Array.from(name);
  const room = Math.min(LONGEST_NAME, Math.floor(width / 4 / LETTER));
  return letters.length <= room ? name : `${letters.slice(0, room - 1).join('')}…`;
}
