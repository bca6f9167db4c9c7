import { companionsOf, type Dependent } from './companions';
import type { ConfigEntry } from './entry';
import { explainOff, govern } from './govern';
import { grouped } from './grouped';
import { judge, type Judged } from './judge';
import { isOther } from './names';
import { isLength, numberOf } from './numbers';
import { NamedNumbers } from './references';
import type { Companion, ConfigSetting, SettingPlace } from './setting';
import { isTraining } from './surroundings';

/** The settings among the values of a file, in their order. */
export function settingsOf({
  entries,
  names,
  numbers,
  dependents,
}: Gathered): readonly ConfigSetting[] {
  const judged = entries.flatMap(entry => judge(entry, names.get(entry.group) ?? []));
  follow(judged, [...entries, ...numbers]);
  for (const group of grouped(judged, ({ entry }) => entry.group).values()) {
    govern(group);
    explainOff(group, isOff);
  }
  const settings = [...grouped(judged, ({ entry }) => entry.document).values()].flatMap(
    document => {
      const copies = preferTrainer(document);
      return document.map(one => setting(one, companionsIn(one, { document, copies, dependents })));
    },
  );
  return settings.sort((one, other) => one.start - other.start);
}

/** What a language gathered from a file. */
interface Gathered {
  readonly entries: readonly ConfigEntry[];
  /** All keys of each group. */
  readonly names: ReadonlyMap<number, readonly string[]>;
  /** Numbers without a telling name, which are settings where one that has it refers to them. */
  readonly numbers: readonly ConfigEntry[];
  readonly dependents: readonly Dependent[];
}

interface Others {
  readonly document: readonly Judged[];
  /** Second copies of totals. */
  readonly copies: readonly Judged[];
  readonly dependents: readonly Dependent[];
}

/** What must change with a total; nothing for all others. */
function companionsIn(one: Judged, { document, copies, dependents }: Others): readonly Companion[] {
  const { value, primary, entry, meaning } = one;
  if (!primary || value === null) return [];
  const isOnly = document.every(other => other === one || !other.primary);
  const again = copies.filter(copy => copy.value === value && copy.meaning.kind === meaning.kind);
  const here = dependents.filter(({ document: number }) => number === entry.document);
  const found = [
    ...again.map(copy => ({ ...placeOf(copy.entry), role: 'same' as const })),
    ...companionsOf({ value, start: entry.start, isOnly }, here),
  ];
  return [...new Map(found.map(each => [each.start, each])).values()];
}

/** Whether a limit limits nothing. */
function isOff({ value, bounds, source, entry }: Judged): boolean {
  return bounds && source === null && entry.refersTo === null && !(value !== null && value > 0);
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
  const total = { bounds: true, primary: true, source: null, governedBy: null };
  return { entry, name: entry.key, meaning, value, ...total };
}

/** A second copy outside the trainer (LightningCLI's model arguments) follows the one inside; gives those copies. */
function preferTrainer(document: readonly Judged[]): readonly Judged[] {
  const totals = document.filter(one => one.primary);
  const said = ({ meaning, value }: Judged) => `${meaning.kind} ${value ?? ''}`;
  const inside = totals.filter(one => isTraining(one.entry.path));
  const insideSay = new Set(inside.map(said));
  const isInside = new Set(inside);
  const copies = totals.filter(one => !isInside.has(one) && insideSay.has(said(one)));
  for (const one of copies) one.primary = false;
  return copies;
}

function setting(judged: Judged, companions: readonly Companion[]): ConfigSetting {
  const { entry, meaning, value, primary, source, governedBy } = judged;
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
    governedBy: governedBy && placeOf(governedBy.entry),
    companions,
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
