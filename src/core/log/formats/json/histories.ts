import { curveOfFile, isCalledAfterCurve, splitOfName } from '../../fileName';
import type { Split } from '../../format';
import { wordsOf } from '../../words';
import { isObject } from './flatten';
import { isTrainingObject } from './isTraining';
import { isHistory, isOfFractions, listsOf, listsWithAxes, plottedIn } from './listsOf';
import { isNumbers, type NamedList } from './namedList';
import { foldsOf, LABEL, tableOf } from './nestedLists';

type JsonObject = Readonly<Record<string, unknown>>;

/** Something in a document that holds curves. */
export type History =
  /** A list of records: `log_history`, a Chainer log. */
  | {
      readonly kind: 'records';
      readonly path: readonly string[];
      readonly records: readonly JsonObject[];
    }
  /** Records by the label of their epoch: `{"1": {…}, "2": {…}}`. */
  | {
      readonly kind: 'by-epoch';
      readonly path: readonly string[];
      readonly records: readonly (readonly [number, JsonObject])[];
    }
  /** Lists side by side, as a Keras history has them. */
  | {
      readonly kind: 'lists';
      readonly path: readonly string[];
      readonly lists: readonly NamedList[];
    };

const DEEPEST = 12;
const MOST_NODES = 100_000;
const LOOKED_AT = 60;

/** `7`, `epoch_7`, `epoch 7` → 7; `null`: something else. */
function epochOfKey(key: string): number | null {
  const found = /^(?:epoch[ _-]?)?(\d{1,7})$/i.exec(key);
  return found === null ? null : Number(found[1]);
}

/** Every history in a document, in its order. */
export function historiesIn(document: unknown, file: string): readonly History[] {
  const curve = onlyCurve(document, file);
  if (curve !== null) return [curve];
  const search = new HistorySearch(file);
  search.visit(document, []);
  if (search.found.length === 0 && isPiece(document, file))
    return [{ kind: 'records', path: [], records: [document] }];
  return search.found;
}

/** Goes through a document, and takes what holds curves; below that it goes no deeper. */
class HistorySearch {
  readonly found: History[] = [];
  readonly #file: string;
  #nodes = 0;

  constructor(file: string) {
    this.#file = file;
  }

  visit(value: unknown, path: readonly string[]): void {
    if (++this.#nodes > MOST_NODES || path.length > DEEPEST) return;
    if (Array.isArray(value)) this.#list(value as unknown[], path);
    else if (isObject(value)) this.#object(value, path);
  }

  #list(list: readonly unknown[], path: readonly string[]): void {
    const records = list.filter(isObject);
    const looked = records.slice(0, LOOKED_AT);
    if (looked.some(object => isTrainingObject(object, this.#file))) {
      this.found.push({ kind: 'records', path, records });
      return;
    }
    list.slice(0, MOST_NODES).forEach((item, at) => this.visit(item, [...path, String(at)]));
  }

  #object(object: JsonObject, path: readonly string[]): void {
    const records = byEpoch(object, this.#file);
    const table = tableOf(object);
    const plotted = plottedIn(object, path);
    if (plotted !== null) this.found.push({ kind: 'lists', path: [], lists: plotted });
    else if (records.length > 0) this.found.push({ kind: 'by-epoch', path, records });
    else if (table !== null && isHistory(table, path, this.#file)) {
      this.found.push({ kind: 'lists', path, lists: table });
    } else this.#keys(object, path);
  }

  /** What an object's keys hold side by side, then what else is below them. */
  #keys(object: JsonObject, path: readonly string[]): void {
    const withAxes = listsWithAxes(object);
    for (const { lists } of withAxes) this.found.push({ kind: 'lists', path: [], lists });
    const taken = new Set(withAxes.map(({ key }) => key));
    const plain = listsOf(object, this.#file).filter(({ key }) => !taken.has(key));
    const lists = plain.map(({ list }) => list);
    const isOne = isHistory(lists, path, this.#file);
    const folds = isOne || taken.size > 0 ? [] : foldsOf(object, [this.#file, ...path]);
    for (const fold of folds) this.found.push({ kind: 'lists', ...fold });
    if (folds.length > 0) return;
    if (isOne) {
      this.found.push({ kind: 'lists', path, lists });
      for (const { key } of plain) taken.add(key);
    }
    for (const key of Object.keys(object)) {
      if (!taken.has(key)) this.visit(object[key], [...path, key]);
    }
  }
}

/** Whether a document is one record of a file per epoch. */
function isPiece(document: unknown, file: string): document is JsonObject {
  return /\d$/.test(curveOfFile(file)) && isObject(document) && isTrainingObject(document, file);
}

/** A document that is one curve, as TensorBoard exports it. */
function onlyCurve(document: unknown, file: string): History | null {
  if (!Array.isArray(document)) return null;
  const only = { name: curveOfFile(file), numbers: document as unknown[], source: document };
  if (isNumbers(document) && isCalledAfterCurve(file) && isOfFractions(only)) {
    return { kind: 'lists', path: [], lists: [only] };
  }
  const points = document.filter(isPoint);
  if (points.length < 2 || points.length < document.length) return null;
  const column = (name: string, at: number): NamedList => ({
    name,
    numbers: points.map(point => point[at]),
    source: document,
  });
  const lists = [column('Wall time', 0), column('step', 1), column(curveOfFile(file), 2)];
  return { kind: 'lists', path: [], lists };
}

/** `[seconds since 1970, step, value]`. */
function isPoint(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length !== 3) return false;
  return value.every(number => typeof number === 'number') && value[0]! > 1e9;
}

function byEpoch(object: JsonObject, file: string): (readonly [number, JsonObject])[] {
  const keys = Object.keys(object);
  const records = keys.flatMap(key => {
    const epoch = epochOfKey(key);
    const value = object[key];
    return epoch !== null && isObject(value) ? [[epoch, value] as const] : [];
  });
  if (records.length < 2 || records.length < keys.length / 2) return [];
  return records.some(([epoch, record]) => isTrainingObject({ epoch, ...record }, file))
    ? records
    : [];
}

/** The key of a history's path that says on which split it is (`val`, `validation_0`); -1: none does. */
function splitKey(path: readonly string[]): number {
  return path.findLastIndex(part => wordsOf(part).length <= 2 && splitOfName(part) !== null);
}

/** On which split a history is by what it stands in; `null`: that says nothing. */
export function splitOfPath(path: readonly string[]): Split | null {
  return splitOfName(path[splitKey(path)] ?? '');
}

/** Joined in front of a history's names: the split it is on, and what it is of below that (`training/label/`). Folds and places in lists are none. */
export function prefixOfPath(path: readonly string[]): string {
  const at = splitKey(path);
  const parts = at < 0 ? [] : path.slice(at).filter(part => !LABEL.test(part));
  return parts.map(part => `${part}/`).join('');
}
