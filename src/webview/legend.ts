import type { PanelWords } from '../core/protocol';
import type { Choose } from './controlKinds';
import { button, element, icon } from './elements';
import { isolated, legendItems, toggled, type LegendItem } from './legendItems';
import { dashPattern } from './seriesStyle';
import type { Shown } from './shown';
import { colourIn, type Theme } from './theme';

/**
 * The curves in view, each as a switch: a piece of its line, its name, and in words what the line style means. Runs beside
 * each other have one switch each, and one for each side. Switches stay in place while their curves do, so that the
 * keyboard does not lose them.
 */
export class Legend {
  readonly element: HTMLElement;
  readonly #words: PanelWords;
  readonly #choose: Choose;
  readonly #highlight: (group: string | null) => void;
  readonly #switches = new Map<string, HTMLButtonElement>();
  #order = '';

  /** `highlight` is told which curves are pointed at or have the focus, or none. */
  constructor(words: PanelWords, choose: Choose, highlight: (group: string | null) => void) {
    this.#words = words;
    this.#choose = choose;
    this.#highlight = highlight;
    this.element = element('div', 'legend');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', words.legend);
  }

  show(shown: Shown, theme: Theme): void {
    const all = legendItems(shown);
    const groups = new Set(all.map(({ group }) => group));
    for (const [group, made] of this.#switches) {
      if (groups.has(group)) continue;
      made.remove();
      this.#switches.delete(group);
    }
    for (const item of all) {
      const made = this.#switchOf(item);
      made.setAttribute('aria-pressed', String(!item.hidden));
      made.onclick = ({ altKey }) =>
        this.#choose({ hidden: (altKey ? isolated : toggled)(shown.state, all, item) });
      const colour = item.colour === null ? theme.text : colourIn(theme, item.colour);
      made.querySelector('path')?.style.setProperty('stroke', colour);
    }
    // Moved only where the order is another one: a moved button loses the focus.
    const order = [...groups].join('\n');
    if (order !== this.#order) {
      this.element.append(...all.flatMap(({ group }) => this.#switches.get(group) ?? []));
    }
    this.#order = order;
  }

  #switchOf({ group, name, fullName, split, dash }: LegendItem): HTMLButtonElement {
    const known = this.#switches.get(group);
    if (known) return known;
    const words = this.#words;
    const meaning = split === null ? '' : `${words[split]} (${words[dash]})`;
    const made = button('', 'legend-switch', () => undefined);
    made.title = fullName === name ? words.legendHint : `${fullName}\n${words.legendHint}`;
    const swatch = icon('swatch', 28, 10, 'M1 5H27');
    swatch.querySelector('path')?.setAttribute('stroke-dasharray', dashPattern(dash).join());
    made.append(swatch);
    if (name !== '') made.append(element('span', 'legend-name', name));
    if (meaning !== '') made.append(element('span', 'legend-meaning', meaning));
    for (const type of ['pointerenter', 'focus']) {
      made.addEventListener(type, () => this.#highlight(group));
    }
    for (const type of ['pointerleave', 'blur']) {
      made.addEventListener(type, () => this.#highlight(null));
    }
    this.#switches.set(group, made);
    return made;
  }
}
