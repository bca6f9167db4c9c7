import { roleOfName } from '../../axisName';
import { isChosen } from '../../chosen';
import { withMeasure } from '../../fileName';
import type { FieldRole } from '../../format';
import { meaningOf } from '../../name';
import { hasSplitPair } from '../../splitPairs';
import { SPLIT_WORDS } from '../../vocabulary';
import { wordsOf } from '../../words';
import { isObject } from './flatten';
import { isTrainingObject } from './isTraining';
import { isNumbers, type NamedList } from './namedList';
import { pointsOf } from './nestedLists';

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
  return rises(numbers) ? role : 'value';
}

function rises(numbers: readonly unknown[]): boolean {
  return numbers.every(
    (number, at) => typeof number === 'number' && (at === 0 || number > Number(numbers[at - 1])),
  );
}

/** Whether a list may hold a curve: whole numbers are counts of something, if no rewards. */
export function isOfFractions({ name, numbers }: NamedList): boolean {
  return (
    numbers.length > 1 &&
    (numbers.some(number => !Number.isInteger(number)) || /rew|ret/i.test(name))
  );
}

/** Lists of numbers of an object, each with the key it stands under: its own, and the columns of lists of objects. */
export function listsOf(
  object: JsonObject,
  file: string,
): readonly { readonly key: string; readonly list: NamedList }[] {
  const under = (key: string, value: unknown): NamedList[] => {
    if (isNumbers(value)) return [{ name: key, numbers: value, source: value }];
    const objects = Array.isArray(value) && value.length > 1 && value.every(isObject) ? value : [];
    const indexed = byIndex(value);
    if (indexed !== null) return [{ name: key, numbers: indexed, source: value as object }];
    // Records with a counter of their own are a history of their own.
    const isTable = objects.length > 0 && !objects.some(holdsLists) && !isOfThings(objects);
    return isTable && !isTrainingObject(objects[0]!, file) ? columnsOf(key, objects) : [];
  };
  return Object.keys(object).flatMap(key => under(key, object[key]).map(list => ({ key, list })));
}

/** Whether there is more than values in an object: a history of its own. */
function holdsLists(object: JsonObject): boolean {
  return Object.values(object).some(value => Array.isArray(value) && value.length > 1);
}

/** Whether texts tell most objects of a list apart, other than when: things with what is known of each. */
function isOfThings(objects: readonly JsonObject[]): boolean {
  return Object.keys(objects[0]!).some(key => {
    const texts = objects.flatMap(object => {
      const value = object[key];
      return typeof value === 'string' && !/^\s*[\d+-]/.test(value) ? [value] : [];
    });
    return 2 * new Set(texts).size > objects.length && new Set(texts).size > 2;
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

/** What a curve of precision and recall is drawn over. */
const THRESHOLDS = /^thresh(?:old)?s?$/i;
/** What holds a value for each class. */
const CLASSES = /(?:per|by)_?class|class_?wise|^class(?:es|_metrics|_report)?$/i;
const FOLDS = /^(?:cv|folds?|kfold|cross|crossval|bootstraps?)$/;

/** Whether a list holds a value for each fold (`cv_scores`). */
function isOfFolds(name: string): boolean {
  return wordsOf(name).some(word => FOLDS.test(word));
}

/** Whether a list holds what was tried out, from little to much: the size of a model, a ratio. */
function isSweep(list: NamedList): boolean {
  const { name, numbers } = list;
  if (!isChosen(name) || /samples|examples|epochs/i.test(name)) return false;
  return numbers.length > 1 && rises(numbers);
}

/** What is counted of a service. */
const SERVICE = /^(?:latency|latencies|requests?|qps|rps|uptime|users|visits|clicks|revenue)$/;

/** Whether lists tell how a service is doing: nothing of a loss or a split stands beside what it serves. */
function isOfService(lists: readonly NamedList[]): boolean {
  if (!lists.some(({ name }) => wordsOf(name).some(word => SERVICE.test(word)))) return false;
  return !lists.some(({ name }) => /loss/i.test(name) || meaningOf(name).split !== null);
}

/** Whether lists side by side are the history of a training: a measure, over more than a point or two. */
export function isHistory(
  lists: readonly NamedList[],
  path: readonly string[],
  file: string,
): boolean {
  if (isPairOfSplits(lists)) return true;
  if (isOfService(lists) || lists.some(isSweep)) return false;
  if (lists.some(({ name }) => THRESHOLDS.test(name)) || path.some(key => CLASSES.test(key)))
    return false;
  return lists.some(list => {
    const { name, numbers } = list;
    if (numbers.length < 2 || listRole(list) !== 'value' || isOfFolds(name)) return false;
    const meaning = meaningOf([...path, withMeasure(name, file)].join('/'));
    return meaning.kind === 'measure' && meaningOf(name).kind !== 'noise';
  });
}

/** Whether lists of fractions hold one quantity on the training set and on another one, epoch by epoch: lists of samples are of whole numbers, and of several lengths. */
function isPairOfSplits(lists: readonly NamedList[]): boolean {
  const measured = lists.filter(list => isOfFractions(list) && list.numbers.length > 2);
  const lengths = new Set(measured.map(({ numbers }) => numbers.length));
  return lengths.size === 1 && hasSplitPair(measured.map(({ name }) => name));
}

/** Series with an axis of their own, as Sacred writes them: `{loss: {steps: […], values: […]}}`; each with the key it stands under. */
export function listsWithAxes(
  object: JsonObject,
): readonly { readonly key: string; readonly lists: readonly NamedList[] }[] {
  return Object.keys(object).flatMap(key => {
    const value = object[key];
    const points = pointsOf(key, value);
    if (points !== null) return [{ key, lists: points }];
    if (!isObject(value) || !isNumbers(value['values'])) return [];
    const steps = value['steps'] ?? value['step'] ?? value['epochs'];
    if (!isNumbers(steps) || meaningOf(key).kind === 'noise') return [];
    const axis = value['epochs'] === steps ? 'epoch' : 'step';
    const lists = [
      { name: axis, numbers: steps, source: steps },
      { name: key, numbers: value['values'], source: value['values'] },
    ];
    return [{ key, lists }];
  });
}

/** The axis and the values of an object that draws a curve, `{"name": "train", "x": […], "y": […]}`, as ClearML and Plotly keep them; `null`: it is none. */
export function plottedIn(
  object: JsonObject,
  path: readonly string[],
): readonly NamedList[] | null {
  const { x, y } = object;
  if (!isNumbers(x) || !isNumbers(y) || x.length !== y.length || !rises(x)) return null;
  const name = nameOfPlotted(object, path);
  if (name === null) return null;
  return [
    { name: 'step', numbers: x, source: x },
    { name, numbers: y, source: y },
  ];
}

/** What a curve is called, with what it stands in where only that is a measure; `null`: neither is. */
function nameOfPlotted({ name }: JsonObject, path: readonly string[]): string | null {
  const [group = '', own = ''] = path.slice(-2);
  const called = withMeasure(typeof name === 'string' && name !== '' ? name : own, group);
  const isMeasure = (each: string): boolean => meaningOf(each).kind === 'measure';
  return [called, `${group}/${called}`].find(isMeasure) ?? null;
}
