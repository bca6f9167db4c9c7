import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { argumentsOf, commandWords, mayBeCommand } from '../commandLine';
import { settingsOf, type ConfigEntry } from '../entries';
import { mayHoldSettings } from '../gate';
import { meaningOf } from '../names';
import { numberOf } from '../numbers';
import type { ConfigLanguage, ConfigReading } from '../setting';

/** Beyond this a JSON file is data, not a config. */
const LARGEST = 20_000_000;
const DEEPEST = 200;

/** JSON, and JSON with comments and trailing commas, VS Code's launch configurations included. */
export const json: ConfigLanguage = {
  id: 'json',
  editorLanguages: ['json', 'jsonc'],
  endings: ['.json', '.jsonc', '.json5', '.code-workspace'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST) return tooMuch('too-large');
    const errors: ParseError[] = [];
    try {
      const root = parseTree(text, errors, { allowTrailingComma: true });
      const collector = new Collector(text);
      if (root) collector.walk(root, []);
      const problems = errors
        .slice(0, 20)
        .map(error => ({ offset: error.offset, code: 'syntax' as const }));
      return { settings: collector.settings(), problems };
    } catch {
      // Only nesting deeper than the stack makes this parser throw.
      return tooMuch('too-deep');
    }
  },
};

const tooMuch = (code: 'too-large' | 'too-deep'): ConfigReading => ({
  settings: [],
  problems: [{ offset: 0, code }],
});

/** Walks the tree and keeps the values whose names say something. */
class Collector {
  readonly #text: string;
  readonly #entries: ConfigEntry[] = [];
  readonly #names = new Map<number, string[]>();
  #groups = 0;

  constructor(text: string) {
    this.#text = text;
  }

  settings() {
    return settingsOf(this.#entries, this.#names);
  }

  walk(node: Node, path: readonly string[]): void {
    if (path.length > DEEPEST) return;
    const children = node.children ?? [];
    if (node.type === 'object') {
      const group = ++this.#groups;
      this.#names.set(group, children.map(keyOf));
      for (const property of children) this.#property(property, path, group);
    } else if (node.type === 'array') {
      this.#commandList(children, path);
      for (const item of children) {
        if (item.children) this.walk(item, [...path, '[]']);
      }
    }
  }

  #property(property: Node, path: readonly string[], group: number): void {
    const [keyNode, value] = property.children ?? [];
    if (!keyNode || !value) return;
    const key = keyOf(property);
    if (value.children) this.walk(value, [...path, key]);
    else this.#value(keyNode, value, key, path, group);
  }

  #value(keyNode: Node, value: Node, key: string, path: readonly string[], group: number): void {
    const place = this.#placeOf(value);
    if (value.type === 'string' && mayBeCommand(place.text)) {
      const words = commandWords(place.text, place.start);
      const rest = { path: [...path, key], group: ++this.#groups, document: 0 };
      this.#entries.push(...argumentsOf(words, rest));
    }
    const wrapper = key === 'value' || key === 'default' || key === 'limit';
    if (meaningOf(key.slice(key.lastIndexOf('.') + 1)) === null && !wrapper) return;
    const isNumber = numberOf(place.text) !== null;
    if (!isNumber && value.type !== 'null' && !/^\$\{|^<|^\{\{/.test(place.text)) return;
    this.#entries.push({
      path,
      key,
      keyStart: keyNode.offset + 1,
      keyEnd: keyNode.offset + keyNode.length - 1,
      ...place,
      form: isNumber ? 'number' : 'other',
      group,
      document: 0,
      flag: false,
    });
  }

  /** A list of words that are one command: `"args": ["--epochs", "10"]`. */
  #commandList(items: readonly Node[], path: readonly string[]): void {
    const words = items.flatMap(item => {
      const place = item.type === 'string' || item.type === 'number' ? this.#placeOf(item) : null;
      return place === null ? [] : commandWords(place.text, place.start);
    });
    if (!words.some(word => mayBeCommand(word.text))) return;
    this.#entries.push(...argumentsOf(words, { path, group: ++this.#groups, document: 0 }));
  }

  #placeOf(node: Node): { start: number; end: number; text: string } {
    const quoted = node.type === 'string' && node.length >= 2;
    const start = node.offset + (quoted ? 1 : 0);
    const end = node.offset + node.length - (quoted ? 1 : 0);
    return { start, end, text: this.#text.slice(start, end) };
  }
}

function keyOf(property: Node): string {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === 'string' ? key : '';
}
