import type { Chart, Plugin } from 'chart.js';
import { dashPattern } from '../seriesStyle';
import type { DrawnLine, Mapping, Picture } from '../picture';

/** Fewer points than this many pixels each are drawn as dots too: there every evaluation counts. */
const PIXELS_PER_DOT = 14;
const FAINT = 0.28;
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
      const { lines, theme } = picture();
      const map = mapping(chart);
      const { ctx } = chart;
      ctx.save();
      clipTo(ctx, map);
      for (const drawn of lines) drawLine(ctx, map, drawn, theme.colours[drawn.style.colour]);
      ctx.restore();
      for (const drawn of lines) {
        drawNotFinite(ctx, map, drawn.line.points, theme.colours[drawn.style.colour]);
      }
    },
  };
}

/** Draws only inside the chart area until restored, with room for half a stroke at the edges. */
export function clipTo(ctx: CanvasRenderingContext2D, map: Mapping): void {
  ctx.beginPath();
  ctx.rect(map.left - 1, map.top - 1, map.right - map.left + 2, map.bottom - map.top + 2);
  ctx.clip();
}

function drawLine(ctx: CanvasRenderingContext2D, map: Mapping, drawn: DrawnLine, colour: string) {
  const { points, smoothed } = drawn.line;
  const { dash, width } = drawn.style;
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineJoin = 'round';
  const isSmoothed = smoothed.length > 0;
  ctx.globalAlpha = isSmoothed ? FAINT : 1;
  ctx.lineWidth = isSmoothed ? 1 : width;
  ctx.setLineDash(isSmoothed ? [] : dashPattern(dash));
  stroke(ctx, map, points);
  ctx.setLineDash([]);
  dots(ctx, map, points, width);
  ctx.globalAlpha = 1;
  if (!isSmoothed) return;
  ctx.lineWidth = width;
  ctx.setLineDash(dashPattern(dash));
  stroke(ctx, map, smoothed);
  ctx.setLineDash([]);
}

function limited(pixel: number): number {
  return pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel;
}

function stroke(ctx: CanvasRenderingContext2D, map: Mapping, points: Float64Array): void {
  let drawing = false;
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

/** A small cross on the lower edge for what has no height: NaN and infinities; one for each pixel at most. */
function drawNotFinite(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  points: Float64Array,
  colour: string,
): void {
  const size = 3;
  const y = map.bottom - size - 1;
  let last = -Infinity;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    if (Number.isFinite(points[i + 1]!)) continue;
    const x = map.x(points[i]!);
    if (!(x >= map.left && x <= map.right) || x - last < 2 * size + 1) continue;
    last = x;
    ctx.moveTo(x - size, y - size);
    ctx.lineTo(x + size, y + size);
    ctx.moveTo(x - size, y + size);
    ctx.lineTo(x + size, y - size);
  }
  ctx.stroke();
  ctx.restore();
}
