import { plainText } from './ansi';
import { TextStream } from './encoding';

/** One line: its text without line end, ANSI codes and BOM; its 1-based number; and whether a `\r` drew over it (only with `redraws: 'all'`). */
export type OnLine = (text: string, line: number, redrawn: boolean) => void;

export interface LineOptions {
  /** As `detectEncoding` says; UTF-8 if not given. */
  readonly encoding?: string;
  /**
   * What is delivered of a line that a progress bar drew several times with `\r`: its last state, or every
   * state. `last` waits with a file that begins without LF until it is clear whether `\r` ends its lines.
   */
  readonly redraws?: 'last' | 'all';
  /** Characters kept of a line; the rest is dropped and reported once. */
  readonly maxLength?: number;
  /** Called at the first line that was cut to `maxLength`. */
  readonly onTooLong?: (line: number) => void;
}

const DEFAULT_MAX = 1_048_576;
/** Without an LF in this many characters, `\r` is the line end. */
const CR_ONLY_AFTER = 65_536;
/** NUL, backspace, escape and BOM: what `plainText` would take out. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\x00\x08\x1b\ufeff]/;

/** A state of a line between two `\r`. */
interface Drawn {
  readonly text: string;
  readonly line: number;
}

/**
 * Bytes cut anywhere → whole lines. LF, CRLF and CR CR LF end a line; so does a CR alone where the file has
 * no LF. Lines are numbered as an editor numbers them, where every lone CR begins a line too.
 */
export class LineReader {
  readonly #onLine: OnLine;
  readonly #stream: TextStream;
  readonly #all: boolean;
  readonly #max: number;
  readonly #onTooLong: ((line: number) => void) | undefined;
  #line = 1;
  #text = '';
  #tooLong = false;
  #afterCr = false;
  #dirty = false;
  /** The last state that `\r` ended: not yet known to be final or drawn over. */
  #previous: Drawn | null = null;
  /** States held back until it is known whether `\r` ends the lines; `null` once it is. */
  #held: Drawn[] | null;
  #heldLength = 0;
  #crOnly = false;

  constructor(onLine: OnLine, options: LineOptions = {}) {
    this.#onLine = onLine;
    this.#stream = new TextStream(options.encoding ?? 'utf-8');
    this.#all = options.redraws === 'all';
    this.#held = this.#all ? null : [];
    this.#max = options.maxLength ?? DEFAULT_MAX;
    this.#onTooLong = options.onTooLong;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#stream.push(bytes));
  }

  /** Delivers the last line even if nothing ended it. */
  end(): void {
    this.#read(this.#stream.end());
    if (this.#afterCr) this.#carriageReturn();
    if (this.#held !== null && this.#held.length > 0) this.#endLinesAtCr(this.#held);
    if (this.#text !== '' || this.#previous !== null) this.#lineFeed();
  }

  #read(chunk: string): void {
    if (CONTROL.test(chunk)) this.#dirty = true;
    let cr = chunk.indexOf('\r');
    let lf = chunk.indexOf('\n');
    for (let from = 0; from < chunk.length;) {
      if (this.#afterCr && lf !== from) this.#carriageReturn();
      const stop = Math.min(cr < 0 ? chunk.length : cr, lf < 0 ? chunk.length : lf);
      this.#append(chunk, from, stop);
      from = stop + 1;
      if (stop === chunk.length) break;
      // One search for either: of two, the optimizer runs both each time, and a CR that is nowhere costs the whole block.
      const isLf = stop === lf;
      const next = chunk.indexOf(isLf ? '\n' : '\r', from);
      if (isLf) {
        this.#lineFeed();
        lf = next;
      } else {
        this.#afterCr = true;
        cr = next;
      }
    }
  }

  #append(chunk: string, from: number, to: number): void {
    if (from >= to) return;
    const room = this.#max - this.#text.length;
    if (to - from > room) this.#cut();
    if (room > 0) this.#text += chunk.slice(from, Math.min(to, from + room));
  }

  #cut(): void {
    if (this.#tooLong) return;
    this.#tooLong = true;
    this.#onTooLong?.(this.#line);
  }

  /** What was read since the last line end or `\r`, and its line; the next one begins. */
  #take(): Drawn {
    const drawn = { text: this.#dirty ? plainText(this.#text) : this.#text, line: this.#line };
    this.#text = '';
    this.#line++;
    this.#afterCr = false;
    return drawn;
  }

  #lineFeed(): void {
    const drawn = this.#take();
    const previous = this.#previous;
    this.#previous = null;
    this.#held = null;
    if (previous === null) this.#onLine(drawn.text, drawn.line, false);
    else if (drawn.text === '') this.#onLine(previous.text, previous.line, false);
    else {
      if (this.#all) this.#onLine(previous.text, previous.line, true);
      this.#onLine(drawn.text, drawn.line, false);
    }
  }

  #carriageReturn(): void {
    const drawn = this.#take();
    if (this.#crOnly) this.#onLine(drawn.text, drawn.line, false);
    else if (this.#held !== null) this.#hold(this.#held, drawn);
    if (drawn.text === '' || this.#crOnly) return;
    if (this.#all && this.#previous !== null) {
      this.#onLine(this.#previous.text, this.#previous.line, true);
    }
    this.#previous = drawn;
  }

  #hold(held: Drawn[], drawn: Drawn): void {
    held.push(drawn);
    this.#heldLength += drawn.text.length + 1;
    if (this.#heldLength > CR_ONLY_AFTER) this.#endLinesAtCr(held);
  }

  #endLinesAtCr(held: readonly Drawn[]): void {
    this.#crOnly = true;
    this.#held = null;
    this.#previous = null;
    for (const drawn of held) this.#onLine(drawn.text, drawn.line, false);
  }
}
