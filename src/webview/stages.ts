import type { PanelStage, PanelWords } from '../core/protocol';
import { ContentSlot, element } from './elements';
import { byteSize, fill } from './numbers';

type Progress = { readonly bytes: number; readonly size: number };

/** How far reading has come, in words. */
export function progressText(
  { bytes, size }: Progress,
  words: PanelWords,
  language: string,
): string {
  const read = byteSize(bytes, language);
  if (!(size > 0)) return fill(words.loading, { read });
  return fill(words.loadingOf, { read, size: byteSize(size, language) });
}

/** What stands in place of curves: reading, nothing to draw, or what went wrong. */
export class Stages {
  readonly element = element('div', 'stage');
  readonly #slot = new ContentSlot(this.element);
  readonly #words: PanelWords;
  readonly #language: string;

  constructor(words: PanelWords, language: string) {
    this.#words = words;
    this.#language = language;
  }

  show(stage: Exclude<PanelStage, { stage: 'curves' }>): void {
    this.#slot.show(stage, () => {
      switch (stage.stage) {
        case 'loading':
          return this.#loading(stage);
        case 'empty':
        case 'error':
          return stage.sentences.map((sentence, i) =>
            element('p', i === 0 ? `stage-head ${stage.stage}` : 'muted', sentence),
          );
      }
    });
  }

  #loading(progress: Progress): readonly HTMLElement[] {
    const text = progressText(progress, this.#words, this.#language);
    const bar = element('progress', '');
    bar.setAttribute('aria-label', text);
    if (progress.size > 0) {
      bar.max = progress.size;
      bar.value = Math.min(progress.bytes, progress.size);
    }
    return [element('p', 'muted', text), bar];
  }
}
