import { visit } from 'jsonc-parser';
import type { Place } from '../../place';
import { type ConfigValues, PROGRAM } from '../../values';

const DEEPEST = 200;
const MOST_PROBLEMS = 20;
/** What JSON says where a number would be, and means that it is elsewhere. */
const STANDS_FOR = /^(?:null$|\$\{|\{\{|<)/;

/** An object or array that is open. */
interface Frame {
  readonly path: readonly string[];
  /** Of an object its keys so far, which are neighbours; null for an array. */
  readonly keys: string[] | null;
  readonly group: number;
  /** How much was kept before it. */
  readonly kept: number;
  /** Texts and numbers that stand in an array; null while there are none. */
  items: Place[] | null;
  /** The key whose value comes next. */
  key: string;
  keyPlace: Place | null;
  /** What an object says besides: a name with its value, arguments with their program. */
  name: string | null;
  value: Place | null;
  program: Place | null;
  lists: { readonly items: readonly Place[]; readonly path: readonly string[] }[] | null;
}

/**
 * Reads a JSON text as it comes and hands on its values; gives where it is broken. Throws only where it nests deeper than
 * the stack. `base`: where the text stands in its file.
 */
export function readJson(text: string, base: number, values: ConfigValues): readonly number[] {
  const problems: number[] = [];
  const reader = new JsonReader(text, base, values);
  visit(
    text,
    {
      onObjectBegin: () => reader.open(true),
      onObjectProperty: (key, offset, length) => reader.property(key, offset, length),
      onObjectEnd: () => reader.close(),
      onArrayBegin: () => reader.open(false),
      onArrayEnd: () => reader.close(),
      onLiteralValue: (value, offset, length) => reader.literal(value, offset, length),
      onError: (_, offset) => {
        if (problems.length < MOST_PROBLEMS) problems.push(offset);
      },
    },
    { allowTrailingComma: true },
  );
  reader.end();
  return problems;
}

/** Keeps what a text says about its neighbours. */
function note(top: Frame, place: Place): void {
  if (top.key === 'name') top.name = place.text;
  else if (PROGRAM.test(top.key)) top.program ??= place;
}

/** What is open while a text is read. */
class JsonReader {
  readonly #values: ConfigValues;
  readonly #text: string;
  readonly #base: number;
  readonly #open: Frame[] = [];

  constructor(text: string, base: number, values: ConfigValues) {
    this.#text = text;
    this.#base = base;
    this.#values = values;
  }

  open(isObject: boolean): void {
    const keys: string[] | null = isObject ? [] : null;
    this.#open.push({
      path: this.#pathOfNext(),
      keys,
      // The array grows: what is asked of it is asked when all is read.
      group: keys ? this.#values.mapping(keys) : 0,
      kept: this.#values.kept,
      items: null,
      key: '',
      keyPlace: null,
      name: null,
      value: null,
      program: null,
      lists: null,
    });
  }

  property(key: string, offset: number, length: number): void {
    const top = this.#open.at(-1);
    if (!top?.keys) return;
    top.keys.push(key);
    top.key = key;
    top.keyPlace = this.#placeOf(offset, length, true);
  }

  literal(value: unknown, offset: number, length: number): void {
    const top = this.#open.at(-1);
    if (top === undefined || this.#open.length > DEEPEST) return;
    const isText = typeof value === 'string';
    if (top.keys) this.#entry(top, this.#placeOf(offset, length, isText), value);
    else if (isText || typeof value === 'number')
      (top.items ??= []).push(this.#placeOf(offset, length, isText));
  }

  close(): void {
    const frame = this.#open.pop();
    if (frame === undefined || this.#open.length >= DEEPEST) return;
    if (frame.keys === null) this.#list(frame);
    else this.#object(frame);
  }

  #object({ name, value, lists, program, group, kept }: Frame): void {
    if (name !== null && value) this.#values.variable(name, value);
    for (const { items, path } of lists ?? []) this.#values.list(items, path, program);
    if (this.#values.kept === kept) this.#values.forget(group);
  }

  /** What is still open when a text ends while somebody types. */
  end(): void {
    while (this.#open.length > 0) this.close();
  }

  /** A list of arguments waits for the program beside it, which may come later. */
  #list({ items, path }: Frame): void {
    if (items === null) return;
    const above = this.#open.at(-1);
    if (above?.keys) (above.lists ??= []).push({ items, path });
    else this.#values.list(items, path);
  }

  #entry(top: Frame, place: Place, value: unknown): void {
    const { path, key, keyPlace, group } = top;
    const isText = typeof value === 'string';
    const standsFor = STANDS_FOR.test(place.text) && (!isText || place.text !== 'null');
    this.#values.value({ path, key, keyPlace, place, group, isText, standsFor });
    if (key === 'value' || key === 'default') top.value ??= place;
    else if (isText) note(top, place);
  }

  #pathOfNext(): readonly string[] {
    const top = this.#open.at(-1);
    return top ? [...top.path, top.keys ? top.key : '[]'] : [];
  }

  /** Inside its quotes; the last may be missing while somebody types. */
  #placeOf(offset: number, length: number, quoted: boolean): Place {
    const closed = quoted && length >= 2 && this.#text.charCodeAt(offset + length - 1) === 34;
    const start = offset + (quoted ? 1 : 0);
    const end = Math.max(start, offset + length - (closed ? 1 : 0));
    const text = this.#text.slice(start, end);
    return { start: this.#base + start, end: this.#base + end, text };
  }
}
