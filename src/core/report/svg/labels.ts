import { escapeMarkup } from '../escape';
import type { Palette } from '../palette';
import type { Line } from './drawing';
import type { Frame } from './frame';

const LINE_HEIGHT = 11;

/** The name of each line at its end, moved apart where two would overlap: no legend is needed. */
export function endLabels(lines: readonly Line[], frame: Frame, paint: Palette): string {
  const wanted = lines.map((line, index) => ({ index, y: endOf(line, frame) }));
  wanted.sort((a, b) => a.y - b.y);
  let free = frame.top + 4;
  for (const label of wanted) {
    label.y = Math.max(label.y, free);
    free = label.y + LINE_HEIGHT;
  }
  const below = free - LINE_HEIGHT - (frame.bottom - 2);
  return wanted
    .map(({ index, y }) => {
      const colour = lines[index]?.split === 'train' ? paint.train : paint.validation;
      const weight = lines[index]?.judged === true ? ' font-weight="600"' : '';
      const place = `x="${frame.right + 6}" y="${round(below > 0 ? y - below : y)}"`;
      return `<text ${place} fill="${colour}"${weight}>${escapeMarkup(frame.names[index] ?? '')}</text>`;
    })
    .join('');
}

/** The height of the last finite value, so that the name stands beside it. */
function endOf({ ys }: Line, { y, top, bottom }: Frame): number {
  let last = ys.length - 1;
  while (last >= 0 && !Number.isFinite(ys[last])) last--;
  const place = last < 0 ? top : y.place(ys[last] ?? NaN);
  return Math.min(Math.max(place, top), bottom) + 3.5;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
