import type { PanelWords, ViewState, WindowData, WindowRequest } from '../core/protocol';
import { caption } from './caption';
import { notesOf } from './comparison';
import { element, setText } from './elements';
import type { Extent } from './extent';
import { unpack, type Line } from './lines';
import { MetricChart, type Scene } from './metricChart';
import type { Moves } from './navigation';
import { readTheme } from './readTheme';
import type { Shown, ShownSeries } from './shown';
import type { Theme } from './theme';
import { WindowClient } from './windowClient';
import { Zoom } from './zoom';

/** The points that arrived last, and what was asked. */
interface Window {
  readonly request: WindowRequest;
  readonly data: WindowData;
  /** By what was asked for. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** What the chart view tells. */
export interface ChartEvents {
  ask(id: number, request: WindowRequest): void;
  /** After every change of what is drawn. */
  drawn(view: ChartView, complete: boolean): void;
  /** The user chose by a gesture. */
  choose(choice: Partial<ViewState>): void;
  copy(text: string): void;
  /** The user wants to see where in the log a point of a line stands. */
  open(x: number, series: ShownSeries): void;
}

/** The charts with their common x axis, cursor and caption: draws what it has at once, and asks the host for what the view needs. */
export class ChartView {
  readonly element: HTMLElement;
  readonly #grid = element('div', 'chart-grid');
  readonly #caption = element('p', 'caption');
  readonly #zoom = new Zoom();
  readonly #client: WindowClient;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #events: ChartEvents;
  readonly #charts = new Map<string, MetricChart>();
  #theme: Theme = readTheme();
  #shown: Shown | null = null;
  #window: Window | null = null;
  #cursor: number | null = null;
  #highlight: string | null = null;
  #frame = 0;

  constructor(words: PanelWords, language: string, kept: ViewState['zoom'], events: ChartEvents) {
    this.#words = words;
    this.#language = language;
    this.#events = events;
    this.#zoom.restore(kept);
    this.#client = new WindowClient((id, request) => events.ask(id, request));
    this.element = element('figure', 'chart', this.#grid, this.#caption);
  }

  get theme(): Theme {
    return this.#theme;
  }

  get charts(): readonly MetricChart[] {
    return [...this.#charts.values()];
  }

  get caption(): string {
    return this.#caption.textContent;
  }

  /** Whether less than everything is in view. */
  get zoomed(): boolean {
    const limits = this.#shown?.state.limits ?? {};
    return this.#zoom.part !== null || this.charts.some(({ metric }) => metric in limits);
  }

  /** Shows another state of things: draws with the points at hand, and asks for the right ones. */
  show(shown: Shown): void {
    this.#shown = shown;
    if (shown.axis === null) return;
    const of = `${shown.run.index} ${shown.run.name}`;
    this.#zoom.follow(of, shown.axis, this.#logX);
    this.#arrange(shown);
    this.#draw();
    this.#ask();
  }

  receive(data: WindowData): void {
    const request = this.#client.receive(data);
    if (request === null) return;
    const lines = unpack(data);
    const keys = request.lines.map(line => JSON.stringify(line));
    const byKey = new Map(lines.map((line, i) => [keys[i] ?? '', line]));
    this.#window = { request, data, lines: byKey };
    this.#draw();
  }

  passOver(id: number): void {
    this.#client.passOver(id);
  }

  restyle(): void {
    this.#theme = readTheme();
    this.#draw();
  }

  /** Puts the cursor at a place on the x axis; null takes it away. */
  pointAt(x: number | null): void {
    this.#point(x, this.#highlight);
  }

  highlight(key: string | null): void {
    this.#point(this.#cursor, key);
  }

  resetZoom(): void {
    this.#events.choose({ limits: {} });
    this.#zoom.to(null);
    this.#later();
  }

  get #logX(): boolean {
    return this.#shown?.state.logX === true && this.#shown.axis?.positive !== null;
  }

  /** As many charts as metrics, in their order; those that stay keep what they are. */
  #arrange({ charts, state }: Shown): void {
    const wanted = new Set(charts.map(({ metric }) => metric));
    for (const [metric, chart] of this.#charts) {
      if (wanted.has(metric)) continue;
      chart.dispose();
      this.#charts.delete(metric);
    }
    this.#grid.classList.toggle('many', state.all && charts.length > 1);
    charts.forEach(({ metric }, i) => {
      const chart = this.#charts.get(metric) ?? this.#create(metric);
      if (this.#grid.children[i] !== chart.element) {
        this.#grid.insertBefore(chart.element, this.#grid.children[i] ?? null);
      }
    });
  }

