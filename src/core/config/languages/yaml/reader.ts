import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Pair } from 'yaml';
import type { ConfigProblem, ConfigReading, TextNumber } from '../../setting';
import type { Place } from '../../place';
import { ConfigValues, PROGRAM } from '../../values';
import { type Block, blocksOf, nestsDeeply } from './blocks';
import { isForPyYaml, textNumberIn } from './textNumbers';

/** The parser's time grows faster than the text: beyond this only the top-level blocks that matter are parsed. */
const WHOLE = 50_000;
const DEEPEST = 200;
const MOST_TEXT_NUMBERS = 20;
/** No quoted source in errors: one for each would copy its line again and again, and only their places are used. */
const OPTIONS = {
  logLevel: 'silent',
  prettyErrors: false,
  strict: false,
  uniqueKeys: false,
} as const;

/** The settings of a YAML text. */
export function readYaml(text: string): ConfigReading {
  const reader = new Reader(text);
  const whole = text.length <= WHOLE && !nestsDeeply(text);
  if (whole) reader.read({ from: 0, to: text.length, path: [] });
  else reader.readBlocks();
  const settings = reader.values.settings();
  // Without a setting it is no config of a training.
  const textNumbers = settings.length > 0 ? reader.textNumbers : [];
  return { settings, problems: reader.problems, textNumbers };
}

/** Walks the documents and hands on their values. */
class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly textNumbers: TextNumber[] = [];
  readonly values = new ConfigValues();
  readonly #text: string;
  readonly #isForPyYaml: boolean;
  /** Where the part being read starts: the parser counts from there. */
  #base = 0;
  /** The mapping that parts of a large file belong to; null where the file is read as a whole. */
  #outer: number | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#isForPyYaml = isForPyYaml(text);
  }

  /** Reads the parts of one large mapping that may hold settings, as if the rest of it were there. */
  readBlocks(): void {
    const keys = this.#text.matchAll(/^(\w[\w-]*):/gm);
    this.#outer = this.values.mapping([...keys].map(match => match[1] ?? ''));
    const { blocks, complete } = blocksOf(this.#text);
    if (!complete) this.problems.push({ offset: 0, code: 'too-large' });
    for (const block of blocks) {
      if (!nestsDeeply(this.#text.slice(block.from, block.to))) this.read(block);
      else this.problems.push({ offset: block.from, code: 'too-deep' });
    }
  }

  read({ from, to, path }: Block): void {
    this.#base = from;
    try {
      const documents = parseAllDocuments(this.#text.slice(from, to), OPTIONS);
      if (!Array.isArray(documents)) return;
      for (const document of documents) {
        this.values.document();
        for (const error of document.errors) {
          // The anchor may stand in a part that is not read.
          if (this.#outer !== null && error.code === 'BAD_ALIAS') continue;
          this.problems.push({ offset: from + error.pos[0], code: 'syntax' });
        }
        this.#walk(document.contents, path);
      }
    } catch {
      // Only nesting deeper than the stack makes this parser throw.
      this.problems.push({ offset: from, code: 'too-deep' });
    }
  }

  #walk(node: unknown, path: readonly string[], program: Place | null = null): void {
    if (path.length > DEEPEST) return;
    if (isMap(node)) {
      const outer = path.length === 0 ? this.#outer : null;
      const group = outer ?? this.values.mapping(node.items.map(keyOf));
      const here = this.#programIn(node.items);
      for (const pair of node.items) this.#pair(pair, path, group, here);
      this.#variable(node.items);
    } else if (isSeq(node)) {
      const texts = node.items.flatMap(item => (isScalar(item) ? (this.#placeOf(item) ?? []) : []));
      this.values.list(texts, path, program);
      for (const item of node.items) this.#walk(isPair(item) ? item.value : item, [...path, '[]']);
    }
  }

  #programIn(items: readonly Pair[]): Place | null {
    const named = items.find(pair => PROGRAM.test(keyOf(pair)))?.value;
    return isScalar(named) ? this.#placeOf(named) : null;
  }

  #pair(pair: Pair, path: readonly string[], group: number, program: Place | null): void {
    const key = keyOf(pair);
    const value = pair.value;
    if (!isScalar(value) && !isAlias(value)) {
      this.#walk(value, [...path, key], program);
      return;
    }
    const place = this.#placeOf(value);
    if (place === null) return;
    const keyPlace = this.#placeOf(pair.key);
    const isText = isScalar(value) && typeof value.value === 'string';
    const standsFor = standsForNumber(value, place.text);
    const refersTo = isAlias(value) ? `*${value.source}` : null;
    if (this.#isForPyYaml && isPlain(value)) this.#textNumber(key, place);
    const anchor = isScalar(value) && value.anchor !== undefined ? `*${value.anchor}` : null;
    const refers = { standsFor, refersTo, anchor };
    this.values.value({ path, key, keyPlace, place, group, isText, ...refers });
  }

  #textNumber(key: string, { text, start }: Place): void {
    const found = this.textNumbers.length < MOST_TEXT_NUMBERS && textNumberIn(key, text, start);
    if (found) this.textNumbers.push(found);
  }

  #variable(items: readonly Pair[]): void {
    const name = items.find(pair => keyOf(pair) === 'name')?.value;
    const value = items.find(pair => /^(?:value|default)$/.test(keyOf(pair)))?.value;
    const place = this.#placeOf(value);
    const said: unknown = isScalar(name) ? name.value : null;
    if (place !== null && typeof said === 'string') this.values.variable(said, place);
  }

  /** Where a scalar or alias stands, inside its quotes; null for one without text, and for everything else. */
  #placeOf(node: unknown): Place | null {
    if (!(isScalar(node) || isAlias(node)) || !node.range) return null;
    const start = this.#base + node.range[0];
    const end = this.#base + node.range[1];
    const quoted = isScalar(node) && /^QUOTE/.test(String(node.type));
    // The last quote may be missing while somebody types.
    const closed = quoted && end - start >= 2 && this.#text[start] === this.#text[end - 1];
    return this.#place(quoted ? start + 1 : start, closed ? end - 1 : end);
  }

  #place(start: number, end: number): Place | null {
    return end > start ? { start, end, text: this.#text.slice(start, end) } : null;
  }
}

/** A scalar without quotes and tag, whose type its text decides. */
function isPlain(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.tag === undefined;
}

function keyOf(pair: Pair): string {
  const key: unknown = isScalar(pair.key) ? pair.key.value : null;
  return typeof key === 'string' ? key : '';
}

/** An alias, an interpolation, a tagged expression or null: where the number comes from elsewhere. */
function standsForNumber(node: unknown, text: string): boolean {
  if (isAlias(node)) return true;
  if (isScalar(node) && node.tag?.startsWith('!') === true) return true;
  return /^(?:\$\{|\{\{|<|null$|~$)/.test(text);
}
