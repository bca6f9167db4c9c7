import type { Analysis } from '../analysis/analysis';
import { plannedCount } from '../analysis/plan';
import type { Run } from '../run/run';
import type { AnalysedRun } from '../project/project';
import { escapeMarkup } from './escape';
import { plainly } from './say';
import type { Say } from './say';
import { axisTitle, chartTitle } from './sentences/chart';
import { axes } from './svg/axes';
import { drawingOf } from './svg/drawing';
import type { Drawing, Line } from './svg/drawing';
import { endLabels } from './svg/labels';
import { frameOf } from './svg/frame';
import type { Frame } from './svg/frame';
import { paintOf, styleOf } from './svg/paint';
import type { SvgTheme } from './svg/paint';
import type { Palette } from './palette';
import { linePath } from './svg/linePath';
import { notes, onsetPaint } from './svg/notes';

/** The planned length where the run did not reach it, for `configured`; else null. */
export function plannedBeyond({ run, analysis }: AnalysedRun): number | null {
  const planned = plannedCount(run);
  return planned !== null && planned > analysis.trained ? planned : null;
}

/** How to draw a run. Sizes in pixels; `configured` is the value of a setting, in the run's unit. */
export interface CurveOptions {
  readonly width: number;
  readonly height: number;
  readonly theme: SvgTheme;
  readonly configured?: number | null;
  /** Words of its title and axes; English when absent. */
  readonly say?: Say;
}

/**
 * A run as a picture on one line of text: the training series thin and dashed, the judged one thick, its best point,
 * the suggested range shaded, where a finding starts and the configured value as upright lines.
 * Exact extremes per pixel column, a few KB however long the run is; '' when there is nothing to draw. No scripts.
 */
export function curveSvg(run: Run, analysis: Analysis, options: CurveOptions): string {
  const drawing = drawingOf(run, analysis, options.configured ?? null);
  if (drawing === null) return '';
  const say = options.say ?? plainly;
  const frame = frameOf(drawing, options, axisTitle(run.unit, say));
  if (frame === null) return '';
  const paint = paintOf(options.theme);
  const { width, height } = options;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="el" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui,sans-serif" font-size="10">`,
    `<title>${escapeMarkup(chartTitle(analysis, run, say))}</title>`,
    styleOf(options.theme),
    range(drawing, frame, paint),
    axes(frame, paint),
    upright(drawing.onset?.count ?? null, '1 3', onsetPaint(drawing.onset, paint), frame),
    upright(drawing.configured, '5 3', paint.text, frame),
    clipped(drawing.lines.map(line => curve(line, frame, paint)).join(''), frame),
    best(drawing, frame, paint),
    frame.wide ? notes(drawing, analysis, frame, paint, say) : '',
    endLabels(drawing.lines, frame, paint),
    '</svg>',
  ].join('');
}

function range(
  { range: found }: Drawing,
  { x, top, bottom, left, right }: Frame,
  paint: Palette,
): string {
  if (found === null) return '';
  const from = Math.max(left, x.place(found.from));
  const to = Math.min(right, Math.max(x.place(found.to), from + 2));
  const box = `x="${round(from)}" y="${top}" width="${round(to - from)}" height="${bottom - top}"`;
  return `<rect ${box} fill="${paint.suggestion}" fill-opacity=".2"/>`;
}

/** An upright line at a count; '' where there is none. */
function upright(count: number | null, dashes: string, colour: string, frame: Frame): string {
  if (count === null) return '';
  const place = round(frame.x.place(count));
  if (place < frame.left - 1 || place > frame.right + 1) return '';
  return (
    `<path d="M${place} ${frame.top}V${frame.bottom}" stroke="${colour}" stroke-width="1.5"` +
    ` stroke-dasharray="${dashes}" fill="none"/>`
  );
}

function curve(line: Line, { x, y, column }: Frame, paint: Palette): string {
  const colour = line.split === 'train' ? paint.train : paint.validation;
  const style = line.judged ? 'stroke-width="2"' : 'stroke-width="1.2" stroke-dasharray="4 2"';
  return (
    `<path d="${linePath(line.xs, line.ys, x, y, column)}" fill="none" stroke="${colour}" ${style}` +
    ' stroke-linejoin="round" stroke-linecap="round"/>'
  );
}

/** A nested picture cuts off what leaves the frame, without an id that two pictures on a page would share. */
function clipped(content: string, { left, right, top, bottom }: Frame): string {
  const box = [left, top - 2, right - left, bottom - top + 2] as const;
  const [x, y, width, height] = box;
  const place = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  return `<svg ${place} viewBox="${box.join(' ')}">${content}</svg>`;
}

function best({ best: point }: Drawing, { x, y }: Frame, paint: Palette): string {
  if (point === null || !Number.isFinite(point.y)) return '';
  const place = `cx="${round(x.place(point.x))}" cy="${round(y.place(point.y))}"`;
  return `<circle ${place} r="3.5" fill="${paint.suggestion}" stroke="${paint.background}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
