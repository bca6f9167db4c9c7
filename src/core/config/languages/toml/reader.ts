import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { ConfigProblem, ConfigReading } from '../../setting';
import type { Place } from '../../place';
import { ConfigValues } from '../../values';

/** Lines with errors that are left out, one after the other; the parser stops at the first. */
const MOST_ERRORS = 20;
const DEEPEST = 200;

/** The settings of a TOML text. */
export function readToml(text: string): ConfigReading {
  const reader = new Reader(text);
  return { settings: reader.read(), problems: reader.problems };
}

/** Walks the tables and hands on their values. */
class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly #text: string;
  readonly #values = new ConfigValues();

  constructor(text: string) {
    this.#text = text;
  }

  read(): ReturnType<ConfigValues['settings']> {
    const program = this.#parse();
    if (program !== null) this.#keys(program.body[0].body, []);
    return this.#values.settings();
  }

  /** The tree, without the lines that are none; `null` where there are too many of those. */
  #parse(): AST.TOMLProgram | null {
    let text = this.#text;
    for (let round = 0; round <= MOST_ERRORS; round++) {
      try {
        return parseTOML(text);
      } catch (error) {
        const deep = !(error instanceof ParseError);
        const offset = deep ? 0 : Math.min(error.index, text.length);
        this.problems.push({ offset, code: deep ? 'too-deep' : 'syntax' });
        if (deep) return null;
        text = withoutLine(text, offset);
      }
    }
    return null;
  }

  /** The keys and tables that stand in one table, read as one mapping. */
  #keys(nodes: readonly (AST.TOMLKeyValue | AST.TOMLTable)[], path: readonly string[]): void {
    if (path.length > DEEPEST) return;
    const pairs = nodes.filter(node => node.type === 'TOMLKeyValue');
    const group = this.#values.mapping(pairs.map(pair => namesOf(pair.key).join('.')));
    for (const node of nodes) {
      if (node.type === 'TOMLTable')
        this.#keys(node.body, [...path, ...node.resolvedKey.map(nameOf)]);
      else this.#pair(node, path, group);
    }
  }

  #pair(pair: AST.TOMLKeyValue, path: readonly string[], group: number): void {
    const names = namesOf(pair.key);
    const inner = [...path, ...names.slice(0, -1)];
    const key = names.at(-1) ?? '';
    if (pair.value.type !== 'TOMLValue') {
      this.#walk(pair.value, [...inner, key]);
      return;
    }
    const keyPlace = { start: pair.key.range[0], end: pair.key.range[1] };
    const place = this.#placeOf(pair.value);
    const isText = pair.value.kind === 'string';
    const standsFor = /^(?:\$\{|\{\{|<)/.test(place.text);
    this.#values.value({ path: inner, key, keyPlace, place, group, isText, standsFor });
  }

  #walk(node: AST.TOMLContentNode, path: readonly string[]): void {
    if (node.type === 'TOMLInlineTable') this.#keys(node.body, path);
    else if (node.type === 'TOMLArray') {
      const texts = node.elements.filter(item => item.type === 'TOMLValue');
      this.#values.list(
        texts.map(item => this.#placeOf(item)),
        path,
      );
      for (const item of node.elements)
        if (item.type !== 'TOMLValue') this.#walk(item, [...path, '[]']);
    }
  }

  /** Inside its quotes, one or three on each side. */
  #placeOf(node: AST.TOMLValue): Place {
    const [from, to] = node.range;
    const quotes = /^(?:"""|'''|["'])?/.exec(this.#text.slice(from, from + 3))![0].length;
    const [start, end] = [from + quotes, Math.max(from + quotes, to - quotes)];
    return { start, end, text: this.#text.slice(start, end) };
  }
}

/** `trainer.max_epochs` is two names; quotes around them are not theirs. */
function namesOf(key: AST.TOMLKey): string[] {
  return key.keys.map(part => (part.type === 'TOMLBare' ? part.name : part.value));
}

/** A table of an array of tables counts as an item of a list. */
function nameOf(part: string | number): string {
  return typeof part === 'number' ? '[]' : part;
}

/** A line that is not finished: a key without a value, or without its `=`; not the end of an array or a text. */
const UNFINISHED = /^(?!"""|''')[^=[\]{}#]+$|^[^#]*=\s*(?:#.*)?$|^\[[^\]#]*$/;

/** The text with the line that made the error at `offset` blanked, so that all other offsets stay. */
function withoutLine(text: string, offset: number): string {
  const own = lineStart(text, offset);
  const before = text.slice(0, own).trimEnd();
  const previous = lineStart(before, before.length);
  // What is missing at the end of a line is noticed at the beginning of the next.
  const isFirst = !/[\s=]/.test(text.slice(own, offset).trim());
  const start = isFirst && UNFINISHED.test(before.slice(previous).trim()) ? previous : own;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return text.slice(0, start) + line.replace(/[^\r]/g, ' ') + text.slice(start + line.length);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
