import type { PanelWords, ViewState } from '../core/protocol';
import type { Choose } from './controlKinds';
import { element, setText } from './elements';
import type { ShownSection } from './shownCharts';

interface Placed {
  readonly element: HTMLElement;
  readonly grid: HTMLElement;
  readonly title: HTMLElement | null;
}

/** The charts below each other, or side by side in sections that open and close: those that were pinned first. */
export class ChartSections {
  readonly element = element('div', 'chart-sections');
  readonly #words: PanelWords;
  readonly #choose: Choose;
  readonly #placed = new Map<string, Placed>();
  #closed: ViewState['closed'] = [];

  constructor(words: PanelWords, choose: Choose) {
    this.#words = words;
    this.#choose = choose;
  }

  /** `elementOf`: the chart of a metric. Nothing that stays moves: it would lose the focus. */
  show(
    sections: readonly ShownSection[],
    { all, closed, chartWidth }: Pick<ViewState, 'all' | 'closed' | 'chartWidth'>,
    elementOf: (metric: string) => HTMLElement,
  ): void {
    this.#closed = closed;
    this.element.style.setProperty('--chart-width', `${chartWidth}px`);
    const names = new Set(sections.map(({ name }) => name));
    for (const [name, { element: gone }] of this.#placed) {
      if (names.has(name)) continue;
      gone.remove();
      this.#placed.delete(name);
    }
    const placed = sections.map(section => this.#show(section, all, elementOf));
    order(this.element, placed);
  }

  #show(
    { name, label, count, isOpen, charts }: ShownSection,
    all: boolean,
    elementOf: (metric: string) => HTMLElement,
  ): HTMLElement {
    const placed = this.#placed.get(name) ?? this.#make(name);
    this.#placed.set(name, placed);
    if (placed.title) {
      setText(
        placed.title,
        `${typeof label === 'string' ? this.#words[label] : label.name} (${count})`,
      );
      if (placed.element instanceof HTMLDetailsElement) placed.element.open = isOpen;
    }
    placed.grid.classList.toggle('many', all);
    order(
      placed.grid,
      charts.map(({ metric }) => elementOf(metric)),
    );
    return placed.element;
  }

  /** The only section has no name, and nothing to open. */
  #make(name: string): Placed {
    const grid = element('div', 'chart-grid');
    if (name === '') return { element: grid, grid, title: null };
    const title = element('summary', 'section-title');
    const made = element('details', 'chart-section', title, grid);
    made.addEventListener('toggle', () => {
      const others = this.#closed.filter(other => other !== name);
      if (made.open !== this.#closed.includes(name)) return;
      this.#choose({ closed: made.open ? others : [...others, name] });
    });
    return { element: made, grid, title };
  }
}

function order(parent: HTMLElement, children: readonly HTMLElement[]): void {
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
}
