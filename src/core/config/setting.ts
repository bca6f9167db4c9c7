import type { WrittenPath } from './writtenPath';

/** What a setting says: the total training length in its unit, or a patience. */
export type SettingKind = 'epochs' | 'iterations' | 'steps' | 'boosting-rounds' | 'patience';

/** Another place of a file that a setting depends on. Offsets as in its settings. */
export interface SettingPlace {
  /** What it is called, for people: a path where the language has one. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cell: number | null;
}

/** One value in a config file that says how long to train. Positions are UTF-16 offsets into the text. */
export interface ConfigSetting {
  readonly kind: SettingKind;
  /** The key as written: `max_epochs`, `--n_epochs`, `EPOCHS`. */
  readonly key: string;
  /** Dotted path from the root where the language has one (`trainer.max_epochs`), else null. */
  readonly keyPath: string | null;
  /** The key's own text, where hovering also answers; null when it has none. */
  readonly keyStart: number | null;
  readonly keyEnd: number | null;
  /** The value, inside the quotes. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** null when it is no number (expression, interpolation, placeholder). */
  readonly value: number | null;
  /** What stands there beyond `value`: 1 for the 101 of `range(1, 101)`, which makes 100 turns; absent: nothing. */
  readonly shift?: number;
  /** Whether replacing `text` by another number keeps the file meaning what it says. */
  readonly editable: boolean;
  /** The total training length: where a suggestion belongs. */
  readonly primary: boolean;
  /** Notebooks: 0-based index over all cells, offsets inside the cell; else null. */
  readonly cell: number | null;
  /** Where its number stands, for one that only names it; null where it is here, or in no place that was found. */
  readonly source: SettingPlace | null;
  /** The limit that ends the training instead of this one; null where this one does, or none was found. */
  readonly governedBy: SettingPlace | null;
  /** Numbers that must change with it; empty for all but totals. */
  readonly companions: readonly Companion[];
}

/** A number that must change together with a total. */
export interface Companion extends SettingPlace {
  /** `same`: the total again (a schedule's length, a second copy). `scaled`: moments on the way to it (milestones). */
  readonly role: 'same' | 'scaled';
}

/** A syntax error that did not keep the rest from being read. */
export interface ConfigProblem {
  readonly offset: number;
  readonly code: 'syntax' | 'too-large' | 'too-deep';
}

/** A number that a common reader of the language takes for text, and how it would be a number. */
export interface TextNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fix: string;
}

export interface ConfigReading {
  readonly settings: readonly ConfigSetting[];
  readonly problems: readonly ConfigProblem[];
  /** YAML: numbers that PyYAML reads as text. */
  readonly textNumbers?: readonly TextNumber[];
  /** Notebooks: the texts that the offsets of settings are in, by their cell. */
  readonly cells?: readonly string[];
}

/** A language settings are found in. */
export interface ConfigLanguage {
  readonly id: string;
  /** Language ids of VS Code this one serves. */
  readonly editorLanguages: readonly string[];
  /** File name endings, lower case, with the dot. */
  readonly endings: readonly string[];
  /** Tolerates broken text; never throws. */
  read(text: string): ConfigReading;
  /** Everything in a text that may be a path, where reading one needs the language understood. */
  paths?(text: string): readonly WrittenPath[];
}
