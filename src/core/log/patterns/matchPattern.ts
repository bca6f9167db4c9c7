import { MOST_FIELDS, type LogPattern, type PatternToken } from './pattern';
import { numberEnd, numberValue } from './numeral';

const BLANKS = /[\t\v\f\u00a0\u3000]|\s\s/;
const WORD = /[\p{L}\p{N}_]/u;
const LETTER = /[\p{L}_]/u;

/** A line as patterns look at it: blanks collapsed, none at its ends. */
export function plainLine(line: string): string {
  return (BLANKS.test(line) ? line.replace(/\s+/g, ' ') : line).trim();
}

/**
 * Looks whether a line is as a pattern says. The work is bounded by the length of the line times that of the pattern:
 * every `{*}` takes as little as it can, and nothing but the part behind the last one is tried again.
 */
export class PatternMatcher {
  readonly #pattern: LogPattern;
  /** The numbers of the fields, after a match. */
  readonly values = new Float64Array(MOST_FIELDS);
  #furthest = 0;

  constructor(pattern: LogPattern) {
    this.#pattern = pattern;
  }

  /** Characters of the line that the pattern explained before it failed, after a mismatch: where to look. */
  get furthest(): number {
    return this.#furthest;
  }

  /** `line` as `plainLine` makes it. */
  matches(line: string): boolean {
    const { parts } = this.#pattern;
    this.#furthest = 0;
    const first = this.#match(parts[0]!, line, 0);
    if (first < 0) return false;
    if (parts.length === 1) return first === line.length;
    let at = first;
    for (let index = 1; index < parts.length - 1; index++) {
      at = this.#find(parts[index]!, line, at, false);
      if (at < 0) return false;
    }
    return this.#find(parts.at(-1)!, line, at, true) >= 0;
  }

  /** Where the tokens, found from `from` on, end; -1: nowhere. `atEnd`: only where the line ends with them. */
  #find(tokens: readonly PatternToken[], line: string, from: number, atEnd: boolean): number {
    if (tokens.length === 0) return atEnd ? line.length : from;
    for (let at = startOf(tokens[0]!, line, from); at >= 0;) {
      const end = this.#match(tokens, line, at);
      if (end >= 0 && (!atEnd || end === line.length)) return end;
      at = at < line.length ? startOf(tokens[0]!, line, at + 1) : -1;
    }
    return -1;
  }

  /** Where the tokens end that begin at `from`; -1 where they do not. */
  #match(tokens: readonly PatternToken[], line: string, from: number): number {
    let at = from;
    for (const token of tokens) {
      const end = this.#token(token, line, at);
      if (end < 0) return -1;
      at = end;
      if (at > this.#furthest) this.#furthest = at;
    }
    return at;
  }

  #token(token: PatternToken, line: string, at: number): number {
    switch (token.kind) {
      case 'text':
        return line.startsWith(token.text, at) ? at + token.text.length : -1;
      case 'blank':
        if (line[at] === ' ') return at + 1;
        return at === 0 || at === line.length || line[at - 1] === ' ' ? at : -1;
      case 'number':
        return this.#number(token, line, at);
    }
  }

  #number(token: PatternToken & { readonly kind: 'number' }, line: string, at: number): number {
    const start = line[at] === ' ' ? at + 1 : at;
    const end = numberEnd(line, start, token.grouped);
    if (end < 0) return -1;
    this.values[token.field] = numberValue(line.slice(start, end));
    return end;
  }
}

/** The first place from `from` on where a part may begin; -1: none. A word or number does not begin inside another one. */
function startOf(token: PatternToken, line: string, from: number): number {
  switch (token.kind) {
    case 'text':
      return textStart(token.text, line, from);
    case 'blank': {
      if (from === 0) return 0;
      const blank = line.indexOf(' ', from);
      return blank < 0 ? line.length : blank;
    }
    case 'number':
      for (let at = from; at < line.length; at++) {
        if (numberEnd(line, at, false) >= 0 && !isInNumber(line, at)) return at;
      }
      return -1;
  }
}

/** A word does not begin behind a letter; behind a digit it may, as units do (`3.1s`). */
function textStart(text: string, line: string, from: number): number {
  let at = line.indexOf(text, from);
  const inside = LETTER.test(text[0]!) ? LETTER : WORD.test(text[0]!) ? WORD : null;
  while (at > 0 && inside?.test(line[at - 1]!) === true) at = line.indexOf(text, at + 1);
  return at;
}

/** Whether a number at `at` would go on from a word or another number. */
function isInNumber(line: string, at: number): boolean {
  const before = line[at - 1] ?? ' ';
  return WORD.test(before) || before === '.' || before === '-' || before === '+';
}
