import { argumentsOf, commandWords, mayBeCommand, type CommandWord } from './commandLine';
import { mayBeSetting, settingsOf, type ConfigEntry } from './entries';
import { numberOf } from './numbers';
import type { ConfigSetting } from './setting';

/** A text and where it stands in the file. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

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
}

/** The values of one file of data, gathered in its order; what they are called decides which are settings. */
export class ConfigValues {
  readonly #entries: ConfigEntry[] = [];
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

  value({ path, key, keyPlace, place, group, isText, standsFor }: NamedValue): void {
    if (isText && mayBeCommand(place.text)) {
      this.command(commandWords(place.text, place.start), [...path, key]);
    }
    const form = numberOf(place.text) === null ? 'other' : 'number';
    if ((form === 'other' && !standsFor) || !mayBeSetting(key, path)) return;
    const { start: keyStart = null, end: keyEnd = null } = keyPlace ?? {};
    const rest = { group, document: this.#document, flag: false };
    this.#entries.push({ path, key, keyStart, keyEnd, ...place, form, ...rest });
  }

  /** A list of texts that are the words of one command, or commands: `["--epochs", "10"]`. */
  list(items: readonly Place[], path: readonly string[]): void {
    const words = items.flatMap(item => commandWords(item.text, item.start));
    if (words.some(word => mayBeCommand(word.text))) this.command(words, path);
  }

  /** A name and a value that stand apart: `{name: EPOCHS, value: "10"}`, as containers are given their environment. */
  variable(name: string, place: Place): void {
    if (numberOf(place.text) === null || !mayBeSetting(name, [])) return;
    const rest = { group: this.mapping([]), document: this.#document, flag: true };
    const key = { path: [], key: name, keyStart: null, keyEnd: null };
    this.#entries.push({ ...key, ...place, form: 'number', ...rest });
  }

  command(words: readonly CommandWord[], path: readonly string[]): void {
    const place = { path, group: this.mapping([]), document: this.#document };
    this.#entries.push(...argumentsOf(words, place));
  }

  settings(): readonly ConfigSetting[] {
    return settingsOf(this.#entries, this.#names);
  }
}
