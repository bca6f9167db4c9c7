import type { AxisView, PanelWords, TooltipOrder } from '../core/protocol';
import { button, element, icon } from './elements';
import { counted, fill, placeOn, readable } from './numbers';
import type { Mapping, Picture } from './picture';
import type { PointPlaces } from './pointPlaces';
import type { Axes } from './scales';
import { dashPattern } from './seriesStyle';
import { colourIn } from './theme';
import { nearestRow, nearestRows, tooltipRows, type TooltipRow } from './tooltipRows';

const DISTANCE = 14;
/** As many lines as fit into the chart, at this height of each; kept, it scrolls. */
const ROW = 18;
const LEAST_ROWS = 6;
const MOST_KEPT = 200;

/** What the tooltip is shown for. */
export interface TooltipScene {
  readonly picture: Picture;
  readonly axes: Axes;
  readonly map: Mapping;
  /** Pixel of the pointer; NaN without one. */
  readonly y: number;
  readonly order: TooltipOrder;
  /** The other axes of the run, for values that come with their places on them. */
  readonly others: readonly AxisView[];
  readonly withPlaces: boolean;
}

/** What is said of each line at the cursor. */
interface Column {
  readonly title: string;
  readonly text: (row: TooltipRow, index: number) => string;
}

/** What the user does in a tooltip that was kept. */
export interface TooltipEvents {
  copy(text: string): void;
  close(): void;
}

/** The values of all series where the cursor stands; kept, it stays there to be read, selected and copied. */
export class Tooltip {
  readonly element: HTMLElement;
  readonly #words: PanelWords;
  readonly #events: TooltipEvents;
  readonly #points: PointPlaces;
  #kept: number | null = null;

