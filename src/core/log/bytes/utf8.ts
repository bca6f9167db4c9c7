import { plainText } from '../ansi';
import { TextStream } from '../encoding';

/** NUL, backspace, escape and BOM: what `plainText` takes out. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\x00\x08\x1b\ufeff]/;

/** Bytes decoded at once, for all the pieces in them. */
const WINDOW = 32_768;

/** Decodes pieces of UTF-8: bad bytes become U+FFFD; terminal control and BOMs are taken out. */
export class LineText {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #from = 0;
  #to = 0;
  #window = '';
  /** One character a byte, so that pieces can be cut out of the window by their place. */
  #isAscii = false;

  /** To be called when the bytes may have changed. */
  forget(): void {
    this.#to = 0;
  }

  of(bytes: Uint8Array, from: number, to: number): string {
    if (from < this.#from || to > this.#to) this.#decode(bytes, from);
    const text =
      this.#isAscii && to <= this.#to
        ? this.#window.slice(from - this.#from, to - this.#from)
        : this.#decoder.decode(bytes.subarray(from, to));
    return CONTROL.test(text) ? plainText(text) : text;
  }

  #decode(bytes: Uint8Array, from: number): void {
    this.#from = from;
    this.#to = Math.min(bytes.length, from + WINDOW);
    this.#window = this.#decoder.decode(bytes.subarray(from, this.#to));
    this.#isAscii = this.#window.length === this.#to - from;
  }
}

/** Makes UTF-8 of a stream of bytes in another encoding (a label as `detectEncoding` gives it); UTF-8 goes through as it is. */
export class Utf8Stream {
  readonly #text: TextStream | null;
  readonly #encoder = new TextEncoder();

  constructor(encoding: string) {
    this.#text = encoding === 'utf-8' ? null : new TextStream(encoding);
  }

  /** Nothing is held back: bytes of another encoding may be, whoever asks. */
  get isWhole(): boolean {
    return this.#text === null;
  }

  /** What is certain so far: half a character waits for its rest. */
  push(bytes: Uint8Array): Uint8Array {
    return this.#text === null ? bytes : this.#encoder.encode(this.#text.push(bytes));
  }

  /** What was held back. */
  end(): Uint8Array {
    return this.#encoder.encode(this.#text?.end() ?? '');
  }
}
