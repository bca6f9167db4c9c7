import type { AxisView, PanelWords, WindowData, WindowRequest } from '../core/protocol';
import { caption } from './caption';
import { CurveChart } from './chart';
import { chartSummary } from './chartSummary';
import { element, setText } from './elements';
import { extentOf, type Extent } from './extent';
import { listenTo } from './gestures';
import { unpack, type Line } from './lines';
import { Navigation } from './navigation';
import type { DrawnLine, Picture } from './picture';
import type { Axes } from './scales';
import type { Shown } from './shown';
import { readTheme } from './readTheme';
import type { Theme } from './theme';
import { Tooltip } from './tooltip';
import { WindowClient } from './windowClient';
import { Zoom } from './zoom';

/** The points that arrived last, and what was asked. */
interface Window {
  readonly request: WindowRequest;
  readonly data: WindowData;
  readonly lines: readonly Line[];
}

/** What the chart view tells. */
export interface ChartEvents {
  ask(id: number, request: WindowRequest): void;
  /** After every change of what is drawn. */
  drawn(lines: readonly DrawnLine[], axis: AxisView, complete: boolean, zoomed: boolean): void;
}

/** The chart with its tooltip and caption: draws what it has at once, and asks the host for what the view needs. */
export class ChartView {
  readonly element: HTMLElement;
  readonly #canvas = element('canvas', 'chart-canvas');
  readonly #caption = element('p', 'caption');
  readonly #overlay = element('p', 'chart-overlay');
  readonly #tooltip = new Tooltip();
  readonly #zoom = new Zoom();
  readonly #client: WindowClient;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #events: ChartEvents;
  #theme: Theme = readTheme();
  #chart: CurveChart | null = null;
  #shown: Shown | null = null;
  #window: Window | null = null;
  #frame = 0;

  constructor(words: PanelWords, language: string, events: ChartEvents) {
    this.#words = words;
    this.#language = language;
    this.#events = events;
    this.#client = new WindowClient((id, request) => events.ask(id, request));
    this.#canvas.tabIndex = 0;
    this.#canvas.setAttribute('role', 'img');
    const box = element('div', 'chart-box', this.#canvas, this.#overlay, this.#tooltip.element);
    this.element = element('figure', 'chart', box, this.#caption);
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Shows another state of things: draws with the points at hand, and asks for the right ones. */
  show(shown: Shown): void {
    this.#shown = shown;
    if (shown.axis === null) return;
    this.#zoom.follow(`${shown.run.index} ${shown.run.name}`, shown.axis);
    this.#draw();
    this.#ask();
  }

  receive(data: WindowData): void {
    const request = this.#client.receive(data);
    if (request === null) return;
    this.#window = { request, data, lines: unpack(data) };
    this.#draw();
  }

  restyle(): void {
    this.#theme = readTheme();
    this.#draw();
  }

  resetZoom(): void {
    if (this.#zoom.to(null)) this.#later();
  }

  /** Draws and asks once before the next frame, however often it is called until then. */
  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
      this.#ask();
    });
  }

  #ask(): void {
    if (!this.#shown?.axis || !this.#chart) return;
    const { run, axis, series, state } = this.#shown;
    const part = this.#zoom.part;
    this.#client.ask({
      run: run.index,
      series: series.filter(({ hidden }) => !hidden).map(({ view }) => view.index),
      x: axis.axis,
      from: part?.from ?? null,
      to: part?.to ?? null,
      width: this.#chart.width,
      smoothing: state.smoothing,
    });
  }

  #draw(): void {
    if (!this.#shown?.axis) return;
    const { axis, metric, state } = this.#shown;
    const lines = this.#linesOf(this.#shown);
    const x = this.#zoom.range;
    const extent = extentOf(
      lines.map(({ line }) => line),
      x,
      state.logY,
    );
    const axes: Axes = { x, y: extent.range, axis, metric, language: this.#language };
    const picture: Picture = {
      lines,
      marks: axis.marks.filter(mark => mark.metric === null || mark.metric === metric),
      logY: state.logY,
      theme: this.#theme,
      cursor: this.#chart?.picture.cursor ?? null,
      selection: this.#chart?.picture.selection ?? null,
    };
    if (this.#chart) this.#chart.show(picture, axes);
    else this.#chart = this.#create(picture, axes);
    this.#point();
    this.#say(lines, axes, extent);
  }

  /** The lines at hand of the series in view, as long as they are of this run on this axis. */
  #linesOf({ run, axis, series }: Shown): readonly DrawnLine[] {
    if (this.#window === null) return [];
    const { request, lines } = this.#window;
    if (request.run !== run.index || request.x !== axis?.axis) return [];
    return series.flatMap(({ view, style, hidden }) => {
      const line = lines.find(candidate => candidate.series === view.index);
      return line && !hidden ? [{ line, name: view.name, style }] : [];
    });
  }

  #create(picture: Picture, axes: Axes): CurveChart {
    const chart = new CurveChart(this.#canvas, picture, axes, () => this.#later());
    const pointed = () => {
      chart.redraw();
      this.#point();
    };
    listenTo(this.#canvas, new Navigation(chart, this.#zoom, () => this.#later(), pointed));
    return chart;
  }

  #point(): void {
    if (!this.#chart) return;
    this.#tooltip.show(this.#chart.picture, this.#chart.axes, this.#chart.mapping());
  }

  #say(lines: readonly DrawnLine[], axes: Axes, extent: Extent): void {
    if (this.#window === null || this.#shown === null) return;
    const words = this.#words;
    const { data } = this.#window;
    const { series, state } = this.#shown;
    const nothing = series.every(({ hidden }) => hidden) ? words.allHidden : words.noPoints;
    setText(this.#overlay, extent.any ? '' : nothing);
    setText(this.#caption, caption(data, extent, state.smoothing, words, this.#language));
    this.#chart?.describe(chartSummary(lines, axes, words));
    const complete = data.drawn >= data.total;
    this.#events.drawn(lines, axes.axis, complete, this.#zoom.part !== null);
  }
}
