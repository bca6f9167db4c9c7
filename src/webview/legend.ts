import type { PanelWords } from '../core/protocol';
import type { Choose } from './controlKinds';
import { button, element, icon } from './elements';
import { dashPattern } from './seriesStyle';
import type { Shown, ShownSeries } from './shown';
import type { Theme } from './theme';

/**
 * The series in view, each as a switch: a piece of its line, its name, and in words what the line style means.
 * Switches stay in place while their series do, so that the keyboard does not lose them.
 */
export class Legend {
  readonly element: HTMLElement;
  readonly #words: PanelWords;
  readonly #choose: Choose;
  readonly #highlight: (key: string | null) => void;
  readonly #switches = new Map<string, HTMLButtonElement>();
  #order = '';

  /** `highlight` is told which line is pointed at or has the focus, or none. */
  constructor(words: PanelWords, choose: Choose, highlight: (key: string | null) => void) {
    this.#words = words;
    this.#choose = choose;
    this.#highlight = highlight;
    this.element = element('div', 'legend');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', words.legend);
  }

  show(shown: Shown, theme: Theme): void {
    const all = entriesOf(shown);
    const keys = new Set(all.map(({ key }) => key));
    for (const [key, made] of this.#switches) {
      if (keys.has(key)) continue;
      made.remove();
      this.#switches.delete(key);
    }
    for (const series of all) {
      const made = this.#switchOf(series);
      made.setAttribute('aria-pressed', String(!series.hidden));
      made.onclick = ({ altKey }) =>
        this.#choose({ hidden: (altKey ? isolated : toggled)(shown, all, series.key) });
      const swatch = made.querySelector('path');
      swatch?.style.setProperty('stroke', theme.colours[series.style.colour]);
    }
    // Moved only where the order is another one: a moved button loses the focus.
    const order = [...keys].join('\n');
    if (order !== this.#order) {
      this.element.append(...all.flatMap(({ key }) => this.#switches.get(key) ?? []));
    }
    this.#order = order;
  }

  #switchOf({ name, split, style, key }: ShownSeries): HTMLButtonElement {
    const known = this.#switches.get(key);
    if (known) return known;
    const words = this.#words;
    const meaning = split === null ? '' : `${words[split]} (${words[style.dash]})`;
    const made = button('', 'legend-switch', () => undefined);
    made.title = words.legendHint;
    const swatch = icon('swatch', 28, 10, 'M1 5H27');
    swatch.querySelector('path')?.setAttribute('stroke-dasharray', dashPattern(style.dash).join());
    made.append(swatch, element('span', 'legend-name', name));
    if (meaning !== '') made.append(element('span', 'legend-meaning', meaning));
    for (const type of ['pointerenter', 'focus']) {
      made.addEventListener(type, () => this.#highlight(key));
    }
    for (const type of ['pointerleave', 'blur']) {
      made.addEventListener(type, () => this.#highlight(null));
    }
    this.#switches.set(key, made);
    return made;
  }
}

/** More switches than this are a wall; the table of runs has them all. */
const MOST_SWITCHES = 40;

/** The lines of all charts, each once. */
function entriesOf({ charts }: Shown): readonly ShownSeries[] {
  const all = new Map(charts.flatMap(({ series }) => series.map(one => [one.key, one] as const)));
  return [...all.values()].slice(0, MOST_SWITCHES);
}

function toggled({ state }: Shown, _all: readonly ShownSeries[], key: string): readonly string[] {
  return state.hidden.includes(key)
    ? state.hidden.filter(other => other !== key)
    : [...state.hidden, key];
}

/** Only this one; all of them where it is the only one already. */
function isolated({ state }: Shown, all: readonly ShownSeries[], key: string): readonly string[] {
  const others = all.filter(series => series.key !== key);
  const elsewhere = state.hidden.filter(other => all.every(series => series.key !== other));
  const alone = others.every(({ hidden }) => hidden) && !state.hidden.includes(key);
  return alone ? elsewhere : [...elsewhere, ...others.map(series => series.key)];
}
