import { roleOfName } from '../../axisName';
import { meaningOf } from '../../name';
import { wordsOf } from '../../words';
import { isObject } from './flatten';
import { isNumbers, type NamedList } from './namedList';

type JsonObject = Readonly<Record<string, unknown>>;

/** Lists of one training among several that a document holds side by side. */
export interface Fold {
  readonly path: readonly string[];
  readonly lists: readonly NamedList[];
}

const MOST_FOLDS = 1000;
/** Words that say that an outer list is of trainings: else it may as well be of epochs, with their batches inside. */
const FOLD = /^(?:folds?|kfolds?|cv|crossval|seeds?|runs?|trials?|repeats?|clients?|histories)$/;
/** `fold_3`, `client 7`, `3`. */
export const LABEL = /^(?:(?:fold|run|seed|trial|repeat|client)[ _-]?)?\d{1,9}$/i;

/**
 * Trainings under their metrics: `{"train_loss": [[…], […]], "val_loss": [[…], […]]}` or `{"loss": {"fold_1": […]}}`.
 * `names` are those of the file and of what the object stands in.
 */
export function foldsOf(object: JsonObject, names: readonly string[]): readonly Fold[] {
  const columns = Object.entries(object).flatMap(([name, value]) => {
    if (meaningOf(name).kind === 'noise') return [];
    const lists = labelled(value) ?? outer(value, [...names, name]);
    return lists === null ? [] : [{ name, lists }];
  });
  if (!columns.some(({ name }) => meaningOf(name).kind === 'measure')) return [];
  const labels = [...new Set(columns.flatMap(({ lists }) => [...lists.keys()]))];
  if (labels.length > MOST_FOLDS) return [];
  return labels.map(label => ({
    path: [label],
    lists: columns.flatMap(({ name, lists }) => {
      const numbers = lists.get(label);
      return numbers === undefined ? [] : [{ name, numbers, source: numbers }];
    }),
  }));
}

type Labelled = ReadonlyMap<string, readonly unknown[]>;

function labelled(value: unknown): Labelled | null {
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  const lists = entries.flatMap(([key, list]) =>
    LABEL.test(key) && isNumbers(list) && list.length > 1 ? [[key, list] as const] : [],
  );
  return lists.length > 1 && lists.length === entries.length ? new Map(lists) : null;
}

function outer(value: unknown, names: readonly string[]): Labelled | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  if (!names.flatMap(wordsOf).some(word => FOLD.test(word))) return null;
  const lists = value.flatMap((list, at) =>
    isNumbers(list) && list.length > 2 ? [[`fold ${at + 1}`, list] as const] : [],
  );
  return lists.length === value.length ? new Map(lists) : null;
}

/** The columns of a table as pandas writes it with `orient="split"`; `null`: the object is none. */
export function tableOf(object: JsonObject): NamedList[] | null {
  const { columns, data } = object;
  if (!Array.isArray(columns) || !Array.isArray(data)) return null;
  const rows = data.filter((row): row is unknown[] => Array.isArray(row));
  if (rows.length < 2 || rows.length < data.length) return null;
  return columns.flatMap((name: unknown, at) => {
    const numbers = rows.map(row => row[at] ?? null);
    return typeof name === 'string' && isNumbers(numbers) ? [{ name, numbers, source: data }] : [];
  });
}

/** The axis and the values of points under a measure: `[{"step": 10, "value": 0.5}]` or `[[10, 0.5]]`; `null`: there are none. */
export function pointsOf(name: string, value: unknown): NamedList[] | null {
  if (!Array.isArray(value) || value.length < 2 || meaningOf(name).kind !== 'measure') return null;
  const list = value as readonly unknown[];
  const [first] = list;
  const keys = isObject(first) ? Object.keys(first) : [];
  const axis = keys.find(key => /^(?:epoch|step)$/.test(roleOfName(key))) ?? null;
  const points = list.flatMap(item => {
    const point = Array.isArray(item) ? pairIn(item) : pointIn(item, axis);
    return isNumbers(point) ? [point] : [];
  });
  const rises = points.every(
    (point, at) => at === 0 || Number(point[0]) > Number(points[at - 1]![0]),
  );
  if (points.length < list.length || !rises) return null;
  const column = (called: string, at: number): NamedList => ({
    name: called,
    numbers: points.map(point => point[at]),
    source: list,
  });
  return [column(axis ?? 'step', 0), column(name, 1)];
}

function pointIn(item: unknown, axis: string | null): unknown[] | null {
  return isObject(item) && axis !== null ? [item[axis], item['value']] : null;
}

/** `[step, value]`, or with the seconds since 1970 in front, as TensorBoard exports points. */
function pairIn(item: readonly unknown[]): readonly unknown[] | null {
  if (item.length === 3 && Number(item[0]) > 1e9) return item.slice(1);
  return item.length === 2 ? item : null;
}
