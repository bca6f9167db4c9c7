import { axisRank, roleOfName } from '../../axisName';
import { splitOfFile } from '../../fileName';
import type { LogSink, RecordField, RecordShape, RunUnit, Split } from '../../format';
import { meaningOf } from '../../name';
import { withBareLosses } from '../../splitPairs';
import { SPLIT_WORDS } from '../../vocabulary';
import { wordsOf } from '../../words';
import { explainKeys } from './explainKeys';
import { flatten } from './flatten';
import type { Recorded } from './lineTemplate';

/** Keys of a text that says what the numbers of its object were computed on. */
const MODE = /^(?:mode|split|phase|stage|subset|set|partition|type|kind|event)$/i;
/** Keys that say how long the training was meant to be. */
const PLANNED = new Map<string, RunUnit>([
  ['total_epochs', 'epoch'],
  ['num_epochs', 'epoch'],
  ['max_epochs', 'epoch'],
  ['n_epochs', 'epoch'],
  ['epochs', 'epoch'],
  ['num_train_epochs', 'epoch'],
  ['total_steps', 'step'],
  ['max_steps', 'step'],
  ['total_iterations', 'iteration'],
]);
/** Values that only the summary at the end of a training has. */
const SUMMARY = /^train_runtime$/;
/** A saved state's number is the step where nothing else is (`network-snapshot-000280.pkl`). */
const SNAPSHOT = /(?:snapshot|checkpoint|ckpt|step|iter)\D{0,3}(\d{1,12})\D*$/i;

/** Keys of texts that say something of the numbers. */
const SAYS =
  /^(?:mode|split|phase|stage|subset|set|partition|type|kind|event)$|snapshot|checkpoint|ckpt/i;
/** Sets of keys beyond which they are no keys any more, and keys of all sets together. */
const MOST_PLANS = 10_000;
const MOST_FIELDS = 2_000_000;

/** A shape and where its values stand among those of the object; -1 stands for the number of the snapshot. */
interface Plan {
  readonly shape: RecordShape;
  readonly from: readonly number[];
}

/** Makes records of objects: one shape per set of keys. */
export class ObjectRecords {
  readonly #sink: LogSink;
  readonly #fileSplit: Split | null;
  readonly #plans = new Map<string, Plan>();
  readonly #planned = new Set<string>();
  #fields = 0;
  #hasTooMany = false;
  #values = new Float64Array(16);

  /** `split`: what the records stand under; it says more than the file. */
  constructor(path: string, sink: LogSink, split: Split | null = null) {
    this.#sink = sink;
    this.#fileSplit = split ?? splitOfFile(path);
  }

