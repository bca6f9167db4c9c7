import type { Node } from 'jsonc-parser';
import type { Place } from '../../place';
import { type ConfigValues, PROGRAM } from '../../values';

const DEEPEST = 200;

/** Walks the tree and hands on its values. */
export class JsonReader {
  readonly values: ConfigValues;
  readonly #text: string;
  /** Where the text that was parsed stands in the file. */
  readonly #base: number;

  constructor(text: string, base: number, values: ConfigValues) {
    this.#text = text;
    this.#base = base;
    this.values = values;
  }

  walk(node: Node, path: readonly string[], program: Place | null = null): void {
    if (path.length > DEEPEST) return;
    const children = node.children ?? [];
    if (node.type === 'object') {
      const group = this.values.mapping(children.map(keyOf));
      const here = this.#programIn(children);
      for (const property of children) this.#property(property, path, group, here);
      this.#variable(children);
    } else if (node.type === 'array') {
      const texts = children.filter(item => item.type === 'string' || item.type === 'number');
      this.values.list(
        texts.map(item => this.#placeOf(item)),
        path,
        program,
      );
      for (const item of children) if (item.children) this.walk(item, [...path, '[]']);
    }
  }

  #programIn(properties: readonly Node[]): Place | null {
    const named = properties.find(property => PROGRAM.test(keyOf(property)))?.children?.[1];
    return named?.type === 'string' ? this.#placeOf(named) : null;
  }

  #property(property: Node, path: readonly string[], group: number, program: Place | null): void {
    const [keyNode, value] = property.children ?? [];
    if (!keyNode || !value) return;
    const key = keyOf(property);
    if (value.children) {
      this.walk(value, [...path, key], program);
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
    const value = valueOf('value') ?? valueOf('default');
    if (typeof name === 'string' && value) this.values.variable(name, this.#placeOf(value));
  }

  /** Inside its quotes; the last may be missing while somebody types. */
  #placeOf(node: Node): Place {
    const quoted = node.type === 'string';
    const closed = quoted && node.length >= 2 && this.#text[node.offset + node.length - 1] === '"';
    const start = node.offset + (quoted ? 1 : 0);
    const end = node.offset + node.length - (closed ? 1 : 0);
    const text = this.#text.slice(start, end);
    return { start: this.#base + start, end: this.#base + Math.max(start, end), text };
  }
}

function keyOf(property: Node): string {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === 'string' ? key : '';
}
