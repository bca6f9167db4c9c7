import { roleOfName } from '../../axisName';
import { curveOfFile, isCalledAfterCurve, splitOfName, withMeasure } from '../../fileName';
import type { FieldRole } from '../../format';
import { meaningOf } from '../../name';
import { SPLIT_WORDS } from '../../vocabulary';
import { wordsOf } from '../../words';
import { isObject } from './flatten';
import { isTrainingObject } from './isTraining';
import { isNumbers, type NamedList } from './namedList';
import { foldsOf, pointsOf, tableOf } from './nestedLists';

type JsonObject = Readonly<Record<string, unknown>>;

const PLURAL: ReadonlyMap<string, FieldRole> = new Map<string, FieldRole>([
  ['epochs', 'epoch'],
  ['steps', 'step'],
  ['iterations', 'step'],
  ['iters', 'step'],
]);

/** The role of a list: its name's, or that of an axis where it is a rising list of `epochs` or `steps`. */
export function listRole({ name, numbers }: NamedList): FieldRole {
  // `val_steps` beside `val_losses` are the steps of these.
  const words = wordsOf(name).filter(word => !SPLIT_WORDS.has(word));
  const role = PLURAL.get(words.join(' '));
  if (role === undefined) return roleOfName(name);
  const rises = numbers.every(
    (number, at) => typeof number === 'number' && (at === 0 || number > Number(numbers[at - 1])),
  );
  return rises ? role : 'value';
}

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

/** Lists of numbers of an object: its own, those of lists of objects, and those of `{steps, values}` objects. */
function listsOf(object: JsonObject, file: string): NamedList[] {
  return Object.keys(object).flatMap(key => {
    const value = object[key];
    if (isNumbers(value)) return [{ name: key, numbers: value, source: value }];
    const objects = Array.isArray(value) && value.length > 1 && value.every(isObject) ? value : [];
    const indexed = byIndex(value);
    if (indexed !== null) return [{ name: key, numbers: indexed, source: value as object }];
    // Records with a counter of their own are a history of their own.
    if (objects.length > 0 && !isTrainingObject(objects[0]!, file)) return columnsOf(key, objects);
    return [];
  });
}

/** A column as pandas writes it: `{"0": 0.5, "1": 0.25}`. */
function byIndex(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  const numbers = keys.map(key => value[key]);
  return keys.length > 1 && keys.every(key => /^\d{1,9}$/.test(key)) && isNumbers(numbers)
    ? numbers
    : null;
}

function columnsOf(key: string, objects: readonly JsonObject[]): NamedList[] {
  const names = Object.keys(objects[0]!).filter(name => typeof objects[0]![name] === 'number');
  return names.map(name => ({
    name: `${key}/${name}`,
    numbers: objects.map(object => object[name]),
    source: objects,
  }));
}

/** Whether lists side by side are the history of a training: a measure, over more than a point or two. */
function isHistory(lists: readonly NamedList[], path: readonly string[], file: string): boolean {
  return lists.some(list => {
    const { name, numbers } = list;
    if (numbers.length < 2 || listRole(list) !== 'value') return false;
    const meaning = meaningOf([...path, withMeasure(name, file)].join('/'));
    return meaning.kind === 'measure' && meaningOf(name).kind !== 'noise';
  });
}

/** Series with an axis of their own, as Sacred writes them: `{loss: {steps: […], values: […]}}`. */
function ownAxes(object: JsonObject): History[] {
  return Object.keys(object).flatMap(key => {
    const value = object[key];
    const points = pointsOf(key, value);
    if (points !== null) return [{ kind: 'lists' as const, path: [], lists: points }];
    if (!isObject(value) || !isNumbers(value['values'])) return [];
    const steps = value['steps'] ?? value['step'] ?? value['epochs'];
    if (!isNumbers(steps) || meaningOf(key).kind === 'noise') return [];
    const axis = value['epochs'] === steps ? 'epoch' : 'step';
    const lists = [
      { name: axis, numbers: steps, source: steps },
      { name: key, numbers: value['values'], source: value['values'] },
    ];
    return [{ kind: 'lists' as const, path: [], lists }];
  });
}

/** Every history in a document, in its order. */
export function historiesIn(document: unknown, file: string): readonly History[] {
  const found: History[] = [];
  let nodes = 0;
  const visit = (value: unknown, path: readonly string[]): void => {
    if (++nodes > MOST_NODES || path.length > DEEPEST) return;
    if (Array.isArray(value)) visitList(value as unknown[], path);
    else if (isObject(value)) visitObject(value, path);
  };
  const visitList = (list: readonly unknown[], path: readonly string[]): void => {
    const objects = list.filter(isObject);
    if (
      objects.length > 0 &&
      objects.slice(0, LOOKED_AT).some(object => isTrainingObject(object, file))
    ) {
      found.push({ kind: 'records', path, records: objects });
    } else
      list.slice(0, MOST_NODES).forEach((item, index) => visit(item, [...path, String(index)]));
  };
  const visitObject = (object: JsonObject, path: readonly string[]): void => {
    const records = byEpoch(object, file);
    const sacred = ownAxes(object);
    const lists = tableOf(object) ?? listsOf(object, file);
    const folds = foldsOf(object, [file, ...path]);
    if (records.length > 0) found.push({ kind: 'by-epoch', path, records });
    else if (sacred.length > 0) found.push(...sacred);
    else if (isHistory(lists, path, file)) found.push({ kind: 'lists', path, lists });
    else if (folds.length > 0) folds.forEach(fold => found.push({ kind: 'lists', ...fold }));
    else for (const key of Object.keys(object)) visit(object[key], [...path, key]);
  };
  const whole = wholeFile(document, file);
  if (whole === null) visit(document, []);
  else found.push(whole);
  return found;
}

/** A document that is one curve, as TensorBoard exports it, or one record of a file per epoch. */
function wholeFile(document: unknown, file: string): History | null {
  if (Array.isArray(document)) {
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
  const isPiece =
    /\d$/.test(curveOfFile(file)) && isObject(document) && isTrainingObject(document, file);
  return isPiece ? { kind: 'records', path: [], records: [document] } : null;
}

/** Whole numbers are counts of something, if no rewards. */
function isOfFractions({ name, numbers }: NamedList): boolean {
  return (
    numbers.length > 1 &&
    (numbers.some(number => !Number.isInteger(number)) || /rew|ret/i.test(name))
  );
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

/** The part of a history's path that says on which split it is (`val`, `validation_0`); joined in front of its names. */
export function splitPrefix(path: readonly string[]): string {
  const key = path.findLast(part => wordsOf(part).length <= 2 && splitOfName(part) !== null);
  return key === undefined ? '' : `${key}/`;
}