  /** Records an object; says whether it held a value besides its counters. */
  add(object: Readonly<Record<string, unknown>>, line: number): boolean {
    const { names, values, texts } = flatten(object);
    if (names.some(name => SUMMARY.test(name))) return false;
    const split = modeOf(texts) ?? this.#fileSplit;
    const snapshot = snapshotOf(texts);
    const plan = this.#planOf(names, split, snapshot !== null, line);
    if (plan === null) return false;
    this.#note(names, values, line);
    if (plan.shape.fields.every(field => field.role !== 'value')) return false;
    if (this.#values.length < plan.from.length)
      this.#values = new Float64Array(2 * plan.from.length);
    plan.from.forEach(
      (from, at) => (this.#values[at] = from < 0 ? (snapshot ?? NaN) : values[from]!),
    );
    this.#sink.record(plan.shape, this.#values, line);
    return true;
  }

  /**
   * What would be recorded of an object, where that depends on nothing but its numbers and texts other than `clock`;
   * `null`: it is not known, or nothing.
   */
  recorded(object: Readonly<Record<string, unknown>>, clock: string): Recorded | null {
    const { names, values, texts } = flatten(object);
    if (names.some(name => SUMMARY.test(name) || this.#isUnplanned(name))) return null;
    if ([...texts].some(([key, text]) => text === clock && SAYS.test(key))) return null;
    const snapshot = snapshotOf(texts);
    const plan = this.#plans.get(keyOf(names, modeOf(texts) ?? this.#fileSplit, snapshot !== null));
    if (plan === undefined || plan.shape.fields.every(field => field.role !== 'value')) return null;
    const own = plan.from.map(from => (from < 0 ? (snapshot ?? NaN) : values[from]!));
    return { shape: plan.shape, values: own };
  }

  #isUnplanned(name: string): boolean {
    return PLANNED.has(name) && !this.#planned.has(name);
  }

  /** How objects of these names are recorded; `null`: there are too many, which is said once. */
  #planOf(names: string[], split: Split | null, hasSnapshot: boolean, line: number): Plan | null {
    const key = keyOf(names, split, hasSnapshot);
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    if (this.#plans.size >= MOST_PLANS || this.#fields >= MOST_FIELDS) {
      if (!this.#hasTooMany)
        this.#sink.problem({ code: 'too-many-shapes', line, details: { most: this.#plans.size } });
      this.#hasTooMany = true;
      return null;
    }
    const plan = planOf(names, split, hasSnapshot);
    this.#plans.set(key, plan);
    this.#fields += names.length;
    if (this.#sink.explain) explainKeys(names, plan.shape, PLANNED, this.#sink.explain);
    return plan;
  }

  #note(names: readonly string[], values: readonly number[], line: number): void {
    names.forEach((name, at) => {
      const unit = PLANNED.get(name);
      if (unit === undefined || this.#planned.has(name) || !(values[at]! > 0)) return;
      this.#planned.add(name);
      this.#sink.mark({ kind: 'planned', count: values[at]!, unit, line });
    });
  }
}

function keyOf(names: readonly string[], split: Split | null, hasSnapshot: boolean): string {
  return `${split ?? ''}\n${hasSnapshot ? 's' : ''}\n${names.join('\n')}`;
}

function modeOf(texts: ReadonlyMap<string, string>): Split | null {
  for (const [key, text] of texts) {
    const split = MODE.test(key) ? splitIn(text) : null;
    if (split !== null) return split;
  }
  return null;
}

/** The split that a text says, `train` or `eval_step`; `null`: it says something else. */
function splitIn(text: string): Split | null {
  const words = wordsOf(text);
  if (words.length > 3) return null;
  // What is measured when a training begins is no result of it (`on_train_begin`).
  if (words.includes('begin') && words.includes('train')) return 'validation';
  return words.map(word => SPLIT_WORDS.get(word)).find(split => split !== undefined) ?? null;
}

function snapshotOf(texts: ReadonlyMap<string, string>): number | null {
  for (const [key, text] of texts) {
    if (!/snapshot|checkpoint|ckpt/i.test(key)) continue;
    const found = SNAPSHOT.exec(text);
    if (found !== null) return Number(found[1]);
  }
  return null;
}

/** The field of each axis is the best of its candidates; everything else that is no axis is a value. */
function planOf(names: readonly string[], split: Split | null, hasSnapshot: boolean): Plan {
  const roles = names.map(name => (PLANNED.has(name) ? null : roleOfName(name)));
  const best = (role: string): number =>
    names.reduce(
      (found, name, at) =>
        roles[at] === role && (found < 0 || axisRank(name) > axisRank(names[found]!)) ? at : found,
      -1,
    );
  const axes = (['epoch', 'step', 'time'] as const).flatMap(role => {
    const at = best(role);
    return at < 0 ? [] : [{ at, role }];
  });
  const fields: RecordField[] = axes.map(({ at, role }) => ({
    name: names[at]!,
    role,
    split: null,
  }));
  const from = axes.map(({ at }) => at);
  if (hasSnapshot && !axes.some(({ role }) => role === 'step')) {
    fields.push({ name: 'step', role: 'step', split: null });
    from.push(-1);
  }
  withBareLosses(names).forEach((name, at) => {
    if (roles[at] !== 'value') return;
    const says = meaningOf(name);
    // What an evaluation repeats of the training's rates is no point of their curves.
    if (says.kind === 'rate' && split !== null && split !== 'train') return;
    const own = says.split !== null || says.kind === 'rate';
    fields.push({ name, role: 'value', split: own ? null : split });
    from.push(at);
  });
  return { shape: { fields }, from };
}
