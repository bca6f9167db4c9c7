import { Chart, LinearScale, LineController, LogarithmicScale } from 'chart.js';
import type { ChartOptions } from 'chart.js';
import { mappingOf, type Mapping, type Picture } from './picture';
import { cursor, drawCursors } from './plugins/cursor';
import { curves } from './plugins/curves';
import { forecast } from './plugins/forecast';
import { evidence, labelRoom } from './plugins/evidence';
import type { Range } from './range';
import { xScale, yScale, type Axes } from './scales';
import { Still } from './still';

Chart.register(LineController, LinearScale, LogarithmicScale);

/** The chart: Chart.js has the axes and the canvas, our plugins draw. Nothing in it moves by itself. */
export class CurveChart {
  readonly #chart: Chart<'line'>;
  #picture: Picture;
  #axes: Axes;
  readonly #still = new Still();

  constructor(canvas: HTMLCanvasElement, picture: Picture, axes: Axes, resized: () => void) {
    this.#picture = picture;
    this.#axes = axes;
    const now = () => this.#picture;
    // Chart.js draws before its constructor returns, so the plugins bring the chart with them.
    const mapping = (chart: Chart) => this.#mappingOn(chart);
    this.#chart = new Chart<'line'>(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: this.#options(),
      plugins: [
        { id: 'still', beforeDraw: () => this.#still.drop() },
        ...[forecast, evidence, curves, cursor].map(plugin => plugin(now, mapping)),
      ],
    });
    // Only from here on: the first size is not a change of it.
    this.#chart.options.onResize = resized;
  }

  get picture(): Picture {
    return this.#picture;
  }

  get axes(): Axes {
    return this.#axes;
  }

  /** Width of the chart area in device pixels, at least 1. */
  get width(): number {
    const { left, right } = this.#chart.chartArea;
    return Math.max(1, Math.round((right - left) * this.#chart.currentDevicePixelRatio));
  }

  /** Where values are on the canvas; with another range of x, where they will be with the next frame. */
  mapping(x: Range = this.#axes.x): Mapping {
    return this.#mappingOn(this.#chart, x);
  }

  show(picture: Picture, axes: Axes): void {
    this.#picture = picture;
    this.#axes = axes;
    this.#chart.options = { ...this.#options(), onResize: this.#chart.options.onResize ?? noop };
    this.#chart.update('none');
  }

  /** Ends it; its canvas may be used for nothing else. */
  dispose(): void {
    this.#chart.destroy();
  }

  /** Draws everything once more on another context, over what is there. */
  drawOn(context: CanvasRenderingContext2D): void {
    const chart = this.#chart as { ctx: CanvasRenderingContext2D; clear: () => void };
    const { ctx } = chart;
    const clear = chart.clear.bind(chart);
    // The axes hold the context for themselves.
    const scales = Object.values(this.#chart.scales);
    const holders: readonly { ctx: CanvasRenderingContext2D }[] = [chart, ...scales];
    for (const holder of holders) holder.ctx = context;
    chart.clear = noop;
    try {
      this.#chart.draw();
    } finally {
      for (const holder of holders) holder.ctx = ctx;
      chart.clear = clear;
    }
  }

  /** In CSS pixels. */
  get size(): { readonly width: number; readonly height: number } {
    return { width: this.#chart.width, height: this.#chart.height };
  }

  /** Draws again after what stands out or the selection is another one. */
  redraw(): void {
    this.#chart.draw();
  }

  /** Draws again after the cursor moved: over what was drawn before, where that is still so. */
  moveCursor(): void {
    const { canvas, ctx } = this.#chart;
    const { cursor: at, kept, selection } = this.#picture;
    if (!this.#still.has(canvas)) {
      Object.assign(this.#picture, { cursor: null, kept: null, selection: null });
      this.#chart.draw();
      Object.assign(this.#picture, { cursor: at, kept, selection });
      this.#still.take(canvas);
    }
    this.#still.paint(ctx);
    drawCursors(ctx, this.mapping(), this.#picture);
  }

  /** Says in words what the picture shows. */
  describe(text: string): void {
    this.#chart.canvas.setAttribute('aria-label', text);
  }

  #mappingOn({ chartArea }: Pick<Chart, 'chartArea'>, x = this.#axes.x): Mapping {
    const { logX, logY } = this.#picture;
    return mappingOf(chartArea, x, this.#axes.y, { x: logX, y: logY });
  }

  #options(): ChartOptions<'line'> {
    const { theme, logX, logY } = this.#picture;
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      resizeDelay: 30,
      events: [],
      parsing: false,
      normalized: true,
      layout: { padding: { top: this.#labelRoom(), right: 10 } },
      scales: {
        x: xScale(this.#axes, theme, this.#areaWidth(), logX),
        y: yScale(this.#axes, theme, logY),
      },
    };
  }

  /** Of the last layout; before the first one, a usual width. */
  #areaWidth(): number {
    const chart = this.#chart as Chart<'line'> | undefined;
    return chart?.chartArea ? chart.chartArea.right - chart.chartArea.left : 600;
  }

  /** Measured on the chart area of the last layout, as the next one is not known before it has this room. */
  #labelRoom(): number {
    const least = 6;
    const chart = this.#chart as Chart<'line'> | undefined;
    if (!chart?.chartArea) return least;
    const { marks, theme } = this.#picture;
    return Math.max(least, labelRoom(chart.ctx, this.mapping(), marks, theme) + 4);
  }
}

/** Chart.js wants a function where there was one before. */
function noop(): void {
  // Nothing to do.
}
