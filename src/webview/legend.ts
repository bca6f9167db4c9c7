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
  readonly #switches = new Map<string, HTMLButtonElement>();

  constructor(words: PanelWords, choose: Choose) {
    this.#words = words;
    this.#choose = choose;
    this.element = element('div', 'legend');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', words.legend);
  }

  show(shown: Shown, theme: Theme): void {
    const keys = new Set(shown.series.map(({ key }) => key));
    for (const [key, made] of this.#switches) {
      if (keys.has(key)) continue;
      made.remove();
      this.#switches.delete(key);
    }
    for (const series of shown.series) {
      const made = this.#switchOf(series);
      made.setAttribute('aria-pressed', String(!series.hidden));
      made.onclick = () => this.#choose({ hidden: toggled(shown, series.key) });
      const swatch = made.querySelector('path');
      swatch?.style.setProperty('stroke', theme.colours[series.style.colour]);
      this.element.append(made);
    }
  }

  #switchOf({ view, style, key }: ShownSeries): HTMLButtonElement {
    const known = this.#switches.get(key);
    if (known) return known;
    const words = this.#words;
    const meaning = view.split === null ? '' : `${words[view.split]} (${words[style.dash]})`;
    const made = button('', 'legend-switch', () => undefined);
    const swatch = icon('swatch', 28, 10, 'M1 5H27');
    swatch.querySelector('path')?.setAttribute('stroke-dasharray', dashPattern(style.dash).join());
    made.append(swatch, element('span', 'legend-name', view.name));
    if (meaning !== '') made.append(element('span', 'legend-meaning', meaning));
    this.#switches.set(key, made);
    return made;
  }
}

function toggled({ state }: Shown, key: string): readonly string[] {
  return state.hidden.includes(key)
    ? state.hidden.filter(other => other !== key)
    : [...state.hidden, key];
}
