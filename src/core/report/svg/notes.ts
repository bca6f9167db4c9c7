import type { Analysis } from '../../analysis/analysis';
import { escapeMarkup } from '../escape';
import type { Palette } from '../palette';
import type { Say } from '../say';
import { bestLabel, onsetLabel, plannedLabel } from '../sentences/panel';
import type { Drawing, Onset } from './drawing';
import { LETTER } from './frame';
import type { Frame } from './frame';

/** Words beside the marks of a wide picture, each with a halo so that a line behind it does not disturb. */
export function notes(
  drawing: Drawing,
  analysis: Analysis,
  frame: Frame,
  paint: Palette,
  say: Say,
): string {
  const { best, onset, configured } = drawing;
  const { x, y, top } = frame;
  const parts: string[] = [];
  const add = (text: string, at: number, height: number, colour: string): number =>
    parts.push(note(text, at, height, colour, frame, paint));
  if (onset !== null)
    add(
      onsetLabel(onset.finding, say) ?? '',
      x.place(onset.count),
      top + 9,
      onsetPaint(onset, paint),
    );
  if (configured !== null) {
    add(plannedLabel(configured, say), x.place(configured), top + 21, paint.text);
  }
  if (best !== null && Number.isFinite(best.y)) {
    const place = y.place(best.y);
    const height = place > frame.bottom - 24 ? place - 8 : place + 14;
    add(
      bestLabel(best.y, analysis.best?.epoch ?? best.x, say),
      x.place(best.x),
      height,
      paint.suggestion,
    );
  }
  return parts.join('');
}

/** A plateau is nothing to be warned of. */
export function onsetPaint(onset: Onset | null, paint: Palette): string {
  return onset?.finding.rule === 'plateau' ? paint.text : paint.onset;
}

/** To the right of the place, or to the left where it would leave the frame. */
function note(
  text: string,
  at: number,
  height: number,
  colour: string,
  { right }: Frame,
  paint: Palette,
): string {
  const fits = at + 6 + text.length * LETTER < right;
  const place = `x="${Math.round(fits ? at + 5 : at - 5)}" y="${Math.round(height)}"`;
  const anchor = fits ? '' : ' text-anchor="end"';
  const halo = `stroke="${paint.background}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`;
  return `<text ${place}${anchor} fill="${colour}" ${halo}>${escapeMarkup(text)}</text>`;
}
