/** A terminal, as far as the progress line needs it. */
export interface ProgressTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const QUIET_MS = 1000;
const REDRAW_MS = 100;
const CLEAR = '\r\u001b[2K';

/** One line on a terminal saying what is being done, once it has taken longer than a second. */
export class ProgressLine {
  readonly #terminal: ProgressTerminal;
  #dueAt: number;
  #text = '';
  #visible = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(terminal: ProgressTerminal) {
    this.#terminal = terminal;
    this.#dueAt = Date.now() + QUIET_MS;
  }

  /** Shows `text` when it is time, the newest text only; does nothing where there is no terminal. */
  show(text: string): void {
    if (this.#terminal.isTTY !== true) return;
    this.#text = text;
    const wait = this.#dueAt - Date.now();
    if (wait <= 0) this.#draw();
    else this.#timer ??= setTimeout(() => this.#draw(), wait).unref();
  }

  /** Takes the line away, so that something else can be printed in its place. */
  clear(): void {
    this.#stopTimer();
    if (!this.#visible) return;
    this.#visible = false;
    this.#terminal.write(CLEAR);
  }

  #draw(): void {
    this.#stopTimer();
    this.#dueAt = Date.now() + REDRAW_MS;
    this.#visible = true;
    const width = Math.max(20, this.#terminal.columns ?? 80) - 1;
    this.#terminal.write(CLEAR + oneLine(this.#text).slice(0, width));
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Names of files may hold control characters, which would move the cursor. */
function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
