import type { AxisView, PanelWords, ViewState } from '../core/protocol';
import { CurveChart } from './chart';
import { ChartHead } from './chartHead';
import { chartSummary } from './chartSummary';
import { element, setText } from './elements';
import { extentOf, type Extent } from './extent';
import { listenTo } from './gestures';
import { forecastLine, type Line } from './lines';
import { Navigation, type Moves } from './navigation';
import type { DrawnLine, Picture } from './picture';
import type { PointPlaces } from './pointPlaces';
import type { Range } from './range';
import type { Axes } from './scales';
import type { ShownChart } from './shownCharts';
import type { Theme } from './theme';
import { Tooltip } from './tooltip';
import type { Zoom } from './zoom';

/** What all charts of a view have in common. */
export interface Scene {
  readonly axis: AxisView;
  /** The axes that it is not. */
  readonly others: readonly AxisView[];
  readonly state: ViewState;
  readonly x: Range;
  readonly logX: boolean;
  readonly theme: Theme;
  readonly cursor: number | null;
  readonly highlight: string | null;
  /** The points at hand of a line; undefined while there are none. */
  readonly lineOf: (key: string) => Line | undefined;
}

/** What charts are made with. */
export interface ChartGround {
  readonly words: PanelWords;
  readonly language: string;
  readonly points: PointPlaces;
}

/** A chart of one metric, with its tooltip. */
export class MetricChart {
  readonly element: HTMLElement;
  readonly metric: string;
  /** What is drawn on, with what lies over it. */
  readonly box: HTMLElement;
  readonly #head: ChartHead;
  readonly #canvas = element('canvas', 'chart-canvas');
  readonly #overlay = element('p', 'chart-overlay');
  readonly #tooltip: Tooltip;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #zoom: Zoom;
  readonly #moves: Moves;
  #chart: CurveChart | null = null;
  #pointed = false;
  #y = NaN;
  #scene: Pick<Scene, 'others' | 'state'> | null = null;

  constructor(metric: string, { words, language, points }: ChartGround, zoom: Zoom, moves: Moves) {
    this.metric = metric;
    this.#words = words;
    this.#language = language;
    this.#zoom = zoom;
    this.#moves = moves;
    this.#tooltip = new Tooltip(words, points, {
      copy: text => moves.copy(text),
      close: () => this.#close(),
    });
    this.#canvas.tabIndex = 0;
    this.#canvas.setAttribute('role', 'img');
    this.box = element('div', 'chart-box', this.#canvas, this.#overlay, this.#tooltip.element);
    this.#head = new ChartHead(metric, words, moves);
    this.element = element('div', 'chart-card', this.#head.element, this.box);
    for (const type of ['pointerenter', 'focus']) {
      this.#canvas.addEventListener(type, () => (this.#pointed = true));
    }
    for (const type of ['pointerleave', 'blur']) {
      this.#canvas.addEventListener(type, () => (this.#pointed = false));
    }
    this.#canvas.addEventListener('pointermove', ({ offsetY }) => {
      this.#y = offsetY;
      if (this.#scene?.state.tooltip === 'nearest') this.#tip();
    });
    this.#canvas.addEventListener('keydown', () => (this.#y = NaN));
  }

  /** Width of the chart area in device pixels; null before it was drawn. */
  get width(): number | null {
    return this.#chart?.width ?? null;
  }

  get chart(): CurveChart | null {
    return this.#chart;
  }

  /** What is drawn, and the axes it is drawn on; null before. */
  get drawn(): { readonly lines: readonly DrawnLine[]; readonly axes: Axes } | null {
    return this.#chart && { lines: this.#chart.picture.lines, axes: this.#chart.axes };
  }

  show(shown: ShownChart, scene: Scene): Extent {
    const { axis, state, x } = scene;
    this.#head.element.hidden = !state.all;
    this.#head.show(shown.isPinned, this.metric);
    this.#scene = scene;
    const lines = shown.series.flatMap(
      ({ key, group, name, shortName, style, request, hidden }) => {
        const line = hidden ? undefined : scene.lineOf(key);
        return line ? [{ line, key, group, name, shortName, style, request }] : [];
      },
    );
    const limits = state.limits[this.metric] ?? null;
    const wanted = { log: state.logY, robust: state.robust, limits };
    const picture = this.#pictureOf(lines, scene);
    const drawn = lines.map(({ line }) => line);
    const { forecast } = picture;
    const ahead = lines.length > 0 && forecast ? [forecastLine(forecast, x.to)] : [];
    const extent = extentOf([...drawn, ...ahead], x, wanted);
    const axes: Axes = {
      x,
      y: extent.range,
      limited: limits !== null,
      axis,
      metric: this.metric,
      isTitled: !state.all,
      language: this.#language,
    };
    this.#draw(picture, axes);
    const nothing = shown.series.every(({ hidden }) => hidden)
      ? this.#words.allHidden
      : this.#words.noPoints;
    setText(
      this.#overlay,
      extent.any || (lines.length === 0 && shown.series.some(s => !s.hidden)) ? '' : nothing,
    );
    this.#chart?.describe(chartSummary(lines, axes, this.#words));
    return extent;
  }

  /** The cursor, the selection or the line that stands out is another one. */
  point(cursor: number | null, highlight: string | null): void {
    if (!this.#chart) return;
    const { picture } = this.#chart;
    const isSame = picture.highlight === highlight;
    picture.cursor = cursor;
    picture.highlight = highlight;
    if (isSame) this.#chart.moveCursor();
    else this.#chart.redraw();
    this.#tip();
  }

  /** Keeps the values at a place of the x axis in view; no longer where they are kept already. */
  keep(at: number): void {
    if (this.#tooltip.kept === at) this.#close();
    else this.#keep(at);
  }

  #close(): void {
    this.#keep(null);
    this.#canvas.focus({ preventScroll: true });
  }

  #keep(at: number | null): void {
    this.#tooltip.keep(at);
    if (!this.#chart) return;
    this.#chart.picture.kept = at;
    this.#chart.redraw();
    this.#tip();
  }

  dispose(): void {
    this.#chart?.dispose();
    this.element.remove();
  }

  #pictureOf(lines: readonly DrawnLine[], scene: Scene): Picture {
    const { axis, state, theme, logX, cursor, highlight } = scene;
    const compared = state.compare !== 'single';
    const isMine = (metric: string | null) => metric === null || metric === this.metric;
    const { forecast } = axis;
    return {
      lines,
      marks: compared ? [] : axis.marks.filter(mark => isMine(mark.metric)),
      forecast: !compared && forecast && isMine(forecast.metric) ? forecast : null,
      logX,
      logY: state.logY,
      theme,
      highlight,
      cursor,
      kept: this.#tooltip.kept,
      selection: this.#chart?.picture.selection ?? null,
    };
  }

  #draw(picture: Picture, axes: Axes): void {
    if (this.#chart) this.#chart.show(picture, axes);
    else {
      const chart = new CurveChart(this.#canvas, picture, axes, () => this.#moves.moved());
      this.#chart = chart;
      listenTo(this.#canvas, new Navigation(chart, this.#zoom, this.#moves));
    }
    this.#tip();
  }

  #tip(): void {
    if (!this.#chart || !this.#scene) return;
    if (this.#pointed || this.#tooltip.kept !== null) {
      const { picture, axes } = this.#chart;
      const { others, state } = this.#scene;
      this.#tooltip.show({
        ...{ picture, axes, others, map: this.#chart.mapping(), y: this.#y },
        ...{ order: state.tooltip, withPlaces: state.places },
      });
    } else this.#tooltip.hide();
  }
}
