import { element, icon } from './elements';
import { nearest } from './lines';
import { position, readable } from './numbers';
import type { DrawnLine, Mapping, Picture } from './picture';
import type { Axes } from './scales';
import { dashPattern } from './seriesStyle';

/** Values farther than this from the cursor, in CSS pixels, are not said to be there. */
const NEAR = 10;
const DISTANCE = 14;
/** As many lines as fit beside the chart. */
const MOST_ROWS = 16;

/** The values of all series where the cursor stands. */
export class Tooltip {
  readonly element: HTMLElement;

  constructor() {
    this.element = element('div', 'tooltip');
    this.element.setAttribute('role', 'status');
    this.element.hidden = true;
  }

  hide(): void {
    this.element.hidden = true;
  }

  show(picture: Picture, axes: Axes, map: Mapping): void {
    const at = picture.cursor;
    if (at === null) {
      this.hide();
      return;
    }
    const { axis, language } = axes;
    const head = `${axis.label} ${position(at, axis.axis, language)}`;
    const rows = picture.lines.flatMap(drawn => this.#row(drawn, at, picture, axes, map));
    const more = rows.length > MOST_ROWS ? [element('div', 'tooltip-head', '…')] : [];
    const shown = rows.slice(0, MOST_ROWS);
    this.element.replaceChildren(element('div', 'tooltip-head', head), ...shown, ...more);
    this.element.hidden = false;
    this.#place(map.x(at), map);
  }

  #row({ line, name, style }: DrawnLine, at: number, picture: Picture, axes: Axes, map: Mapping) {
    const index = nearest(line.points, at);
    const x = index === -1 ? NaN : line.points[2 * index]!;
    if (!(Math.abs(map.x(x) - map.x(at)) <= NEAR)) return [];
    const swatch = icon('swatch', 18, 8, 'M1 4H17');
    const path = swatch.querySelector('path');
    path?.setAttribute('stroke-dasharray', dashPattern(style.dash).join());
    path?.style.setProperty('stroke', picture.theme.colours[style.colour]);
    const value = readable(line.points[2 * index + 1]!, axes.language);
    const elsewhere = x === at ? '' : ` @ ${position(x, axes.axis.axis, axes.language)}`;
    const text = element('span', 'tooltip-value', value + elsewhere);
    return [element('div', 'tooltip-row', swatch, element('span', 'tooltip-name', name), text)];
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
