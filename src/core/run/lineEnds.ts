/** How the lines of a text end, and how many there are. */
export interface LineEnds {
  readonly lf: number;
  readonly crlf: number;
  readonly cr: number;
}

const LF = 10;
const CR = 13;

/** Counts line ends in bytes cut anywhere. */
export class LineEndCounter implements LineEnds {
  lf = 0;
  crlf = 0;
  cr = 0;
  /** Bytes of a character, and where in it the code of LF stands. */
  readonly #width: number;
  readonly #low: number;
  #at = 0;
  #pair = 0;
  #afterCr = false;

  constructor(encoding: string) {
    this.#width = encoding.startsWith('utf-16') ? 2 : 1;
    this.#low = encoding === 'utf-16be' ? 1 : 0;
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#width === 1) this.#character(byte);
      else if (this.#at++ % 2 === 0) this.#pair = byte;
      else this.#character(this.#low === 0 ? this.#pair + 256 * byte : 256 * this.#pair + byte);
    }
  }

  end(): void {
    if (this.#afterCr) this.cr++;
    this.#afterCr = false;
  }

  #character(code: number): void {
    if (code === LF) {
      if (this.#afterCr) this.crlf++;
      else this.lf++;
      this.#afterCr = false;
      return;
    }
    if (this.#afterCr) this.cr++;
    this.#afterCr = code === CR;
  }
}
