import type { Say } from '../core/report/say';

/** Where a command writes. One object per process; tests hand in their own. */
export interface CommandIo {
  /** Writes to standard output and resolves when more can be written. After the reader has gone it does nothing. */
  print(text: string): Promise<void>;
  /** Writes one line to standard error. */
  complain(line: string): void;
  /** Says what is being done now: shown on a terminal's standard error when it takes longer than a second. */
  progress(text: string): void;
  /** The reader of standard output has gone: nothing more needs to be done. */
  readonly closed: boolean;
  /** The terminal that standard output goes to; null: it goes somewhere else. */
  readonly screen: { readonly columns: number; readonly rows: number } | null;
  /** Words of the terminal: English as written. */
  readonly say: Say;
}

/** One option of a command. `value` names what a text option takes, in its help; `null` for a switch. */
export interface CommandOption {
  readonly name: string;
  readonly value: string | null;
  readonly summary: string;
  /** The values it may have; absent when any. */
  readonly choices?: readonly string[];
  /** It may be given several times; all its values are in `lists`. */
  readonly repeats?: true;
}

/** What was typed after the command: paths in order, and its options by name. */
export interface CommandArguments {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Values of the options that may be given several times, in order; absent: none was given. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** A command of `epoch-lens`. `run` resolves with the exit status: 0, or 2 when something could not be read. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `PATH…`. */
  readonly usage: string;
  readonly options: readonly CommandOption[];
  run(args: CommandArguments, io: CommandIo): Promise<number>;
}
