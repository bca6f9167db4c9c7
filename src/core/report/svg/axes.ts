import { escapeMarkup } from '../escape';
import type { Palette } from '../palette';
import { formatCount, formatNumber } from '../sentences/numbers';
import { LETTER } from './frame';
import type { Frame } from './frame';

/** Grid lines with their values, the base line with counts, and what is counted. */
export function axes(frame: Frame, paint: Palette): string {
  const { left, right, bottom, x, y } = frame;
  const grid = y.ticks.map(tick => `M${left} ${round(y.place(tick))}H${right}`).join('');
  const values = y.ticks.map(tick => {
    const place = `x="${left - 5}" y="${round(y.place(tick) + 3.5)}"`;
    return `<text ${place} text-anchor="end">${formatNumber(tick)}</text>`;
  });
  const counts = x.ticks.map(
    tick =>
      `<text x="${round(x.place(tick))}" y="${bottom + 13}" text-anchor="middle">${formatCount(tick)}</text>`,
  );
  const title = `<text x="${round(titlePlace(frame))}" y="${bottom + 13}">${escapeMarkup(frame.title)}</text>`;
  return (
    `<path d="${grid}" stroke="${paint.grid}" fill="none"/>` +
    `<path d="M${left} ${bottom}H${right}" stroke="${paint.text}" fill="none"/>` +
    `<g fill="${paint.text}">${values.join('')}${counts.join('')}${title}</g>`
  );
}

/** Beside the last count, even where that stands at the edge. */
function titlePlace({ right, x }: Frame): number {
  const last = x.ticks.at(-1) ?? x.from;
  const end = x.place(last) + (formatCount(last).length * LETTER) / 2;
  return Math.max(right + 6, end + 4);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
