import { argumentsOf, commandWords, mayBeCommand, namesIn, type CommandWord } from './commandLine';
import { defaultIn } from './defaults';
import { type Dependent, mayDepend } from './companions';
import { settingsOf } from './entries';
import type { ConfigEntry } from './entry';
import { mayBeSetting } from './judge';
import { numberOf } from './numbers';
import type { Place } from './place';
import { referenceIn } from './references';
import type { ConfigSetting } from './setting';

/** A value as a language meets it. */
export interface NamedValue {
  readonly path: readonly string[];
  readonly key: string;
  readonly keyPlace: Pick<Place, 'start' | 'end'> | null;
  readonly place: Place;
  /** Of the mapping it stands in, as `mapping` gave it. */
  readonly group: number;
  /** Whether it is written as text, in which a command line may stand. */
  readonly isText: boolean;
  /** Whether it stands for a number that is elsewhere: an alias, an interpolation, null. */
  readonly standsFor: boolean;
  /** The name of that number, where the language has its own way to say it; otherwise the text is looked at. */
  readonly refersTo?: string | null;
  /** What else it can be referred to by. */
  readonly anchor?: string | null;
}

/** Keys of what a list of arguments is for: launch configurations, containers, tasks. */
export const PROGRAM = /^(?:program|module|script|command|entrypoint|cmd|executable)$/i;

/** Numbers without a telling name that are kept, in case one that has it refers to them. */
const MOST_NUMBERS = 2_000;

/** More than these are data, not milestones. */
const MOST_ITEMS = 20;
/** A number, or several as some formats write a list. */
const NUMBERS = /^[[(]?\s*\d[\d_]*(?:\.\d*)?(?:\s*,\s*\d[\d_]*)*\s*,?\s*[\])]?$/;

const isNumbers = ({ text }: Place): boolean => text.length < 200 && NUMBERS.test(text);

/** Composer's `max_duration: 3ep`: the number before its unit, and what it counts; OLMo's many steps, which have none. */
function durationOf(key: string, place: Place): { says: string | null; place: Place } {
  const [, digits, unit] = (/duration$/i.test(key) && /^(\d+)(ep|ba|)$/.exec(place.text)) || [];
  if (digits === undefined) return { says: null, place };
  // Elsewhere a duration is one of a sound, in seconds.
  if (unit === '') return { says: digits.length > 4 ? 'max_steps' : null, place };
  const says = unit === 'ep' ? 'max_epochs' : 'max_train_steps';
  return { says, place: { ...place, end: place.start + digits.length, text: digits } };
}

function keyOf({ keyPlace }: NamedValue): Pick<ConfigEntry, 'keyStart' | 'keyEnd'> {
  return { keyStart: keyPlace?.start ?? null, keyEnd: keyPlace?.end ?? null };
}

/** The values of one file of data, gathered in its order; what they are called decides which are settings. */
export class ConfigValues {
  readonly #entries: ConfigEntry[] = [];
  readonly #numbers: ConfigEntry[] = [];
  readonly #dependents: Dependent[] = [];
  readonly #names = new Map<number, readonly string[]>();
  #groups = 0;
  #document = 0;

  /** A new document begins, as in YAML after `---`. */
  document(): void {
    this.#document++;
  }

  /** A mapping with its keys; the number it is known by. */
  mapping(keys: readonly string[]): number {
    this.#names.set(++this.#groups, keys);
    return this.#groups;
  }

  /** How much was kept so far; more after a mapping says that something in it was. */
  get kept(): number {
    return this.#entries.length + this.#numbers.length;
  }

  /** Lets go of the keys of a mapping of which nothing was kept. */
  forget(group: number): void {
    this.#names.delete(group);
  }

  value(value: NamedValue): void {
    const { path, key, place, group, isText, standsFor, anchor = null } = value;
    if (isText && mayBeCommand(place.text)) {
      this.command(commandWords(place.text, place.start), [...path, key]);
    }
    this.#depend([place], key, path);
    const { says, place: number } = durationOf(key, defaultIn(place));
    const form = numberOf(number.text) === null ? 'other' : 'number';
    if ((form === 'other' && !standsFor) || !this.#keeps(value, says, form)) return;
    const refersTo = form === 'other' ? (value.refersTo ?? referenceIn(place.text)) : null;
    const rest = { group, document: this.#document, flag: false, refersTo, says, anchor };
    this.#keep({ path, key, ...keyOf(value), ...number, form, ...rest });
  }

  /** A list of texts that are the words of one command, or commands (`["--epochs", "10"]`), and what is said beside it to be its program. */
  list(items: readonly Place[], path: readonly string[], program: Place | null = null): void {
    this.#depend(items, path.at(-1) ?? '', path.slice(0, -1));
    if (!items.some(item => mayBeCommand(item.text))) return;
    const places = program === null ? items : [program, ...items];
    this.command(
      places.flatMap(item => commandWords(item.text, item.start)),
      path,
    );
  }

  /** A name and a value that stand apart: `{name: EPOCHS, value: "10"}`, as containers are given their environment. */
  variable(name: string, given: Place): void {
    const place = defaultIn(given);
    const form = numberOf(place.text) === null ? 'other' : 'number';
    const refersTo = form === 'other' ? referenceIn(place.text) : null;
    if (form === 'other' && refersTo === null) return;
    const rest = {
      group: this.mapping([]),
      document: this.#document,
      flag: true,
      refersTo,
      says: null,
    };
    const key = { path: [], key: name, keyStart: null, keyEnd: null, anchor: null };
    this.#keep({ ...key, ...place, form, ...rest });
  }

  command(words: readonly CommandWord[], path: readonly string[]): void {
    const place = { path, group: this.mapping(namesIn(words)), document: this.#document };
    this.#entries.push(...argumentsOf(words, place));
  }

  settings(): readonly ConfigSetting[] {
    return settingsOf({
      ...{ entries: this.#entries, names: this.#names },
      ...{ numbers: this.#numbers, dependents: this.#dependents },
    });
  }

  /** Keeps what may have to change with a total: numbers of a schedule. */
  #depend(items: readonly Place[], name: string, around: readonly string[]): void {
    if (!mayDepend(name) || items.length > MOST_ITEMS || this.#dependents.length >= MOST_NUMBERS)
      return;
    if (items.length === 0 || !items.every(isNumbers)) return;
    const places = items.map(item => ({ ...item, name: [...around, name].join('.'), cell: null }));
    this.#dependents.push({ places, name, around, document: this.#document });
  }

  /** Whether a value can be a setting, or the number of one; cheap, because most of a large file is neither. */
  #keeps({ key, path }: NamedValue, says: string | null, form: ConfigEntry['form']): boolean {
    const room = form === 'number' && this.#numbers.length < MOST_NUMBERS;
    return room || mayBeSetting({ key, path, says });
  }

  #keep(entry: ConfigEntry): void {
    if (mayBeSetting(entry)) this.#entries.push(entry);
    else if (entry.form === 'number') this.#numbers.push(entry);
  }
}
