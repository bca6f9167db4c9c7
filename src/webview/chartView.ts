import type {
  FromPanel,
  PanelWords,
  ToPanel,
  ViewState,
  WindowData,
  WindowRequest,
} from '../core/protocol';
import { caption } from './caption';
import { limitChoice, pinChoice } from './choices';
import { ChartSet } from './chartSet';
import type { Choose } from './controlKinds';
import { notesOf } from './comparison';
import { DrawTimes } from './drawTimes';
import { element, setText } from './elements';
import type { Extent } from './extent';
import { heldWindow, type HeldWindow } from './heldWindow';
import { MetricChart, type Scene } from './metricChart';
import { PointPlaces } from './pointPlaces';
import type { Moves } from './navigation';
import { readTheme } from './readTheme';
import type { Shown } from './shown';
import type { ShownChart, ShownSeries } from './shownCharts';
import type { Theme } from './theme';
import { linesOf, windowQuestion } from './windowQuestion';
import { WindowClient } from './windowClient';
import { Zoom } from './zoom';

/** What the chart view tells. */
export interface ChartEvents {
  ask(question: Extract<FromPanel, { type: 'window' | 'places' }>): void;
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
  readonly #set: ChartSet;
  readonly #caption = element('p', 'caption');
  readonly #zoom = new Zoom();
  readonly #times = new DrawTimes({
    draw: () => this.#draw(),
    isWaiting: () => this.#client.isWaiting,
    framed: () => this.#events.choose({ zoom: this.#zoom.kept }),
  });
  readonly #client: WindowClient;
  readonly #points: PointPlaces;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #events: ChartEvents;
  #theme: Theme = readTheme();
  #shown: Shown | null = null;
  #window: HeldWindow | null = null;
  #cursor: number | null = null;
  #highlight: string | null = null;
  #whole: (() => void) | null = null;

  constructor(words: PanelWords, language: string, kept: ViewState['zoom'], events: ChartEvents) {
    this.#words = words;
    this.#language = language;
    this.#events = events;
    this.#zoom.restore(kept);
    this.#client = new WindowClient((id, request) => events.ask({ type: 'window', id, request }));
    this.#points = new PointPlaces(question => events.ask(question));
    const ground = { words, language, points: this.#points };
    const create = (metric: string) =>
      new MetricChart(metric, ground, this.#zoom, this.#movesOf(metric));
    const choose: Choose = choice => events.choose(choice);
    this.#set = new ChartSet(words, choose, create, () => this.#later());
    this.element = element('figure', 'chart', this.#set.element, this.#caption);
  }

  get theme(): Theme {
    return this.#theme;
  }

  get charts(): readonly MetricChart[] {
    return this.#set.all;
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
    this.#points.renew(shown.stage.version);
    if (shown.axis === null) return;
    const of = `${shown.run.index} ${shown.run.name}`;
    this.#zoom.follow(of, shown.axis, this.#logX);
    this.#set.arrange(shown);
    this.#times.now();
    this.#ask();
  }

  receive(data: WindowData): void {
    const request = this.#client.receive(data);
    if (request === null) return;
    this.#window = heldWindow(request, data);
    this.#times.soon(this.#whole !== null);
    this.#tellWhole(request);
  }

  #tellWhole({ lines }: WindowRequest): void {
    const all = linesOf(this.#shown?.charts ?? []);
    if (this.#whole === null || lines.length < all.length) return;
    this.#whole();
    this.#whole = null;
  }

  passOver(id: number): void {
    this.#client.passOver(id);
  }

  receivePlaces({ id, places }: Extract<ToPanel, { type: 'places' }>): void {
    if (this.#points.receive(id, places)) this.#point(this.#cursor, this.#highlight);
  }

  restyle(): void {
    this.#theme = readTheme();
    this.#times.now();
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

  /** The charts that are to be drawn. */
  #drawnOf(shown: Shown): readonly ShownChart[] {
    return this.#whole === null ? this.#set.seen(shown) : shown.charts;
  }

  /** Resolves when every chart is drawn, seen or not. */
  whole(): Promise<void> {
    const shown = this.#shown;
    if (!shown?.axis) return Promise.resolve();
    const missing = linesOf(shown.charts).length - linesOf(this.#drawnOf(shown)).length;
    if (missing === 0) return Promise.resolve();
    return new Promise(resolve => {
      this.#whole = resolve;
      this.#ask();
    });
  }

  #movesOf(metric: string): Moves {
    return {
      moved: () => this.#later(),
      limit: y => {
        const choice = this.#shown && limitChoice(this.#shown.state, metric, y);
        if (choice) this.#events.choose(choice);
      },
      point: x => this.#point(x, this.#highlight),
      keep: x => this.#set.get(metric)?.keep(x),
      copy: text => this.#events.copy(text),
      pin: () => this.#shown && this.#events.choose(pinChoice(this.#shown.state, metric)),
      enlarge: () => this.#events.choose({ all: false, metric }),
      selected: () => this.#point(this.#cursor, this.#highlight),
      open: (x, key) => {
        const chart = this.#shown?.charts.find(each => each.metric === metric);
        const series = chart?.series.find(each => each.key === key);
        if (series) this.#events.open(x, series);
      },
    };
  }

  #point(cursor: number | null, highlight: string | null): void {
    this.#cursor = cursor;
    this.#highlight = highlight;
    this.#set.point(cursor, highlight);
  }

  /** Asks at once: the host works while the next frame is waited for. */
  #later(): void {
    this.#ask();
    this.#times.later();
  }

  #ask(): void {
    if (!this.#shown?.axis) return;
    const { axis, stage, state } = this.#shown;
    const charts = this.#drawnOf(this.#shown);
    const [width = 1000] = this.charts.flatMap(chart => chart.width ?? []);
    const question = windowQuestion(charts, axis.axis, state, this.#zoom, this.#logX, width);
    this.#client.ask(question, stage.version);
  }

  #draw(): void {
    const shown = this.#shown;
    if (!shown?.axis) return;
    const scene = this.#sceneOf(shown, shown.axis);
    const extents = this.#drawnOf(shown).flatMap(chart => {
      const keyed = new Map(chart.series.map(({ key, request }) => [key, JSON.stringify(request)]));
      const lineOf = (key: string) => scene.lineOf(keyed.get(key) ?? '');
      return this.#set.get(chart.metric)?.show(chart, { ...scene, lineOf }) ?? [];
    });
    this.#say(extents, shown);
  }

  #sceneOf({ state, run }: Shown, axis: NonNullable<Shown['axis']>): Scene {
    const window = this.#window?.request.x === axis.axis ? this.#window : null;
    return {
      axis,
      others: run.axes.filter(other => other.axis !== axis.axis),
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
    const notes = notesOf(shown, request, data, words, this.#language);
    setText(this.#caption, caption(data, extents, notes, shown.state, words, this.#language));
    this.#events.drawn(this, data.drawn >= data.total);
  }
}
