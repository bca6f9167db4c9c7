import type { Chart, Plugin } from 'chart.js';
import { dashPattern } from '../seriesStyle';
import { columnsOf } from '../columns';
import { paintColumns } from './paintColumns';
import type { DrawnLine, Mapping, Picture } from '../picture';
import { colourIn } from '../theme';

/** Fewer points than this many pixels each are drawn as dots too: there every evaluation counts. */
const PIXELS_PER_DOT = 14;
/** More points than one each so many pixels are a dense line. */
const PIXELS_PER_DENSE = 2;
const FAINT = 0.28;
const HALF = 0.5;
/** How strong lines are beside one that stands out. */
const RECEDED = 0.25;
const BAND = 0.18;
/** Rows of marks for what is not finite. */
const MOST_ROWS = 6;
/** A canvas draws nothing sensible far outside itself. */
const FAR = 1e6;

/**
 * Draws the curves from typed arrays. Chart.js never sees the points: it would make an object of each,
 * and its own thinning loses spikes beside NaN.
 */
export function curves(picture: () => Picture, mapping: (chart: Chart) => Mapping): Plugin {
  return {
    id: 'curves',
    beforeDatasetsDraw(chart) {
      const { lines, theme, highlight } = picture();
      const map = mapping(chart);
      const { ctx } = chart;
      // One that stands out is drawn last, over the others.
      const rank = ({ group }: DrawnLine) => Number(group === highlight);
      const inOrder = [...lines].sort((a, b) => rank(a) - rank(b));
      ctx.save();
      clipTo(ctx, map);
      for (const drawn of inOrder) drawBand(ctx, map, drawn, colourIn(theme, drawn.style.colour));
      for (const drawn of inOrder) {
        const strength = highlight === null || drawn.group === highlight ? 1 : RECEDED;
        drawLine(ctx, map, drawn, colourIn(theme, drawn.style.colour), strength);
      }
      ctx.restore();
      lines
        .slice(0, MOST_ROWS)
        .forEach(({ line, style }, i) =>
          drawNotFinite(ctx, map, line.points, colourIn(theme, style.colour), i),
        );
    },
  };
}

/** Draws only inside the chart area until restored, with room for half a stroke at the edges. */
export function clipTo(ctx: CanvasRenderingContext2D, map: Mapping): void {
  ctx.beginPath();
  ctx.rect(map.left - 1, map.top - 1, map.right - map.left + 2, map.bottom - map.top + 2);
  ctx.clip();
}

/** The spread around a mean: the area between its edges. */
function drawBand(ctx: CanvasRenderingContext2D, map: Mapping, drawn: DrawnLine, colour: string) {
  const { low, high } = drawn.line;
  if (low.length === 0) return;
  const point = (points: Float64Array, i: number) => {
    const y = map.y(points[i + 1]!);
    if (Number.isFinite(y)) ctx.lineTo(limited(map.x(points[i]!)), limited(y));
  };
  ctx.beginPath();
  for (let i = 0; i < high.length; i += 2) point(high, i);
  for (let i = low.length - 2; i >= 0; i -= 2) point(low, i);
  ctx.closePath();
  ctx.globalAlpha = BAND;
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  drawn: DrawnLine,
  colour: string,
  strength: number,
) {
  const { line, style } = drawn;
  const pattern = dashPattern(style.dash);
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineJoin = 'round';
  ctx.globalAlpha = strength;
  if (line.smoothed.length > 0) {
    drawBehind(ctx, map, line.points, FAINT * strength);
    ctx.globalAlpha = strength;
    ctx.lineWidth = style.width;
    trace(ctx, map, line.smoothed, pattern);
  } else {
    // Dashes would hide the spikes of a dense line: all of it stands behind them.
    const hiding = isDense(line.points, map) && pattern.length > 0;
    if (hiding) drawBehind(ctx, map, line.points, HALF * strength);
    ctx.globalAlpha = strength;
    ctx.lineWidth = style.width;
    trace(ctx, map, line.points, pattern);
    dots(ctx, map, line.points, style.width);
  }
  ctx.globalAlpha = 1;
}

/** Whether there are so many points that single ones cannot be told apart. */
function isDense(points: Float64Array, map: Mapping): boolean {
  return points.length / 2 > (map.right - map.left) / PIXELS_PER_DENSE;
}

function drawBehind(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  alpha: number,
): void {
  ctx.globalAlpha = alpha;
  ctx.lineWidth = 1;
  trace(ctx, map, points, []);
  dots(ctx, map, points, 1.5);
  ctx.globalAlpha = 1;
}

/** Dashes a dense line along the x axis: along its own zigzag they could not be seen. */
function trace(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  pattern: number[],
): void {
  if (!isDense(points, map)) {
    stroke(ctx, map, points, pattern);
    return;
  }
  const [on = 1, off = 0] = pattern;
  const period = on + off;
  const isOn = off === 0 ? () => true : (pixel: number) => pixel % period < on;
  paintColumns(ctx, columnsOf(points, map, scaleOf(ctx)), 1, isOn);
}

/** Device pixels in a CSS pixel. */
function scaleOf(ctx: CanvasRenderingContext2D): number {
  return Math.max(1, ctx.getTransform().a);
}

function limited(pixel: number): number {
  return pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel;
}

function stroke(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  dashes: number[],
): void {
  let drawing = false;
  ctx.setLineDash(dashes);
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const y = map.y(points[i + 1]!);
    if (!Number.isFinite(y)) {
      drawing = false;
      continue;
    }
    const x = limited(map.x(points[i]!));
    if (drawing) ctx.lineTo(x, limited(y));
    else ctx.moveTo(x, limited(y));
    drawing = true;
  }
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Dots for sparse points, and for single points between gaps, which have no line. */
function dots(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  width: number,
): void {
  const sparse = points.length / 2 <= (map.right - map.left) / PIXELS_PER_DOT;
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const y = map.y(points[i + 1]!);
    if (!Number.isFinite(y)) continue;
    const alone =
      !Number.isFinite(map.y(points[i - 1] ?? NaN)) &&
      !Number.isFinite(map.y(points[i + 3] ?? NaN));
    if (!sparse && !alone) continue;
    const x = map.x(points[i]!);
    ctx.moveTo(x + width, y);
    ctx.arc(x, y, width + (sparse ? 0.25 : 0), 0, 2 * Math.PI);
  }
  ctx.fill();
}

/**
 * Marks on the lower edge for what has no height, a row for each line, none over another: a cross for NaN and infinities,
 * a wedge that points down for what a logarithmic axis has no place for.
 */
function drawNotFinite(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  colour: string,
  row: number,
): void {
  const size = 3;
  const y = map.bottom - size - 2 - row * (2 * size + 3);
  let last = -Infinity;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const value = points[i + 1]!;
    if (Number.isFinite(map.y(value))) continue;
    const x = map.x(points[i]!);
    if (!(x >= map.left && x <= map.right) || x - last < 2 * size + 1) continue;
    last = x;
    ctx.moveTo(x - size, y - size);
    if (Number.isFinite(value)) {
      ctx.lineTo(x, y + size);
      ctx.lineTo(x + size, y - size);
      continue;
    }
    ctx.lineTo(x + size, y + size);
    ctx.moveTo(x - size, y + size);
    ctx.lineTo(x + size, y - size);
  }
  ctx.stroke();
  ctx.restore();
}
