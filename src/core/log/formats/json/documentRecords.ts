import { splitOfFile, withMeasure } from '../../fileName';
import type { LogSink, RecordField, RecordShape, RunUnit } from '../../format';
import { meaningOf } from '../../name';
import { withBareLosses } from '../../splitPairs';
import { isObject } from './flatten';
import { type History, prefixOfPath, splitOfPath } from './histories';
import { listRole } from './listsOf';
import type { NamedList } from './namedList';
import { ObjectRecords } from './objectRecords';
import type { TolerantValue } from './tolerantJson';

/** More rows than this are steps, unless the document says otherwise. */
const MOST_EPOCHS = 5_000;
const PLANNED = new Map<string, RunUnit>([
  ['num_train_epochs', 'epoch'],
  ['max_epochs', 'epoch'],
  ['num_epochs', 'epoch'],
  ['total_epochs', 'epoch'],
  ['n_epochs', 'epoch'],
  ['epochs', 'epoch'],
  ['iteration_count', 'round'],
  ['max_steps', 'step'],
]);

type Lines = TolerantValue['lines'];

/** Puts the histories of a document into a sink, one after the other. */
export class DocumentRecords {
  readonly #sink: LogSink;
  readonly #path: string;
  readonly #lines: Lines;
  /** Names of each run so far: the same names again are another run. */
  #names = new Set<string>();
  #runs = 0;

  constructor(path: string, sink: LogSink, lines: Lines) {
    this.#path = path;
    this.#sink = sink;
    this.#lines = lines;
  }

  add(history: History): void {
    this.#begin(history);
    switch (history.kind) {
      case 'records': {
        const records = this.#recordsOf(history);
        for (const record of history.records) records.add(record, this.#lineOf(record));
        break;
      }
      case 'by-epoch': {
        const records = this.#recordsOf(history);
        for (const [epoch, record] of [...history.records].sort((a, b) => a[0] - b[0])) {
          records.add({ epoch, ...record }, this.#lineOf(record));
        }
        break;
      }
      case 'lists':
        this.#addLists(history);
    }
  }

  /** Records that stand under `train` or `val` are of that split. */
  #recordsOf({ path }: History): ObjectRecords {
    return new ObjectRecords(this.#path, this.#sink, splitOfPath(path));
  }

  /** A history with a name that the run has already is another run: a fold, another model. */
  #begin(history: History): void {
    const prefix = prefixOfPath(history.path);
    const names =
      history.kind === 'lists'
        ? history.lists
            .filter(list => listRole(list) === 'value')
            .map(list => this.#fullName(prefix + list.name, history.path))
        : [`${prefix}${history.kind}`];
    if (this.#runs === 0 || names.some(name => this.#names.has(name))) {
      if (this.#runs > 0 || history.path.length > 1) {
        this.#sink.mark({ kind: 'run', name: runName(history.path), line: 1 });
      }
      this.#runs++;
      this.#names = new Set();
    }
    for (const name of names) this.#names.add(name);
  }

  #lineOf(value: object): number {
    return this.#lines.get(value)?.[0] ?? 1;
  }

  #addLists(history: Extract<History, { kind: 'lists' }>): void {
    const lengths = new Set(history.lists.map(list => list.numbers.length));
    const prefix = prefixOfPath(history.path);
    for (const length of lengths) {
      const lists = history.lists.filter(list => list.numbers.length === length);
      const axes = new Set<string>();
      const kept = lists.filter(list => {
        const role = listRole(list);
        if (role === 'value') return true;
        const first = !axes.has(role);
        axes.add(role);
        return first;
      });
      const isPerEpisode = kept.every(({ name }) => isReward(name));
      if (axes.size === 0 && length <= MOST_EPOCHS && !isPerEpisode) {
        this.#sink.mark({ kind: 'unit', unit: 'epoch', line: 1 });
      }
      this.#addColumns(kept, length, prefix, history.path);
    }
  }

  #addColumns(
    lists: readonly NamedList[],
    length: number,
    prefix: string,
    path: readonly string[],
  ): void {
    const fileSplit = splitOfFile(this.#path);
    const called = withBareLosses(lists.map(({ name }) => this.#fullName(prefix + name, path)));
    const fields = lists.map((list, at): RecordField => {
      const { name } = list;
      const role = listRole(list);
      const full = role === 'value' ? called[at]! : name;
      const own =
        role !== 'value' || meaningOf(full).split !== null || meaningOf(full).kind === 'rate';
      return { name: full, role, split: own ? null : fileSplit };
    });
    if (!fields.some(field => field.role === 'value')) return;
    const shape: RecordShape = { fields };
    const values = new Float64Array(fields.length);
    const line = this.#lineAt(lists[0]!.source, length);
    for (let row = 0; row < length; row++) {
      lists.forEach(({ numbers }, at) => {
        const number = numbers[row];
        values[at] = typeof number === 'number' ? number : NaN;
      });
      this.#sink.record(shape, values, line(row));
    }
  }

  /** A name with what it is measured in, where only what it stands in or the file says that. */
  #fullName(name: string, path: readonly string[]): string {
    const within = path.at(-1) ?? '';
    const inside = endsInMeasure(within) ? withMeasure(name, within) : name;
    return inside === name ? withMeasure(name, this.#path) : inside;
  }

  /** Lines of a list's elements, where each has its own. */
  #lineAt(source: object, length: number): (row: number) => number {
    const [from, to] = this.#lines.get(source) ?? [1, 1];
    const own = to - from === length + 1;
    return row => (own ? from + 1 + row : from);
  }
}

/** Whether a key says a measure and nothing after it: `vae_elbo_b1` is a model. */
function endsInMeasure(key: string): boolean {
  return meaningOf(meaningOf(key).metric.split('_').at(-1) ?? '').kind === 'measure';
}

const isReward = (name: string): boolean => /reward|return/.test(meaningOf(name).metric);

/** Keys that say that a history is one, not of what. */
const SAYS_NOTHING =
  /^(?:\w+[_ -])?(?:h|hist|history|histories|logs?|metrics|curves?|results?|records?|stats|losses|epochs?|train(?:ing)?|data)$/i;

/** The keys that lead to a history, without those that only say that it is one. */
function runName(path: readonly string[]): string | null {
  const says = SAYS_NOTHING.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
  return says.join('/') || path.join('/') || null;
}

/** Marks the planned length that a document says outside of its histories. Epochs count more than steps. */
export function markPlanned(document: unknown, sink: LogSink): void {
  const found = new Map<RunUnit, number>();
  const visit = (value: unknown, depth: number): void => {
    if (!isObject(value) || depth > 4) return;
    for (const [key, item] of Object.entries(value)) {
      const unit = PLANNED.get(key.toLowerCase());
      if (unit === undefined) visit(item, depth + 1);
      else if (typeof item === 'number' && item > 0 && !found.has(unit)) found.set(unit, item);
    }
  };
  visit(document, 0);
  const unit = (['round', 'epoch', 'step'] as const).find(each => found.has(each));
  if (unit !== undefined) sink.mark({ kind: 'planned', count: found.get(unit)!, unit, line: 1 });
}
