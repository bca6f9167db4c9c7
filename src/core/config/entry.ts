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
  /** The name that its number is under, where it only stands for one; null otherwise. */
  readonly refersTo: string | null;
  /** What it can be referred to by besides its key: `*n` of YAML's `&n`; null for most. */
  readonly anchor: string | null;
  /** The name that its value gives it (the `ep` of `max_duration: 3ep`), where the key leaves that open; null elsewhere. */
  readonly says: string | null;
}
