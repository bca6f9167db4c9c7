import type { ConfigSetting } from './setting';
import { govern } from './govern';
import { meaningOf, type Meaning } from './names';
import { isLength, numberOf } from './numbers';
import { hasCompany, isElsewhere, isMeasured, isTraining } from './surroundings';

/** A named value of a language that holds data (YAML, JSON, TOML, INI): what the languages give, what the settings come from. */
export interface ConfigEntry {
  /** Names of all ancestors, from the root; `[]` for an item of a list. */
  readonly path: readonly string[];
  readonly key: string;
  readonly keyStart: number | null;
  readonly keyEnd: number | null;
  /** The value inside its quotes. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `number`: also a text that holds one. `other`: an alias, interpolation, expression or null, where no number can be put. */
  readonly form: 'number' | 'other';
  /** Entries with the same group are neighbours: values of one mapping. */
  readonly group: number;
  /** One file may hold several documents; what stands in one says nothing about another. */
  readonly document: number;
  /** A flag of a command line that the file holds: the only name that needs no company. */
  readonly flag: boolean;
}

interface Judged {
  readonly entry: ConfigEntry;
  readonly name: string;
  readonly meaning: Meaning;
  readonly value: number | null;
  primary: boolean;
}

/** Keys under which tools put the value of the name above (`epochs: {value: 27}`). */
const WRAPPERS = new Set(['value', 'default', 'const']);

/** The settings among the values of a file, in their order; `names` are all keys of each group. */
export function settingsOf(
  entries: readonly ConfigEntry[],
  names: ReadonlyMap<number, readonly string[]>,
): readonly ConfigSetting[] {
  const judged = entries.flatMap(entry => judge(entry, names.get(entry.group) ?? []));
  for (const group of grouped(judged, ({ entry }) => String(entry.group))) govern(group);
  for (const group of grouped(judged, ({ entry }) => String(entry.document))) preferTrainer(group);
  return judged.map(setting);
}

function judge(entry: ConfigEntry, neighbours: readonly string[]): Judged[] {
  const wrapped = WRAPPERS.has(entry.key) && entry.path.length > 0;
  const name = wrapped ? entry.path[entry.path.length - 1]! : lastPart(entry.key);
  const meaning = meaningOf(name) ?? counterLimit(entry);
  if (meaning === null) return [];
  const around = wrapped
    ? entry.path.slice(0, -1)
    : [...entry.path, ...entry.key.split('.').slice(0, -1)];
  const value = entry.form === 'number' ? numberOf(entry.text) : null;
  const primary =
    meaning.kind !== 'patience' &&
    isLength(meaning.kind, value) &&
    !isElsewhere(around) &&
    isTotal(entry, meaning, around, neighbours);
  if (
    meaning.kind === 'patience' &&
    isElsewhere(around.filter(part => !/callback|early/i.test(part)))
  )
    return [];
  if (meaning.strength === 'hint' && !primary) return [];
  return [{ entry, name, meaning, value, primary }];
}

function isTotal(
  entry: ConfigEntry,
  meaning: Meaning,
  around: readonly string[],
  neighbours: readonly string[],
): boolean {
  if (meaning.strength === 'sure') return true;
  if (meaning.strength === 'hint') return false;
  if (entry.flag || hasCompany(neighbours)) return true;
  // Beside measured values `epoch` is the label of a row in a log.
  return isTraining(around) && !neighbours.some(isMeasured);
}

/** SpeechBrain's `epoch_counter: {limit: 50}`. */
function counterLimit(entry: ConfigEntry): Meaning | null {
  const parent = entry.path[entry.path.length - 1];
  return entry.key === 'limit' && parent === 'epoch_counter'
    ? { kind: 'epochs', strength: 'sure' }
    : null;
}

const lastPart = (key: string) => key.slice(key.lastIndexOf('.') + 1);

/** A second copy outside the trainer (LightningCLI's model arguments) follows the one inside. */
function preferTrainer(document: readonly Judged[]): void {
  const totals = document.filter(one => one.primary);
  for (const one of totals) {
    const inside = isTraining(one.entry.path);
    const copy = totals.some(
      other =>
        other !== one &&
        other.meaning.kind === one.meaning.kind &&
        other.value === one.value &&
        isTraining(other.entry.path),
    );
    if (!inside && copy) one.primary = false;
  }
}

function setting({ entry, meaning, value, primary }: Judged): ConfigSetting {
  const parts = entry.path.length > 0 || !entry.flag ? [...entry.path, entry.key] : [];
  return {
    kind: meaning.kind,
    key: entry.key,
    keyPath: parts.length > 0 ? parts.join('.').replaceAll('.[]', '[]') : null,
    keyStart: entry.keyStart,
    keyEnd: entry.keyEnd,
    start: entry.start,
    end: entry.end,
    text: entry.text,
    value,
    editable: value !== null,
    primary,
    cell: null,
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
