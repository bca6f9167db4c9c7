import type { Chart, Plugin } from 'chart.js';
import type { ChartMark } from '../../core/protocol';
import { placeLabels, rowsOf, type PlacedLabel } from '../labelRows';
import type { Mapping, Picture } from '../picture';
import type { Theme } from '../theme';
import { clipTo } from './curves';

/** Height of a row of labels above the chart, in CSS pixels. */
const ROW = 17;
const SHADE = 0.14;
const DASHES: Readonly<Partial<Record<ChartMark['kind'], number[]>>> = {
  planned: [2, 3],
  rate: [1, 4],
  stopped: [],
};

/**
 * Draws what supports the verdict: the suggested range shaded, where findings start and where the plan
 * ends as lines with labels above the chart, and the best point.
 */
export function evidence(picture: () => Picture, mapping: (chart: Chart) => Mapping): Plugin {
  return {
    id: 'evidence',
    beforeDatasetsDraw(chart) {
      const { marks, theme } = picture();
      const map = mapping(chart);
      chart.ctx.save();
      clipTo(chart.ctx, map);
      for (const mark of marks) drawBehind(chart.ctx, map, mark, theme);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const now = picture();
      const { marks, theme } = now;
      const map = mapping(chart);
      chart.ctx.save();
      drawLabels(chart.ctx, map, marks, theme);
      for (const mark of marks) if (isPoint(mark)) drawBest(chart.ctx, map, mark, now);
      chart.ctx.restore();
    },
  };
}

/** How much room the labels need above a chart area of this mapping, in CSS pixels. */
export function labelRoom(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  marks: readonly ChartMark[],
  theme: Theme,
): number {
  return rowsOf(placed(ctx, map, labelled(marks, map), theme)) * ROW;
}

function colourOf(mark: ChartMark, theme: Theme): string {
  switch (mark.kind) {
    case 'best':
    case 'range':
      return theme.suggestion;
    case 'planned':
    case 'rate':
    case 'restart':
      return theme.muted;
    case 'stopped':
    case 'kept':
      return theme.text;
    case 'onset':
      return theme.severities[mark.severity ?? 'information'];
  }
}

/** Marks that stand at a height, not at a place of the axis. */
function isPoint({ kind }: ChartMark): boolean {
  return kind === 'best' || kind === 'kept';
}

/** Marks with a label above the chart whose place is in view. */
function labelled(marks: readonly ChartMark[], map: Mapping): readonly ChartMark[] {
  return marks.filter(
    // A flag stands where it begins.
    mark =>
      !isPoint(mark) &&
      map.x(mark.kind === 'range' ? mark.to : mark.from) >= map.left - 1 &&
      map.x(mark.from) <= map.right + 1,
  );
}

function middle(mark: ChartMark, map: Mapping): number {
  const from = Math.max(map.x(mark.from), map.left);
  const to = Math.min(map.x(mark.to), map.right);
  return mark.kind === 'range' ? (from + to) / 2 : map.x(mark.from);
}

function placed(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  marks: readonly ChartMark[],
  theme: Theme,
): readonly PlacedLabel[] {
  ctx.font = `${theme.smallSize}px ${theme.fontFamily}`;
  const labels = marks.map(mark => ({
    at: middle(mark, map),
    width: ctx.measureText(mark.label).width,
    flag: mark.kind !== 'range',
  }));
  return placeLabels(labels, 4, map.right);
}

function drawBehind(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  mark: ChartMark,
  theme: Theme,
): void {
  if (isPoint(mark)) return;
  const [from, to] = [map.x(mark.from), map.x(mark.to)];
  ctx.strokeStyle = colourOf(mark, theme);
  ctx.fillStyle = colourOf(mark, theme);
  ctx.lineWidth = 1;
  if (mark.kind === 'range') {
    ctx.globalAlpha = SHADE;
    ctx.fillRect(from, map.top, Math.max(to - from, 2), map.bottom - map.top);
    ctx.globalAlpha = theme.highContrast ? 1 : 0.5;
    ctx.setLineDash([]);
    vertical(ctx, map, from);
    vertical(ctx, map, to);
  } else {
    ctx.setLineDash(DASHES[mark.kind] ?? [5, 3]);
    vertical(ctx, map, from);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function vertical(ctx: CanvasRenderingContext2D, map: Mapping, x: number): void {
  const at = Math.round(x) + 0.5;
  ctx.beginPath();
  ctx.moveTo(at, map.top);
  ctx.lineTo(at, map.bottom);
  ctx.stroke();
}

function drawLabels(
  ctx: CanvasRenderingContext2D,
  map: Mapping,
  marks: readonly ChartMark[],
  theme: Theme,
): void {
  const shown = labelled(marks, map);
  const places = placed(ctx, map, shown, theme);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  shown.forEach((mark, i) => {
    const place = places[i];
    if (!place) return;
    const baseline = map.top - 5 - place.row * ROW;
    ctx.fillStyle = colourOf(mark, theme);
    ctx.strokeStyle = colourOf(mark, theme);
    ctx.lineWidth = 1;
    if (mark.kind !== 'range') {
      ctx.beginPath();
      ctx.moveTo(Math.round(map.x(mark.from)) + 0.5, map.top);
      ctx.lineTo(Math.round(map.x(mark.from)) + 0.5, baseline - theme.smallSize + 2);
      ctx.stroke();
    }
    ctx.fillText(mark.label, place.left, baseline);
  });
}

/** The best point: a dot with a rim, its label above or below, where fewer points are in its way. */
function drawBest(ctx: CanvasRenderingContext2D, map: Mapping, mark: ChartMark, picture: Picture) {
  const { theme, lines } = picture;
  const x = map.x(mark.from);
  const y = map.y(mark.value ?? NaN);
  if (!(x >= map.left - 1 && x <= map.right + 1 && y >= map.top - 1 && y <= map.bottom + 1)) return;
  ctx.beginPath();
  ctx.arc(x, y, 5, 0, 2 * Math.PI);
  ctx.fillStyle = colourOf(mark, theme);
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.background;
  ctx.stroke();
  if (mark.label === '') return;
  ctx.font = `${theme.smallSize}px ${theme.fontFamily}`;
  const width = ctx.measureText(mark.label).width;
  const left = Math.max(map.left + 4, Math.min(x - width / 2, map.right - width - 4));
  const points = lines.map(({ line }) => line.points);
  const crowd = (baseline: number) => {
    if (baseline - theme.smallSize < map.top || baseline + 3 > map.bottom) return Infinity;
    return pointsIn(points, map, {
      left,
      top: baseline - theme.smallSize,
      right: left + width,
      bottom: baseline + 3,
    });
  };
  const [above, below] = [y - 11, y + 11 + theme.smallSize];
  const baseline = crowd(below) < crowd(above) ? below : above;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeText(mark.label, left, baseline);
  ctx.fillText(mark.label, left, baseline);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How many points lie in a box. */
function pointsIn(lines: readonly Float64Array[], map: Mapping, box: Box): number {
  let count = 0;
  for (const points of lines) {
    for (let i = 0; i < points.length; i += 2) {
      const x = map.x(points[i]!);
      if (!(x >= box.left && x <= box.right)) continue;
      const y = map.y(points[i + 1]!);
      if (y >= box.top && y <= box.bottom) count++;
    }
  }
  return count;
}
