import type { PanelWords } from '../core/protocol';
import type { Choose } from './controlKinds';
import { button, element } from './elements';
import { counted, fill, placeOn } from './numbers';
import type { DrawnLine } from './picture';
import type { Axes } from './scales';
import { statsTable } from './statsTable';
import { tableRows, tabSeparated } from './tableRows';

/** More rows than anyone reads make a page slow; the log itself has them all. */
const MOST_ROWS = 500;

interface Latest {
  readonly lines: readonly DrawnLine[];
  readonly axes: Axes;
  readonly complete: boolean;
}

/** The points in view as a table: an equal view for those who do not see the chart. Built only while open. */
export class TableView {
  readonly element: HTMLDetailsElement;
  readonly #stats = element('div', 'table-scroll');
  readonly #content = element('div', 'table-scroll table-tall');
  readonly #words: PanelWords;
  readonly #language: string;
  #latest: Latest | null = null;

  /** `copy` gets the table as tab-separated values: all rows of what is drawn. */
  constructor(words: PanelWords, language: string, choose: Choose, copy: (text: string) => void) {
    this.#words = words;
    this.#language = language;
    this.#content.tabIndex = 0;
    this.#content.setAttribute('role', 'region');
    this.#content.setAttribute('aria-label', words.table);
    const copying = button(words.copyTable, 'secondary', () => copy(this.#text()));
    this.element = element(
      'details',
      'data',
      element('summary', '', words.table),
      this.#stats,
      element('p', 'table-actions', copying),
      this.#content,
    );
    this.element.addEventListener('toggle', () => {
      choose({ table: this.element.open });
      this.#build();
    });
  }

  set open(open: boolean) {
    this.element.open = open;
  }

  show(lines: readonly DrawnLine[], axes: Axes, complete: boolean): void {
    this.#latest = { lines, axes, complete };
    this.#build();
  }

  #text(): string {
    if (this.#latest === null) return '';
    const {
      lines,
      axes: { axis },
    } = this.#latest;
    const names = [axis.label, ...lines.map(({ name }) => name)];
    const all = lines.map(({ line }) => line);
    return tabSeparated(names, tableRows(all, Infinity));
  }

  #build(): void {
    if (!this.element.open || this.#latest === null) return;
    const { lines, axes, complete } = this.#latest;
    const { axis } = axes;
    this.#stats.replaceChildren(statsTable(lines, axes, this.#words));
    const rows = tableRows(
      lines.map(({ line }) => line),
      MOST_ROWS + 1,
    );
    const titles = [axis.label, ...lines.map(({ name }) => name)].map(name => {
      const cell = element('th', '', name);
      cell.scope = 'col';
      return cell;
    });
    const body = rows.slice(0, MOST_ROWS).map(({ x, values }) => {
      const head = element('th', '', placeOn(axis, x, this.#language));
      head.scope = 'row';
      const cells = values.map(value =>
        element('td', '', value === undefined ? '' : String(value)),
      );
      return element('tr', '', head, ...cells);
    });
    const table = element(
      'table',
      '',
      element('thead', '', element('tr', '', ...titles)),
      element('tbody', '', ...body),
    );
    const cut = rows.length > MOST_ROWS || !complete;
    const count = counted(Math.min(rows.length, MOST_ROWS), this.#language);
    const more = element('p', 'muted', fill(this.#words.tableMore, { count }));
    this.#content.replaceChildren(...(cut ? [more, table] : [table]));
  }
}
