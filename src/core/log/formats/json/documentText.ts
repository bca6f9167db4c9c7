import { detectEncoding, TextStream } from '../../encoding';
import type { LogHead } from '../../format';

/** Characters kept; a document means something only as a whole, so memory is the limit. */
const LARGEST = 268_435_456;
/** Characters of a string without a blank after which it is a picture or a model, no text. */
const LONGEST_WORD = 65_536;

const QUOTE = 34;
const BACKSLASH = 92;
const BLANK = 32;

/** Collects the text of a JSON document; of what no text is (pictures in base64), only the beginning is kept. */
export class DocumentText {
  readonly #stream: TextStream;
  readonly #largest: number;
  readonly #parts: string[] = [];
  #length = 0;
  #inString = false;
  #escaped = false;
  /** Characters since the last blank or quote, inside a string. */
  #word = 0;

  /** `largest`: characters kept at most. */
  constructor(head: LogHead, largest = LARGEST) {
    this.#stream = new TextStream(detectEncoding(head.bytes));
    this.#largest = largest;
  }

  /** What is kept at most, in characters, where the document is larger than that; else 0. */
  get cutAt(): number {
    return this.#length > this.#largest ? this.#largest : 0;
  }

  push(bytes: Uint8Array): void {
    this.#read(this.#stream.push(bytes));
  }

  /** The whole text; nothing is kept after. */
  take(): string {
    this.#read(this.#stream.end());
    return this.#parts.splice(0).join('');
  }

  #read(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const wasPassing = this.#word > LONGEST_WORD;
      this.#step(text.charCodeAt(at));
      const isPassing = this.#word > LONGEST_WORD;
      if (wasPassing === isPassing) continue;
      if (isPassing) this.#keep(text.slice(from, at));
      from = at;
    }
    if (this.#word <= LONGEST_WORD) this.#keep(text.slice(from));
  }

  #step(code: number): void {
    if (!this.#inString) {
      this.#inString = code === QUOTE;
      return;
    }
    // An escape and what it escapes are kept or passed over together.
    if (this.#escaped) {
      this.#escaped = false;
      return;
    }
    this.#escaped = code === BACKSLASH;
    this.#inString = code !== QUOTE;
    if (code === BLANK || code === QUOTE) this.#word = 0;
    else this.#word++;
  }

  #keep(text: string): void {
    const room = this.#largest - this.#length;
    this.#length += text.length;
    if (room > 0) this.#parts.push(room < text.length ? text.slice(0, room) : text);
  }
}
