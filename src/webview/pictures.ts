import type { ChartView } from './chartView';
import type { MetricChart } from './metricChart';
import { legendEntries, LEGEND_ROW } from './pictureLegend';
import { SvgContext } from './svgContext';

/** Pixels of a saved picture for each CSS pixel. */
const SCALE = 2;
const GAP = 8;

/** A chart with the place it has in the picture, in CSS pixels. */
interface Placed {
  readonly chart: MetricChart;
  readonly left: number;
  readonly top: number;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly charts: readonly Placed[];
}

/** The charts in view as one PNG at twice their size, with a legend below. */
export async function pngOf(view: ChartView): Promise<Uint8Array> {
  const layout = layoutOf(view);
  const canvas = new OffscreenCanvas(layout.width * SCALE, layout.height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) return new Uint8Array();
  paint(view, layout, context as unknown as CanvasRenderingContext2D);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

/** The same as a drawing: lines and letters, no pixels. */
export function svgOf(view: ChartView): string {
  const layout = layoutOf(view);
  const context = new SvgContext(layout.width, layout.height);
  paint(view, layout, context as unknown as CanvasRenderingContext2D, 1);
  return context.text();
}

/** Charts beside and below each other as on the page. */
function layoutOf(view: ChartView): Layout {
  const origin = view.element.getBoundingClientRect();
  const charts = view.charts.flatMap(chart => {
    if (!chart.chart) return [];
    const { left, top } = chart.box.getBoundingClientRect();
    return [{ chart, left: left - origin.left, top: top - origin.top }];
  });
  const right = charts.map(({ chart, left }) => left + (chart.chart?.size.width ?? 0));
  const bottom = charts.map(({ chart, top }) => top + (chart.chart?.size.height ?? 0));
  const height = Math.max(1, ...bottom) + legendEntries(view).length * LEGEND_ROW + 2 * GAP;
  return { width: Math.ceil(Math.max(1, ...right)), height: Math.ceil(height), charts };
}

function paint(
  view: ChartView,
  layout: Layout,
  context: CanvasRenderingContext2D,
  scale = SCALE,
): void {
  const { theme } = view;
  context.scale(scale, scale);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, layout.width, layout.height);
  for (const { chart, left, top } of layout.charts) {
    context.save();
    context.translate(left, top);
    chart.chart?.drawOn(context);
    if (chart.drawn?.axes.isTitled === false) {
      context.font = `${theme.smallSize}px ${theme.fontFamily}`;
      context.fillStyle = theme.text;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      context.fillText(chart.metric, 2, -6);
    }
    context.restore();
  }
  const entries = legendEntries(view);
  const first = layout.height - GAP - entries.length * LEGEND_ROW;
  entries.forEach((draw, i) => draw(context, GAP, first + i * LEGEND_ROW));
}
