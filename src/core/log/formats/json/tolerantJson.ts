/** What a text held: the value as far as it could be read, and where reading ended early. */
export interface TolerantValue {
  readonly value: unknown;
  /** The text ended in the middle. */
  readonly truncated: boolean;
  /** 1-based line of the first thing that is no JSON; 0: none. */
  readonly badLine: number;
  /** Values were nested more than `DEEPEST` and left out. */
  readonly tooDeep: boolean;
  /** Where the value ended. */
  readonly end: number;
  /** 1-based first and last line of every object and list. */
  readonly lines: ReadonlyMap<object, readonly [number, number]>;
}

const DEEPEST = 64;
/** A number as JSON and Python write it; sticky, so that it starts where reading stands. */
const NUMBER = /-?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const WORD = /[A-Za-z]+/y;
/** The words of JSON, and those of Python where it prints a dict. */
const WORDS: ReadonlyMap<string, number | boolean | null> = new Map<
  string,
  number | boolean | null
>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nan', NaN],
  ['inf', Infinity],
]);
const END = Symbol('end of what can be read');

type Lists = unknown[];
type Objects = Record<string, unknown>;

/** Recursive descent over one text; stops at the first mistake and keeps what it has. */
class Parser {
  readonly #text: string;
  readonly lines = new Map<object, readonly [number, number]>();
  at = 0;
  line = 1;
  truncated = false;
  badLine = 0;
  tooDeep = false;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith('\ufeff')) this.at = 1;
  }

  get #stopped(): boolean {
    return this.truncated || this.badLine > 0;
  }

  value(depth: number): unknown {
    this.#blank();
    const char = this.#text[this.at];
    if (char === undefined) return this.#cut();
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#list(depth);
    if (char === '"' || char === "'") return this.#string(char);
    return this.#scalar();
  }

  #blank(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.at);
      if (code === 10) this.line++;
      else if (code !== 32 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  #cut(): typeof END {
    this.truncated = true;
    return END;
  }

  #bad(): typeof END {
    this.badLine = this.line;
    return END;
  }

  /** A string in either quotes: Python prints a dict in single ones. */
  #string(quote: string): string | typeof END {
    const start = this.at;
    let end = start + 1;
    for (;;) {
      end = this.#text.indexOf(quote, end);
      if (end < 0) return this.#cut();
      let slashes = 0;
      while (this.#text[end - 1 - slashes] === '\\') slashes++;
      if (slashes % 2 === 0) break;
      end++;
    }
    this.at = end + 1;
    const raw = this.#text.slice(start + 1, end);
    if (quote === "'" || !raw.includes('\\')) return raw;
    try {
      return JSON.parse(`"${raw}"`) as string;
    } catch {
      return raw;
    }
  }

  #scalar(): unknown {
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.#text);
    if (number !== null) {
      this.at += number[0].length;
      return this.#goesOn() ? this.#cut() : Number(number[0]);
    }
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    this.at += word.length;
    const known = WORDS.get(word);
    if (known !== undefined) return known;
    return this.at === this.#text.length ? this.#cut() : this.#bad();
  }

  /** A number at the very end may go on, also one that was cut behind its point or its `e`. */
  #goesOn(): boolean {
    return /^(?:\.|\.?\d*[eE][-+]?)?$/.test(this.#text.slice(this.at, this.at + 4));
  }

  #object(depth: number): Objects {
    const object: Objects = {};
    const from = this.line;
    this.#items('}', () => {
      const quote = this.#text[this.at];
      const key = quote === '"' || quote === "'" ? this.#string(quote) : this.#bad();
      if (key === END) return;
      this.#blank();
      if (this.at >= this.#text.length) return void this.#cut();
      if (this.#text[this.at] !== ':') return void this.#bad();
      this.at++;
      const value = this.#inside(depth);
      if (value !== END && key !== '__proto__') object[key] = value;
    });
    this.lines.set(object, [from, this.line]);
    return object;
  }

  #list(depth: number): Lists {
    const list: Lists = [];
    const from = this.line;
    this.#items(']', () => {
      const value = this.#inside(depth);
      if (value !== END) list.push(value);
    });
    this.lines.set(list, [from, this.line]);
    return list;
  }

  #inside(depth: number): unknown {
    if (depth < DEEPEST) return this.value(depth + 1);
    this.tooDeep = true;
    return this.#bad();
  }

  /** Items up to `close`, with commas between them; a comma too many does no harm. */
  #items(close: string, item: () => void): void {
    this.at++;
    while (!this.#stopped) {
      this.#blank();
      const char = this.#text[this.at];
      if (char === undefined) this.#cut();
      else if (char === close) {
        this.at++;
        return;
      } else if (char === ',') this.at++;
      else item();
    }
  }
}

/** Reads one JSON value as Python writes it (NaN, Infinity), keeping what stands before a mistake or a sudden end. */
export function readTolerantly(text: string): TolerantValue {
  const parser = new Parser(text);
  const value = parser.value(0);
  const { truncated, badLine, tooDeep, lines } = parser;
  return {
    value: value === END ? undefined : value,
    truncated,
    badLine,
    tooDeep,
    end: parser.at,
    lines,
  };
}
