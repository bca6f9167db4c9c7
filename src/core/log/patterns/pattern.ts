import type { Split } from '../format';

/**
 * What a field of a pattern is: an axis (`epoch`, `step`, `time`), how long the training is planned to be, which run the
 * line is of, or a measured value.
 */
export type PatternRole = 'epoch' | 'step' | 'time' | 'planned' | 'run' | 'value';

/** A `{name}` of a pattern: one number. */
export interface PatternField {
  /** As written in the pattern; a value's series is called so. */
  readonly name: string;
  readonly role: PatternRole;
  /** As in `{acc:validation}`; `null`: the name decides. */
  readonly split: Split | null;
}

/** A part of a pattern that stands in the line without anything between it and its neighbours. */
export type PatternToken =
  | { readonly kind: 'text'; readonly text: string }
  /** At least one blank; nothing at the beginning and the end of the line. */
  | { readonly kind: 'blank' }
  /** A number; blanks in front of it do not matter. `grouped`: it may be written `12,000`. */
  | { readonly kind: 'number'; readonly field: number; readonly grouped: boolean };

/** What a user says that a line looks like: text that stands there literally, `{name}` for a number, `{*}` for anything. */
export interface LogPattern {
  /** As the user wrote it. */
  readonly text: string;
  readonly fields: readonly PatternField[];
  /** What stands between the `{*}`: the first part at the beginning of the line, the last at its end. Parts may be empty. */
  readonly parts: readonly (readonly PatternToken[])[];
}

export type PatternProblemCode =
  | 'no-text' // what is given is no text, or empty
  | 'too-long'
  | 'too-many' // more patterns than are read
  | 'no-field' // nothing is to be read
  | 'too-many-fields'
  | 'unclosed' // `{` without `}`
  | 'bad-name'
  | 'bad-split' // `{acc:foo}`
  | 'duplicate' // two fields of one name, or for one axis
  | 'adjacent'; // nothing between two fields: where would one end?

/** What is wrong with a pattern, and where. */
export interface PatternProblem {
  readonly code: PatternProblemCode;
  /** Position in the list of patterns, from 0. */
  readonly index: number;
  /** Offset in the pattern, from 0. */
  readonly at: number;
  /** As given; shortened. */
  readonly pattern: string;
  /** Named values for the sentence that reports it. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Characters of a pattern at most. */
export const LONGEST_PATTERN = 400;
/** Patterns read at most. */
export const MOST_PATTERNS = 50;
/** Fields of one pattern at most. */
export const MOST_FIELDS = 32;
