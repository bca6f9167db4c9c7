import type { Chart, Plugin } from 'chart.js';
import type { Mapping, Picture } from '../picture';
import { clipTo } from './curves';

const BAND = 0.16;

/** Draws where an unfinished run is heading: a dotted line to the planned end, and the range it will end in as a wedge. */
export function forecast(picture: () => Picture, mapping: (chart: Chart) => Mapping): Plugin {
  return {
    id: 'forecast',
    beforeDatasetsDraw(chart) {
      const { forecast: view, theme } = picture();
      if (view === null) return;
      const { ctx } = chart;
      const map = mapping(chart);
      const [from, to] = [map.x(view.from), map.x(view.to)];
      const [start, high] = [map.y(view.last), map.y(view.high)];
      // A logarithmic axis has no place for an edge at or below 0: the range goes on below it.
      const low = Number.isFinite(map.y(view.low)) ? map.y(view.low) : map.bottom;
      if (![from, to, start, low, high].every(Number.isFinite)) return;
      ctx.save();
      clipTo(ctx, map);
      ctx.fillStyle = theme.muted;
      ctx.strokeStyle = theme.muted;
      ctx.globalAlpha = BAND;
      ctx.beginPath();
      ctx.moveTo(from, start);
      ctx.lineTo(to, low);
      ctx.lineTo(to, high);
      ctx.closePath();
      ctx.fill();
      ctx.globalAlpha = 1;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([2, 4]);
      ctx.beginPath();
      ctx.moveTo(from, start);
      ctx.lineTo(to, map.y(view.value));
      ctx.stroke();
      ctx.setLineDash([]);
      label(ctx, map, picture(), { x: to, y: Math.min(low, high) });
      ctx.restore();
    },
  };
}

function label(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  { forecast: view, theme }: Picture,
  at: { readonly x: number; readonly y: number },
): void {
  if (view === null) return;
  ctx.font = `${theme.smallSize}px ${theme.fontFamily}`;
  const width = ctx.measureText(view.label).width;
  const left = Math.min(at.x, map.right) - width - 4;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = theme.background;
  const top = Math.max(at.y - 6, map.top + theme.smallSize);
  ctx.strokeText(view.label, left, top);
  ctx.fillStyle = theme.muted;
  ctx.fillText(view.label, left, top);
}
