import type { Chart, Plugin } from 'chart.js';
import { nearest } from '../lines';
import type { Mapping, Picture } from '../picture';
import { colourIn } from '../theme';

/** Draws where the pointer or the arrow keys stand, and what is being dragged out to zoom into. */
export function cursor(picture: () => Picture, mapping: (chart: Chart) => Mapping): Plugin {
  return {
    id: 'cursor',
    afterDatasetsDraw(chart) {
      drawCursors(chart.ctx, mapping(chart), picture());
    },
  };
}

/** Draws what moves with the pointer, over the chart. */
export function drawCursors(ctx: CanvasRenderingContext2D, map: Mapping, picture: Picture): void {
  const { cursor: at, selection, kept } = picture;
  ctx.save();
  if (selection !== null) drawSelection(ctx, map, picture);
  if (kept !== null && kept !== at) drawCursor(ctx, map, picture, kept, [2, 3]);
  if (at !== null) drawCursor(ctx, map, picture, at, kept === at ? [2, 3] : []);
  ctx.restore();
}

function drawCursor(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  picture: Picture,
  at: number,
  dashes: number[],
): void {
  const x = Math.round(map.x(at)) + 0.5;
  if (!(x >= map.left && x <= map.right + 1)) return;
  ctx.strokeStyle = picture.theme.muted;
  ctx.lineWidth = 1;
  ctx.setLineDash(dashes);
  ctx.beginPath();
  ctx.moveTo(x, map.top);
  ctx.lineTo(x, map.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  drawPoints(ctx, map, picture, at);
}

function drawSelection(ctx: CanvasRenderingContext2D, map: Mapping, picture: Picture): void {
  const { selection, theme } = picture;
  if (selection === null) return;
  const [from, to] = [map.x(selection.x.from), map.x(selection.x.to)];
  const { y } = selection;
  const [top, bottom] = y === null ? [map.top, map.bottom] : [map.y(y.to), map.y(y.from)];
  ctx.fillStyle = theme.text;
  ctx.globalAlpha = 0.12;
  ctx.fillRect(from, top, to - from, bottom - top);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.text;
  ctx.lineWidth = 1;
  ctx.strokeRect(from, top, to - from, bottom - top);
}

function drawPoints(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  { lines, theme }: Picture,
  at: number,
): void {
  for (const { line, style } of lines) {
    const index = nearest(line.points, at);
    if (index === -1 || line.points[2 * index] !== at) continue;
    const smooth = nearest(line.smoothed, at);
    const y = map.y(line.smoothed[2 * smooth + 1] ?? line.points[2 * index + 1]!);
    if (!Number.isFinite(y)) continue;
    ctx.beginPath();
    ctx.arc(map.x(at), y, 4, 0, 2 * Math.PI);
    ctx.fillStyle = colourIn(theme, style.colour);
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = theme.background;
    ctx.stroke();
  }
}
