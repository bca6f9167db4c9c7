import type { ConfigEntry } from './entry';
import { govern } from './govern';
import { grouped } from './grouped';
import { judge, type Judged } from './judge';
import { isOther } from './names';
import { isLength, numberOf } from './numbers';
import { NamedNumbers } from './references';
import type { ConfigSetting, SettingPlace } from './setting';
import { isTraining } from './surroundings';

/**
 * The settings among the values of a file, in their order; `names` are all keys of each group, `numbers` those without a
 * telling name, which are settings where one that has it refers to them.
 */
export function settingsOf(
  entries: readonly ConfigEntry[],
  names: ReadonlyMap<number, readonly string[]>,
  numbers: readonly ConfigEntry[],
): readonly ConfigSetting[] {
  const judged = entries.flatMap(entry => judge(entry, names.get(entry.group) ?? []));
  follow(judged, [...entries, ...numbers]);
  for (const group of grouped(judged, ({ entry }) => entry.group).values()) govern(group);
  for (const group of grouped(judged, ({ entry }) => entry.document).values()) preferTrainer(group);
  return judged.map(setting).sort((one, other) => one.start - other.start);
}

/** Adds the numbers that totals refer to, which are totals whatever they are called. */
function follow(judged: Judged[], entries: readonly ConfigEntry[]): void {
  const references = judged.filter(one => one.bounds && one.entry.refersTo !== null);
  if (references.length === 0) return;
  const numbers = new NamedNumbers(entries);
  const byStart = new Map(judged.map(one => [one.entry.start, one]));
  for (const reference of references) {
    const target = numbers.get(reference.entry.refersTo ?? '');
    if (target === null) continue;
    const known = byStart.get(target.start);
    const total = known ?? asTotal(target, reference);
    if (total === null) continue;
    reference.source = total;
    total.primary ||= isLength(total.meaning.kind, total.value);
    if (known === undefined) judged.push(total);
    byStart.set(target.start, total);
  }
}

/** What a total refers to, unless its own name says that it is something else as well. */
function asTotal(entry: ConfigEntry, { meaning: { kind } }: Judged): Judged | null {
  const value = numberOf(entry.text);
  if (!isLength(kind, value) || isOther(entry.key)) return null;
  const meaning = { kind, strength: 'sure' } as const;
  return { entry, name: entry.key, meaning, value, source: null, bounds: true, primary: true };
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

function setting(judged: Judged): ConfigSetting {
  const { entry, meaning, value, primary, source } = judged;
  return {
    kind: meaning.kind,
    key: entry.key,
    keyPath: pathOf(entry),
    keyStart: entry.keyStart,
    keyEnd: entry.keyEnd,
    start: entry.start,
    end: entry.end,
    text: entry.text,
    value,
    editable: value !== null,
    primary,
    cell: null,
    source: source && placeOf(source.entry),
  };
}

function pathOf({ path, key, flag }: ConfigEntry): string | null {
  const parts = path.length > 0 || !flag ? [...path, key] : [];
  return parts.length > 0 ? parts.join('.').replaceAll('.[]', '[]') : null;
}

function placeOf(entry: ConfigEntry): SettingPlace {
  const { start, end, text } = entry;
  return { name: pathOf(entry) ?? entry.key, start, end, text, cell: null };
}
