import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigReading } from '../setting';
import { ConfigValues, type Place } from '../values';

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
      const reader = new Reader(text);
      if (root) reader.walk(root, []);
      const problems = errors
        .slice(0, 20)
        .map(error => ({ offset: error.offset, code: 'syntax' as const }));
      return { settings: reader.values.settings(), problems };
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

/** Walks the tree and hands on its values. */
class Reader {
  readonly values = new ConfigValues();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  walk(node: Node, path: readonly string[]): void {
    if (path.length > DEEPEST) return;
    const children = node.children ?? [];
    if (node.type === 'object') {
      const group = this.values.mapping(children.map(keyOf));
      for (const property of children) this.#property(property, path, group);
      this.#variable(children);
    } else if (node.type === 'array') {
      const texts = children.filter(item => item.type === 'string' || item.type === 'number');
      this.values.list(
        texts.map(item => this.#placeOf(item)),
        path,
      );
      for (const item of children) if (item.children) this.walk(item, [...path, '[]']);
    }
  }

  #property(property: Node, path: readonly string[], group: number): void {
    const [keyNode, value] = property.children ?? [];
    if (!keyNode || !value) return;
    const key = keyOf(property);
    if (value.children) {
      this.walk(value, [...path, key]);
      return;
    }
    const place = this.#placeOf(value);
    const standsFor = value.type === 'null' || /^(?:\$\{|\{\{|<)/.test(place.text);
    const isText = value.type === 'string';
    const keyPlace = this.#placeOf(keyNode);
    this.values.value({ path, key, keyPlace, place, group, isText, standsFor });
  }

  #variable(properties: readonly Node[]): void {
    const valueOf = (key: string) =>
      properties.find(property => keyOf(property) === key)?.children?.[1];
    const name: unknown = valueOf('name')?.value;
    const value = valueOf('value');
    if (typeof name === 'string' && value) this.values.variable(name, this.#placeOf(value));
  }

  /** Inside its quotes; the last may be missing while somebody types. */
  #placeOf(node: Node): Place {
    const quoted = node.type === 'string';
    const closed = quoted && node.length >= 2 && this.#text[node.offset + node.length - 1] === '"';
    const start = node.offset + (quoted ? 1 : 0);
    const end = node.offset + node.length - (closed ? 1 : 0);
    return { start, end: Math.max(start, end), text: this.#text.slice(start, end) };
  }
}

function keyOf(property: Node): string {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === 'string' ? key : '';
}
