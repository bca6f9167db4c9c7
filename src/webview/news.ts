import type { PanelWords } from '../core/protocol';
import { ContentSlot, element } from './elements';
import { fill } from './numbers';
import type { CurvesStage } from './shown';
import { progressText } from './stages';

/** Above the chart: that the file is still being read or is gone, and what was left out. */
export class News {
  readonly element = element('div', 'news');
  readonly #slot = new ContentSlot(this.element);
  readonly #words: PanelWords;
  readonly #language: string;

  constructor(words: PanelWords, language: string) {
    this.#words = words;
    this.#language = language;
  }

  show({ progress, stale, notes }: CurvesStage): void {
    this.#slot.show([progress, stale, notes], () => {
      const lines = [];
      if (stale !== null) lines.push(element('p', 'stale', stale));
      if (progress !== null) {
        lines.push(element('p', 'muted', progressText(progress, this.#words, this.#language)));
      }
      if (notes.length > 0) lines.push(this.#notes(notes));
      return lines;
    });
  }

  #notes(notes: readonly string[]): HTMLElement {
    const head = fill(this.#words.notes, { count: String(notes.length) });
    const items = notes.map(note => element('li', '', note));
    return element('details', 'notes', element('summary', '', head), element('ul', '', ...items));
  }
}