  #create(metric: string): MetricChart {
    const made = { words: this.#words, language: this.#language };
    const chart = new MetricChart(metric, made, this.#zoom, this.#movesOf(metric));
    this.#charts.set(metric, chart);
    return chart;
  }

  #movesOf(metric: string): Moves {
    return {
      moved: () => this.#later(),
      limit: y => this.#limit(metric, y),
      point: x => this.#point(x, this.#highlight),
      keep: x => this.#charts.get(metric)?.keep(x),
      copy: text => this.#events.copy(text),
      selected: () => this.#point(this.#cursor, this.#highlight),
      open: (x, key) => {
        const chart = this.#shown?.charts.find(each => each.metric === metric);
        const series = chart?.series.find(each => each.key === key);
        if (series) this.#events.open(x, series);
      },
    };
  }

  #limit(metric: string, y: { readonly from: number; readonly to: number } | null): void {
    const { [metric]: before, ...others } = this.#shown?.state.limits ?? {};
    if (y === null && before === undefined) return;
    const sane = y !== null && Number.isFinite(y.to - y.from) && y.to > y.from;
    this.#events.choose({ limits: sane ? { ...others, [metric]: [y.from, y.to] } : others });
  }

  #point(cursor: number | null, highlight: string | null): void {
    this.#cursor = cursor;
    this.#highlight = highlight;
    for (const chart of this.#charts.values()) chart.point(cursor, highlight);
  }

  /** Draws and asks once before the next frame, however often it is called until then. */
  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
      this.#ask();
      this.#events.choose({ zoom: this.#zoom.kept });
    });
  }

  #ask(): void {
    const [first] = this.#charts.values();
    if (!this.#shown?.axis || !first) return;
    const { axis, charts, stage, state } = this.#shown;
    const part = this.#zoom.part;
    const series = charts.flatMap(chart => chart.series.filter(({ hidden }) => !hidden));
    const { robust, smoothing, smoother } = state;
    const request = {
      ...{ robust, smoothing, smoother, x: axis.axis, logX: this.#logX },
      lines: series.map(one => one.request),
      from: part?.from ?? (this.#logX ? this.#zoom.full.from : null),
      to: part?.to ?? null,
      width: first.width ?? 1000,
    };
    this.#client.ask(request, stage.version);
  }

  #draw(): void {
    const shown = this.#shown;
    if (!shown?.axis) return;
    const scene = this.#sceneOf(shown, shown.axis);
    const extents = shown.charts.flatMap(chart => {
      const keyed = new Map(chart.series.map(({ key, request }) => [key, JSON.stringify(request)]));
      const lineOf = (key: string) => scene.lineOf(keyed.get(key) ?? '');
      return this.#charts.get(chart.metric)?.show(chart, { ...scene, lineOf }) ?? [];
    });
    this.#say(extents, shown);
  }

  #sceneOf({ state }: Shown, axis: NonNullable<Shown['axis']>): Scene {
    const window = this.#window?.request.x === axis.axis ? this.#window : null;
    return {
      axis,
      state,
      x: this.#zoom.range,
      logX: this.#logX,
      theme: this.#theme,
      cursor: this.#cursor,
      highlight: this.#highlight,
      lineOf: key => window?.lines.get(key),
    };
  }

  #say(extents: readonly Extent[], shown: Shown): void {
    if (this.#window === null) return;
    const { data, request } = this.#window;
    const words = this.#words;
    const notes = notesOf(shown, request, data, words);
    setText(this.#caption, caption(data, extents, notes, shown.state, words, this.#language));
    this.#events.drawn(this, data.drawn >= data.total);
  }
}
