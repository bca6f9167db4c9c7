import { numberIn } from '../../numbers';

/** A text of YAML as far as it could be read, with the 1-based first and last line of every map and list. */
export interface YamlValue {
  readonly value: unknown;
  readonly lines: ReadonlyMap<object, readonly [number, number]>;
}

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly line: number;
}

type Place = Record<string, unknown> | unknown[];

/** A map or list that is open, and the indent that its entries have. */
interface Open {
  readonly indent: number;
  readonly place: Place;
}

const DEEPEST = 12;
const LONGEST_KEY = 200;
/** A longer line is no number with a name. */
const LONGEST_LINE = 10_000;

/**
 * Reads the YAML that programs write logs in: maps and lists of numbers and words by indentation, several documents.
 * No anchors, no flow collections, no texts of several lines: a line that is none of these is passed over. Linear.
 */
export function readYaml(text: string): YamlValue {
  const documents: unknown[] = [];
  const lines = new Map<object, readonly [number, number]>();
  let block: Line[] = [];
  const close = (): void => {
    const [first] = block;
    if (first === undefined) return;
    const document = new Block(first, lines);
    block.forEach((line, at) => document.add(line, block[at + 1]));
    documents.push(document.root);
    block = [];
  };
  text.split(/\r\n|\r|\n/).forEach((raw, at) => {
    if (/^(?:---|\.\.\.)\s*$/.test(raw)) close();
    else if (raw.length <= LONGEST_LINE && /^\s*[^\s#%]/.test(raw)) {
      const indent = raw.length - raw.trimStart().length;
      block.push({ indent, text: raw.trim(), line: at + 1 });
    }
  });
  close();
  if (documents.length > 1) lines.set(documents, [1, 1]);
  return { value: documents.length > 1 ? documents : documents[0], lines };
}

/** One document while its lines are read: each goes into the innermost map or list that is open at its indent. */
class Block {
  readonly root: Place;
  readonly #open: Open[];
  readonly #lines: Map<object, readonly [number, number]>;

  constructor(first: Line, lines: Map<object, readonly [number, number]>) {
    this.#lines = lines;
    this.#open = [];
    this.root = this.#enter(first.indent, first.text, first.line);
  }

  /** `next`: the line after it, which says what a key or dash without a value opens. */
  add(line: Line, next: Line | undefined): void {
    let { indent, text } = line;
    this.#close(indent, isItem(text));
    for (let depth = 0; depth < DEEPEST && isItem(text); depth++) {
      const rest = text.slice(1).trimStart();
      indent += text.length - rest.length;
      if (!this.#item({ indent, text: rest, line: line.line }, next)) return;
      text = rest;
    }
    this.#entry(text, line.line, next);
  }

  /** An item of the list that is open, `own` without its dash; says whether an entry follows on the same line. */
  #item(own: Line, next: Line | undefined): boolean {
    const list = this.#innermost.place;
    if (!Array.isArray(list)) return false;
    const isPlace = own.text === '' || entryOf(own.text) !== null || isItem(own.text);
    const inner = own.text === '' ? next : own;
    if (!isPlace) list.push(scalarOf(own.text));
    else if (inner !== undefined && inner.indent >= own.indent)
      list.push(this.#enter(inner.indent, inner.text, own.line));
    return isPlace && own.text !== '';
  }

  get #innermost(): Open {
    return this.#open.at(-1)!;
  }

  #enter(indent: number, text: string, line: number): Place {
    const place: Place = isItem(text) ? [] : {};
    this.#lines.set(place, [line, line]);
    this.#open.push({ indent, place });
    return place;
  }

  /** What a line stands outside of is closed; a list may stand at the indent of its key, and ends with its items. */
  #close(indent: number, item: boolean): void {
    for (let top = this.#innermost; this.#open.length > 1; top = this.#innermost) {
      const isOver = top.indent === indent && !item && Array.isArray(top.place);
      if (top.indent <= indent && !isOver) return;
      this.#open.pop();
    }
  }

  #entry(text: string, line: number, next: Line | undefined): void {
    const found = entryOf(text);
    const { place, indent } = this.#innermost;
    if (found === null || Array.isArray(place)) return;
    const [key, rest] = found;
    if (key === '__proto__') return;
    if (rest !== '' && !rest.startsWith('#')) place[key] = scalarOf(rest);
    else if (opens(next, indent) && this.#open.length <= DEEPEST)
      place[key] = this.#enter(next.indent, next.text, line);
  }
}

/** Whether the line behind a key without a value belongs to it. */
function opens(next: Line | undefined, indent: number): next is Line {
  if (next === undefined) return false;
  return next.indent > indent || (next.indent === indent && isItem(next.text));
}

function isItem(text: string): boolean {
  return /^-(?:\s|$)/.test(text);
}

/** The key of `key: value` or `key:`, quoted or not, and what stands behind it; `null`: the line is none. */
export function entryOf(text: string): readonly [key: string, rest: string] | null {
  const colon = text.search(/:(?:\s|$)/);
  const key = colon < 0 ? '' : text.slice(0, Math.min(colon, LONGEST_KEY + 1)).trimEnd();
  const plain = key.replace(/^["']|["']$/g, '');
  if (plain.length > LONGEST_KEY || !/^[\w./%@+-][^#"']*$/.test(plain)) return null;
  return [plain, text.slice(colon + 1).trimStart()];
}

/** A number, or the text without its quotes; YAML writes `.nan` and `.inf`. */
function scalarOf(text: string): unknown {
  const comment = text.indexOf(' #');
  const plain = (comment < 0 ? text : text.slice(0, comment)).trim();
  const number = numberIn(plain.replace(/^([+-]?)\.(nan|inf)$/i, '$1$2'));
  return number ?? plain.replace(/^(["'])(.*)\1$/, '$2');
}
