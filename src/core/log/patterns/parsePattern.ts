import type { Split } from '../format';
import {
  LONGEST_PATTERN,
  type LogPattern,
  MOST_FIELDS,
  type PatternField,
  type PatternProblem,
  type PatternProblemCode,
  type PatternRole,
  type PatternToken,
} from './pattern';

/** A pattern that can be read, or why it cannot. */
export type ParsedPattern =
  | { readonly pattern: LogPattern; readonly problem: null }
  | { readonly pattern: null; readonly problem: PatternProblem };

const ROLES: ReadonlyMap<string, PatternRole> = new Map([
  ['epoch', 'epoch'],
  ['step', 'step'],
  ['iteration', 'step'],
  ['round', 'step'],
  ['time', 'time'],
  ['planned', 'planned'],
  ['run', 'run'],
]);

const SPLITS: ReadonlyMap<string, Split> = new Map([
  ['train', 'train'],
  ['validation', 'validation'],
  ['val', 'validation'],
  ['test', 'test'],
]);

/** A field begins here; any other brace is text, so that printed dicts need no care. */
const FIELD = /\{(?=[\p{L}_*])/uy;
const NAME = /^[\p{L}_][\p{L}\p{N}_ .,/@#%+-]*$/u;
const LONGEST_NAME = 80;

/** What stops reading a pattern; caught in this file. */
class Wrong extends Error {
  readonly code: PatternProblemCode;
  readonly at: number;
  readonly details: PatternProblem['details'];

  constructor(code: PatternProblemCode, at: number, details: PatternProblem['details'] = {}) {
    super(code);
    this.code = code;
    this.at = at;
    this.details = details;
  }
}

/** Reads one pattern; `index` is its position in the list. Never throws on what a user wrote. */
export function parsePattern(given: unknown, index = 0): ParsedPattern {
  const text = typeof given === 'string' ? given : '';
  try {
    return { pattern: new PatternParser(text).parse(), problem: null };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const { code, at, details } = error;
    return { pattern: null, problem: { code, index, at, pattern: text.slice(0, 100), details } };
  }
}

class PatternParser {
  readonly #text: string;
  readonly #fields: PatternField[] = [];
  readonly #parts: PatternToken[][] = [[]];
  #literal = '';

  constructor(text: string) {
    this.#text = text;
  }

  parse(): LogPattern {
    const text = this.#text;
    if (text.trim() === '') throw new Wrong('no-text', 0);
    if (text.length > LONGEST_PATTERN)
      throw new Wrong('too-long', LONGEST_PATTERN, { most: LONGEST_PATTERN });
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    for (let at = start; at < end;) at = this.#next(at);
    this.#flush(false);
    if (this.#fields.length === 0) throw new Wrong('no-field', start);
    return { text, fields: this.#fields, parts: this.#parts };
  }

  #next(at: number): number {
    const text = this.#text;
    if (text.startsWith('{{', at)) {
      this.#literal += '{';
      return at + 2;
    }
    FIELD.lastIndex = at;
    if (FIELD.test(text)) return this.#field(at);
    this.#literal += text[at]!;
    return at + 1;
  }

  #field(at: number): number {
    const end = this.#text.indexOf('}', at);
    if (end < 0) throw new Wrong('unclosed', at);
    const inside = this.#text.slice(at + 1, end);
    if (this.#literal === '' && this.#follows()) throw new Wrong('adjacent', at);
    if (inside === '*') {
      this.#flush(false);
      this.#parts.push([]);
    } else {
      this.#flush(true);
      this.#add(inside, at);
    }
    return end + 1;
  }

  /** Whether a field or `{*}` stands directly in front. */
  #follows(): boolean {
    const part = this.#parts.at(-1)!;
    return part.length === 0 ? this.#parts.length > 1 : part.at(-1)!.kind === 'number';
  }

  #add(inside: string, at: number): void {
    const field = fieldOf(inside, at);
    if (this.#fields.length >= MOST_FIELDS)
      throw new Wrong('too-many-fields', at, { most: MOST_FIELDS });
    const same = this.#fields.some(other =>
      field.role === 'value'
        ? other.name === field.name && other.split === field.split
        : other.role === field.role,
    );
    if (same) throw new Wrong('duplicate', at, { name: field.name });
    const grouped = this.#text[this.#text.indexOf('}', at) + 1] !== ',';
    this.#parts.at(-1)!.push({ kind: 'number', field: this.#fields.length, grouped });
    this.#fields.push(field);
  }

  /** The text since the last field, blanks collapsed; in front of a number they do not matter behind other text. */
  #flush(beforeNumber: boolean): void {
    const part = this.#parts.at(-1)!;
    const pieces = this.#literal.split(/\s+/);
    this.#literal = '';
    pieces.forEach((piece, index) => {
      const isPadding =
        beforeNumber && index === pieces.length - 1 && part.at(-1)?.kind === 'text' && piece === '';
      if (index > 0 && !isPadding) part.push({ kind: 'blank' });
      if (piece !== '') part.push({ kind: 'text', text: piece });
    });
  }
}

function fieldOf(inside: string, at: number): PatternField {
  const colon = inside.indexOf(':');
  const name = (colon < 0 ? inside : inside.slice(0, colon)).trim();
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw new Wrong('bad-name', at, { name: inside.slice(0, 40) });
  const role = ROLES.get(name.toLowerCase()) ?? 'value';
  if (colon < 0) return { name, role, split: null };
  const said = inside.slice(colon + 1).trim();
  const split = SPLITS.get(said.toLowerCase());
  if (split === undefined || role !== 'value')
    throw new Wrong('bad-split', at, { name, split: said.slice(0, 40) });
  return { name, role, split };
}