  constructor(words: PanelWords, points: PointPlaces, events: TooltipEvents) {
    this.#words = words;
    this.#points = points;
    this.#events = events;
    this.element = element('div', 'tooltip');
    this.element.setAttribute('role', 'status');
    this.element.hidden = true;
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape') events.close();
    });
  }

  /** Where it was kept, on the x axis; null: it follows the cursor. */
  get kept(): number | null {
    return this.#kept;
  }

  keep(at: number | null): void {
    this.#kept = at;
    this.element.classList.toggle('kept', at !== null);
  }

  hide(): void {
    if (this.#kept === null) this.element.hidden = true;
  }

  show(scene: TooltipScene): void {
    const at = this.#kept ?? scene.picture.cursor;
    const { from, to } = scene.axes.x;
    if (at === null || !(at >= from && at <= to)) {
      this.element.hidden = true;
      return;
    }
    // What is selected in it stays selected.
    if (this.#isSelected) return;
    const rows = tooltipRows(scene.picture.lines, at, scene.y, scene.map, scene.order);
    this.element.replaceChildren(...this.#content(rows, at, scene));
    this.element.hidden = false;
    this.#place(scene.map.x(at), scene.map);
  }

  get #isSelected(): boolean {
    const selection = document.getSelection();
    const inside = this.element.contains(selection?.anchorNode ?? null);
    return this.#kept !== null && inside && selection?.isCollapsed === false;
  }

  #content(rows: readonly TooltipRow[], at: number, scene: TooltipScene): readonly HTMLElement[] {
    const { axis, language } = scene.axes;
    const title = element('span', '', `${axis.label} ${placeOn(axis, at, language)}`);
    const head = element('div', 'tooltip-head', title);
    const { top, bottom } = scene.map;
    const fit = Math.max(LEAST_ROWS, Math.floor((bottom - top) / ROW) - 2);
    const shown = nearestRows(rows, this.#kept === null ? fit : MOST_KEPT);
    const nearestOne = nearestRow(shown);
    const columns = this.#columns(shown, at, scene);
    const body = shown.map((row, i) => this.#row(row, i, columns, scene, i === nearestOne));
    const table = element('table', '', element('tbody', '', ...body));
    if (columns.length > 1) table.prepend(titlesOf(columns));
    if (this.#kept !== null) {
      const copy = button(this.#words.copyTable, 'link', () => this.#events.copy(textOf(table)));
      const close = button('×', 'close', () => this.#events.close());
      close.setAttribute('aria-label', this.#words.close);
      head.append(copy, close);
    }
    const left = rows.length - shown.length;
    if (left <= 0) return [head, table];
    const more = fill(this.#words.tooltipMore, { count: counted(left, language) });
    return [head, table, element('p', 'tooltip-head', more)];
  }

  #columns(rows: readonly TooltipRow[], at: number, scene: TooltipScene): readonly Column[] {
    const { axis, language } = scene.axes;
    // Kept, numbers are exact.
    const number = (given: number) =>
      this.#kept === null ? readable(given, language) : String(given);
    const value: Column = {
      title: this.#words.value,
      text: ({ x, value: logged }) =>
        number(logged) + (x === at ? '' : ` @ ${placeOn(axis, x, language)}`),
    };
    const smooth: Column = {
      title: this.#words.smoothed,
      text: row => (isSmoothed(row) ? number(row.smoothed) : ''),
    };
    return [...(rows.some(isSmoothed) ? [smooth] : []), value, ...this.#places(rows, scene)];
  }

  /** Where each value stands on the other axes; of a mean of several there is no such place. */
  #places(rows: readonly TooltipRow[], scene: TooltipScene): readonly Column[] {
    const { axes, others, withPlaces } = scene;
    const points = rows.map(({ drawn: { request }, x }) => {
      const [series = null] = request.members.length === 1 ? request.members : [];
      return series && { series, at: x };
    });
    const asked = points.filter(point => point !== null);
    if (asked.length === 0 || !(withPlaces || this.#kept !== null)) return [];
    const found = this.#points.of(axes.axis.axis, asked);
    const places = points.map(point => point && (found[asked.indexOf(point)] ?? null));
    return others.map(other => ({
      title: other.label,
      text: (_row, index) => {
        const place = places[index]?.[other.axis];
        return place === undefined ? '' : placeOn(other, place, axes.language);
      },
    }));
  }

  #row(
    row: TooltipRow,
    index: number,
    columns: readonly Column[],
    { picture }: TooltipScene,
    isNearest: boolean,
  ) {
    const { drawn } = row;
    const { style } = drawn;
    const swatch = icon('swatch', 18, 8, 'M1 4H17');
    const path = swatch.querySelector('path');
    path?.setAttribute('stroke-dasharray', dashPattern(style.dash).join());
    path?.style.setProperty('stroke', colourIn(picture.theme, style.colour));
    const name = element('th', 'tooltip-name', swatch, drawn.shortName);
    name.scope = 'row';
    const cells = columns.map(({ text }) => element('td', 'tooltip-value', text(row, index)));
    return element('tr', isNearest ? 'nearest' : '', name, ...cells);
  }

  /** Beside the cursor, on the side with more room, never outside the chart. */
  #place(x: number, map: Mapping): void {
    const width = this.element.offsetWidth;
    const right = x + DISTANCE;
    const left = x - DISTANCE - width;
    const fits = right + width <= map.right + 8;
    this.element.style.setProperty('left', `${Math.max(2, fits ? right : left)}px`);
    this.element.style.setProperty('top', `${map.top + 6}px`);
  }
}

function titlesOf(columns: readonly Column[]): HTMLElement {
  const titles = ['', ...columns.map(({ title }) => title)].map(text => element('th', '', text));
  return element('thead', '', element('tr', '', ...titles));
}

function isSmoothed({ smoothed }: TooltipRow): boolean {
  return !Number.isNaN(smoothed);
}

/** Rows as tab-separated values. */
function textOf(table: HTMLTableElement): string {
  const lines = [...table.rows].map(({ cells }) =>
    [...cells].map(cell => cell.textContent.replace(/\s/g, ' ')).join('\t'),
  );
  return `${lines.join('\n')}\n`;
}
