import type { ConfigSetting } from './setting';
import { govern, type Total } from './govern';
import { grouped } from './grouped';
import { meaningOf, type Meaning } from './names';
import { isLength, numberOf } from './numbers';
import {
  hasCompany,
  isBesideMeasures,
  isElsewhere,
  isPolicyUpdate,
  isTraining,
} from './surroundings';

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

interface Judged extends Total {
  readonly entry: ConfigEntry;
  readonly value: number | null;
}

/** What an entry is called and where it stands, whatever form the file gives it. */
interface Named {
  readonly name: string;
  readonly around: readonly string[];
}

/** Megatron counts its training in samples; elsewhere that is the size of a data set. */
const SAMPLES = /^(?:--)?train[-_]samples$/i;
/** Keys under which tools put the value of the name above (`epochs: {value: 27}`). */
const WRAPPERS = new Set(['value', 'default', 'const']);

/** The settings among the values of a file, in their order; `names` are all keys of each group. */
export function settingsOf(
  entries: readonly ConfigEntry[],
  names: ReadonlyMap<number, readonly string[]>,
): readonly ConfigSetting[] {
  const judged = entries.flatMap(entry => judge(entry, names.get(entry.group) ?? []));
  for (const group of grouped(judged, ({ entry }) => entry.group).values()) govern(group);
  for (const group of grouped(judged, ({ entry }) => entry.document).values()) preferTrainer(group);
  return judged.map(setting).sort((one, other) => one.start - other.start);
}

function judge(entry: ConfigEntry, neighbours: readonly string[]): Judged[] {
  const { name, around } = nameOf(entry);
  const meaning = meaningOf(name);
  if (meaning === null) return [];
  const value = entry.form === 'number' ? numberOf(entry.text) : null;
  if (meaning.kind === 'patience') {
    const ofTraining = !isElsewhere(around.filter(part => !/callback|early/i.test(part)));
    return ofTraining ? [{ entry, name, meaning, value, primary: false }] : [];
  }
  const primary =
    isLength(meaning.kind, value) &&
    !isElsewhere(around) &&
    isTotal(entry, meaning, around, neighbours);
  return primary || isShown(meaning, value) ? [{ entry, name, meaning, value, primary }] : [];
}

/** A general name that is not the total is nothing, unless it is switched off or says where the number is. */
function isShown({ strength }: Meaning, value: number | null): boolean {
  return strength === 'sure' || (strength === 'likely' && !(value !== null && value > 0));
}

function nameOf({ key, path }: Pick<ConfigEntry, 'key' | 'path'>): Named {
  const parent = path[path.length - 1];
  if (parent !== undefined && WRAPPERS.has(key)) return { name: parent, around: path.slice(0, -1) };
  // SpeechBrain's `epoch_counter: {limit: 50}`.
  if (parent === 'epoch_counter' && key === 'limit') return { name: 'max_epochs', around: path };
  const parts = key.split('.');
  return { name: parts.pop() ?? key, around: [...path, ...parts] };
}

/** Whether an entry can be a setting by its name, so that it need not be kept otherwise. */
export function mayBeSetting(key: string, path: readonly string[]): boolean {
  const { name } = nameOf({ key, path });
  return meaningOf(name) !== null;
}

function isTotal(
  entry: ConfigEntry,
  meaning: Meaning,
  around: readonly string[],
  neighbours: readonly string[],
): boolean {
  if (meaning.kind === 'epochs' && isPolicyUpdate(neighbours)) return false;
  if (meaning.strength === 'sure') return true;
  if (meaning.strength === 'hint') return entry.flag && SAMPLES.test(entry.key);
  if (entry.flag || hasCompany(neighbours)) return true;
  // Beside measured values `epoch` is the label of a row in a log.
  return isTraining(around) && !isBesideMeasures(neighbours);
}

/** A second copy outside the trainer (LightningCLI's model arguments) follows the one inside. */
function preferTrainer(document: readonly Judged[]): void {
  const totals = document.filter(one => one.primary);
  const said = ({ meaning, value }: Judged) => `${meaning.kind} ${value ?? ''}`;
  const inside = totals.filter(one => isTraining(one.entry.path));
  const insideSay = new Set(inside.map(said));
  const isInside = new Set(inside);
  for (const one of totals) {
    if (!isInside.has(one) && insideSay.has(said(one))) one.primary = false;
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
