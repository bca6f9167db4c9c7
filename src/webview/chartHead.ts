import type { PanelWords } from '../core/protocol';
import { button, element, icon, setText } from './elements';

/** What is done with a chart among others. */
export interface ChartHeadEvents {
  pin(): unknown;
  /** Shows it alone. */
  enlarge(): void;
}

/** Above a chart among others: what it shows, a button that keeps it first, and one that shows it alone. */
export class ChartHead {
  readonly element = element('div', 'chart-head');
  readonly #words: PanelWords;
  readonly #title = element('h3', '');
  readonly #pin: HTMLButtonElement;

  constructor(metric: string, words: PanelWords, events: ChartHeadEvents) {
    this.#words = words;
    this.#pin = button('', 'icon-button', () => events.pin());
    this.#pin.append(icon('', 16, 16, 'M5 2H11L10 7L12 9.5H4L6 7Z', 'M8 9.5V14'));
    const enlarge = button('', 'icon-button', () => events.enlarge());
    enlarge.append(
      icon('', 16, 16, 'M6 2.5H2.5V6', 'M10 2.5H13.5V6', 'M6 13.5H2.5V10M10 13.5H13.5V10'),
    );
    name(enlarge, words.enlarge, metric);
    setText(this.#title, metric);
    this.#title.title = metric;
    this.element.append(this.#title, this.#pin, enlarge);
  }

  show(isPinned: boolean, metric: string): void {
    this.#pin.setAttribute('aria-pressed', String(isPinned));
    name(this.#pin, isPinned ? this.#words.unpin : this.#words.pin, metric);
  }
}

function name(target: HTMLElement, word: string, metric: string): void {
  target.title = word;
  target.setAttribute('aria-label', `${word}: ${metric}`);
}
