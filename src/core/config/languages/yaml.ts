import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Pair,
  type Scalar,
} from 'yaml';
import { argumentsOf, commandWords, mayBeCommand } from '../commandLine';
import { settingsOf, type ConfigEntry } from '../entries';
import { mayHoldSettings } from '../gate';
import { meaningOf } from '../names';
import { numberOf } from '../numbers';
import type { ConfigLanguage, ConfigProblem, ConfigReading } from '../setting';

/** The parser's time grows faster than the text: beyond this only the top-level blocks that matter are parsed. */
const WHOLE = 200_000;
/** One block beyond this is left out. */
const BLOCK = 400_000;
const DEEPEST = 200;

/** YAML with exact positions; aliases are never expanded, so no document can grow. */
export const yaml: ConfigLanguage = {
  id: 'yaml',
  editorLanguages: ['yaml', 'dockercompose', 'github-actions-workflow'],
  endings: ['.yaml', '.yml'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    const collector = new Collector(text);
    const parts = text.length <= WHOLE ? [{ from: 0, to: text.length }] : blocks(text);
    for (const { from, to } of parts) {
      if (to - from > BLOCK) collector.problems.push({ offset: from, code: 'too-large' });
      else collector.read(from, to);
    }
    return collector.reading();
  },
};

/** The top-level blocks of a large text that may hold settings. */
function blocks(text: string): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at >= 0 && at < text.length;) {
    if (/[A-Za-z_"'.]/.test(text[at]!) || text.startsWith('---', at)) {
      if (at > from && mayHoldSettings(text.slice(from, at))) found.push({ from, to: at });
      from = at;
    }
    const next = text.indexOf('\n', at);
    at = next < 0 ? -1 : next + 1;
  }
  if (mayHoldSettings(text.slice(from))) found.push({ from, to: text.length });
  return found;
}

/** Walks the documents and keeps the values whose names say something. */
class Collector {
  readonly problems: ConfigProblem[] = [];
  readonly #text: string;
  readonly #entries: ConfigEntry[] = [];
  readonly #names = new Map<number, string[]>();
  #groups = 0;
  #document = 0;
  /** Where the part being read starts: the parser counts from there. */
  #base = 0;

  constructor(text: string) {
    this.#text = text;
  }

  reading(): ConfigReading {
    return { settings: settingsOf(this.#entries, this.#names), problems: this.problems };
  }

  read(from: number, to: number): void {
    this.#base = from;
    try {
      const source = this.#text.slice(from, to);
      const documents = parseAllDocuments(source, {
        logLevel: 'silent',
        strict: false,
        uniqueKeys: false,
        keepSourceTokens: false,
      });
      if (!Array.isArray(documents)) return;
      for (const document of documents) {
        this.#document++;
        for (const error of document.errors) {
          this.problems.push({ offset: from + error.pos[0], code: 'syntax' });
        }
        this.#walk(document.contents, []);
      }
    } catch {
      // Only nesting deeper than the stack makes this parser throw.
      this.problems.push({ offset: from, code: 'too-deep' });
    }
  }

  #walk(node: unknown, path: readonly string[]): void {
    if (path.length > DEEPEST) return;
    if (isMap(node)) {
      const group = ++this.#groups;
      this.#names.set(
        group,
        node.items.map(pair => keyOf(pair)),
      );
      for (const pair of node.items) this.#pair(pair, path, group);
      this.#named(node.items, path);
    } else if (isSeq(node)) {
      this.#commandList(node.items, path);
      for (const item of node.items) this.#walk(isPair(item) ? item.value : item, [...path, '[]']);
    }
  }

  #pair(pair: Pair, path: readonly string[], group: number): void {
    const key = keyOf(pair);
    const value = pair.value;
    if (isScalar(value) || isAlias(value)) this.#value(pair, key, path, group);
    else this.#walk(value, [...path, key]);
  }

  #value(pair: Pair, key: string, path: readonly string[], group: number): void {
    const place = this.#placeOf(pair.value);
    if (place === null) return;
    if (isScalar(pair.value) && typeof pair.value.value === 'string' && mayBeCommand(place.text)) {
      const words = commandWords(place.text, place.start);
      const document = this.#document;
      this.#entries.push(
        ...argumentsOf(words, { path: [...path, key], group: ++this.#groups, document }),
      );
    }
    const wrapper = key === 'value' || key === 'default' || key === 'const' || key === 'limit';
    if (meaningOf(key.slice(key.lastIndexOf('.') + 1)) === null && !wrapper) return;
    const form = numberOf(place.text) === null ? 'other' : 'number';
    if (form === 'other' && !standsForNumber(pair.value, place.text)) return;
    const range = isScalar(pair.key) ? this.#placeOf(pair.key) : null;
    this.#entries.push({
      path,
      key,
      keyStart: range?.start ?? null,
      keyEnd: range?.end ?? null,
      ...place,
      form,
      group,
      document: this.#document,
      flag: false,
    });
  }

  /** `- name: EPOCHS` with `value: "10"`: how containers are given their environment. */
  #named(items: readonly Pair[], path: readonly string[]): void {
    const name = items.find(pair => keyOf(pair) === 'name')?.value;
    const pair = items.find(one => keyOf(one) === 'value');
    if (!isScalar(name) || typeof name.value !== 'string' || !pair || !isScalar(pair.value)) return;
    if (path[path.length - 2] === 'env' || meaningOf(name.value) === null) return;
    const place = this.#placeOf(pair.value);
    if (place === null || numberOf(place.text) === null) return;
    const rest = { group: ++this.#groups, document: this.#document, flag: true };
    const key = { key: name.value, keyStart: null, keyEnd: null };
    this.#entries.push({ path: [], ...key, ...place, form: 'number', ...rest });
  }

  /** A list of words that are one command (`args: ["--epochs", "10"]`), or of commands. */
  #commandList(items: readonly unknown[], path: readonly string[]): void {
    const words = items.flatMap(item => {
      const place = isScalar(item) ? this.#placeOf(item) : null;
      return place === null ? [] : commandWords(place.text, place.start);
    });
    if (!words.some(word => mayBeCommand(word.text))) return;
    const place = { path, group: ++this.#groups, document: this.#document };
    this.#entries.push(...argumentsOf(words, place));
  }

  /** Where a value stands, inside its quotes; null for one without text. */
  #placeOf(node: unknown): { start: number; end: number; text: string } | null {
    if (!(isScalar(node) || isAlias(node)) || !node.range) return null;
    let [start, end] = [this.#base + node.range[0], this.#base + node.range[1]];
    const quoted = isScalar(node) && /^QUOTE/.test((node as Scalar).type ?? '');
    if (quoted && end - start >= 2) [start, end] = [start + 1, end - 1];
    return end > start ? { start, end, text: this.#text.slice(start, end) } : null;
  }
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

/** An alias, an interpolation or a tagged expression: where the number comes from elsewhere. */
function standsForNumber(node: unknown, text: string): boolean {
  if (isAlias(node)) return true;
  if (isScalar(node) && node.tag !== undefined && node.tag.startsWith('!')) return true;
  return /^(?:\$\{|<|null$|~$)/.test(text);
}
