import type { Template } from './template';

/** Lines remembered; then all are forgotten. */
const MOST_LINES = 2000;
/** Lines longer than this are rarely repeated. */
const LONGEST = 400;
/** Digits as no measure or split has in its name: of a checkpoint, a file, a process. */
const LONG_NUMBER = /\d{3,}/g;

/**
 * Lines without numbers of their own that say nothing: most of them come again with another number in a name
 * (`saved checkpoint-500`), and need not be worked out anew.
 */
export class SilentLines {
  readonly #templates = new Map<string, Template>();

  /** The template of a line that differs from one before in nothing but such numbers; `undefined`: there was none. */
  find(text: string): Template | undefined {
    return text.length > LONGEST ? undefined : this.#templates.get(keyOf(text));
  }

  /** Remembers a line that says nothing, and no setting either. */
  add(text: string, template: Template): void {
    if (text.length > LONGEST) return;
    if (this.#templates.size >= MOST_LINES) this.#templates.clear();
    this.#templates.set(keyOf(text), template);
  }
}

function keyOf(text: string): string {
  return text.replace(LONG_NUMBER, '000');
}
