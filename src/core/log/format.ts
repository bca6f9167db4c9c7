import type { LogExplainer } from './explain';
import type { LogDatabase } from './database';

/** What numbers were computed on and for; `null` is for what has no split (learning rate, gradient norm, time). */
export type Split = 'train' | 'validation' | 'test';

/** What a field of a record is: the label of the epoch, the global step, seconds since the start, or a measured value. */
export type FieldRole = 'epoch' | 'step' | 'time' | 'value';

/** What a log counts its progress in. */
export type RunUnit = 'epoch' | 'step' | 'iteration' | 'round';

/** How a run ended, as far as its log tells; `running` only where the log is still being written. */
export type RunStatus = 'finished' | 'early-stopped' | 'interrupted' | 'running' | 'unknown';

/** One field of a record: its name as written, and the split that its line, section or file says (`null`: the name decides). */
export interface RecordField {
  readonly name: string;
  readonly role: FieldRole;
  readonly split: Split | null;
  /** How many samples each of its values is a share of (`9823/10000`); absent where the log does not say, or says several. */
  readonly outOf?: number;
}

/** The fields a record has, made once and shared by all records of that shape: readers compare shapes by identity. A missing cell is a field that is not in the shape; NaN and infinities are values. */
export interface RecordShape {
  readonly fields: readonly RecordField[];
}

/** Something a log says once, beside its records. Lines are 1-based. */
export type LogMark =
  /**
   * A new run starts here: a launch banner, a fold header, a restarted counter. `name` as the log calls it; `alone`:
   * what was said before (the planned length) was said of other runs.
   */
  | {
      readonly kind: 'run';
      readonly name: string | null;
      readonly line: number;
      readonly alone?: boolean;
    }
  /** The planned total length (`3/100`, `num_train_epochs`). */
  | {
      readonly kind: 'planned';
      readonly count: number;
      readonly unit: RunUnit;
      readonly line: number;
    }
  /** What the log counts in, where it is not epochs. */
  | { readonly kind: 'unit'; readonly unit: RunUnit; readonly line: number }
  /** The label of the first epoch, where the log shows it (`0/99` is zero-based). */
  | { readonly kind: 'epoch-base'; readonly base: 0 | 1; readonly line: number }
  | { readonly kind: 'status'; readonly status: RunStatus; readonly line: number }
  /** A hyper-parameter the log repeats (`learning_rate: 0.01`), as text. */
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly value: string;
      readonly line: number;
    };

/** Something wrong in a log that reading survived. `code` is stable, `line` 1-based (0: the whole file). */
export interface LogProblem {
  readonly code: LogProblemCode;
  readonly line: number;
  /** Named values for the sentence that reports it. */
  readonly details: Readonly<Record<string, string | number>>;
}

export type LogProblemCode =
  | 'bad-json' // a line or document that is not JSON
  | 'bad-row' // a row with another number of cells than the header
  | 'bad-number'
  | 'binary' // bytes that are no text
  | 'bad-record' // a record of a binary log whose check sum or content is wrong
  | 'long-record' // a record of a binary log that is too long to hold a number
  | 'too-long-line'
  | 'too-many-shapes' // records with so many sets of names that they are no names; `most`: how many were read
  | 'too-many-columns' // a table whose header alone is longer than what is looked at; `most`: columns seen of it
  | 'too-large'
  | 'too-deep'
  | 'too-many-runs'
  | 'locked' // a database that another program holds
  | 'bad-database' // damaged pages, or tables that are not what their names say
  | 'newer-rows' // the write-ahead log of a database could not be seen
  | 'unopened' // there is no engine for a database here
  | 'truncated' // the file ends in the middle of something
  | 'no-curve'; // read to the end, nothing to draw

/** Where a reader puts what it understood. Calls come in the order of the file. */
export interface LogSink {
  /** One record. `values[i]` belongs to `shape.fields[i]`; the array is valid during the call only and may be longer. `line` is 1-based. */
  record(shape: RecordShape, values: Float64Array, line: number): void;
  /**
   * Records of one shape in consecutive lines, as so many calls of `record`: the value of field `i` of record `r` is
   * `values[i * stride + first + r]`. Absent: they come one by one.
   */
  records?(
    shape: RecordShape,
    values: Float64Array,
    stride: number,
    first: number,
    count: number,
    line: number,
  ): void;
  mark(mark: LogMark): void;
  problem(problem: LogProblem): void;
  /** Where somebody wants to know how the log is understood: absent, nobody does. */
  readonly explain?: LogExplainer | undefined;
}

/**
 * Turns the bytes of one log into records. The records are the same however the bytes are cut.
 * Never throws on input. Nothing may be pushed after `end()`, which counts an unterminated last line;
 * a log that grows after that is read again (see LogTail).
 */
export interface LogReader {
  /** The bytes are valid during the call: what is to be kept of them is copied. */
  push(bytes: Uint8Array): void;
  end(): void;
  /** `end()` would add nothing to what was pushed so far. Absent: it may. */
  readonly isSettled?: boolean;
}

/** The beginning of a file, for recognition: at most HEAD_BYTES bytes, decoded, and whether that is the whole file. */
export interface LogHead {
  /** Path relative to what the user named, `/` between parts; the last part is the file name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly complete: boolean;
}

export const HEAD_BYTES = 65_536;

/** A kind of log. */
export interface LogFormat {
  readonly id: string;
  /** `rewrite`: the file is written anew each time (a JSON document), so growth means reading it again. */
  readonly growth: 'append' | 'rewrite';
  /** Whether this is such a log: content first, then the name. Formats are asked in order; the first yes wins. */
  recognize(head: LogHead): boolean;
  open(head: LogHead, sink: LogSink): LogReader;
  /**
   * Reads a file that only an engine understands: the host opens it (`LogSource.database`), and `open` is for hosts
   * that cannot. What it yields means nothing but that something else may have its turn. Never throws on input.
   */
  readonly database?: (database: LogDatabase, head: LogHead, sink: LogSink) => Generator<void>;
}
