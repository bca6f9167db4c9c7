import { detectEncoding, TextStream } from '../log/encoding';
import type { LogFormat, LogHead, LogProblem, LogReader, LogSink } from '../log/format';
import { recognize } from '../log/formats';
import type { PatternMatch } from '../log/patterns/patternReader';
import type { LogPattern } from '../log/patterns/pattern';
import type { LogListener, LogSource } from '../log/tail';
import { RunBuilder } from './buildRuns';
import { PatternReading } from './patternReading';
import type { Run } from './run';

/** The beginning of a file as recognition wants it. `path` is relative to what the user named. */
export function headOf(path: string, bytes: Uint8Array, complete: boolean): LogHead {
  const stream = new TextStream(detectEncoding(bytes));
  return { path, bytes, text: stream.push(bytes) + (complete ? stream.end() : ''), complete };
}

/** How to read a log, where the defaults will not do. */
export interface ReadingOptions {
  /** Patterns of the user: a text in which one of them matches a line is read by them alone. */
  readonly patterns?: readonly LogPattern[];
  /** Gives the sink that stands between the format and the runs: who explains a log listens there. */
  readonly watch?: (sink: LogSink) => LogSink;
}

/** Reads one log from its bytes to its runs; can be handed to a LogTail to follow it. Starts over with every `start`. */
export class LogReading implements LogListener {
  readonly path: string;
  #format: LogFormat | null = null;
  #builder: RunBuilder | null = null;
  /** Where the format puts what it understood. */
  #sink: LogSink | null = null;
  #reader: LogReader | null = null;
  #head: LogHead | null = null;
  #ended = false;
  readonly #options: ReadingOptions;
  #patterns: PatternReading | null = null;

  constructor(path: string, options: ReadingOptions = {}) {
    this.path = path;
    this.#options = options;
  }

  /** `null`: nothing was read yet, or the file is no training log. */
  get format(): LogFormat | null {
    return this.#format;
  }

  get problems(): readonly LogProblem[] {
    return this.#patterns?.problems ?? this.#builder?.problems ?? [];
  }

  /** What each pattern of the user read; empty where there is none, or where the log is no text. */
  get matches(): readonly PatternMatch[] {
    return this.#patterns?.matches ?? [];
  }

  /** Whether `end` would add nothing. What is no log becomes none by its end. */
  get isSettled(): boolean {
    if (this.#format === null) return this.#head?.complete === false;
    return this.#patterns === null && this.#reader?.isSettled === true;
  }

  runs(): readonly Run[] {
    const runs = this.#builder?.runs() ?? [];
    return this.#patterns?.runs(runs) ?? runs;
  }

  start(head: Uint8Array, complete: boolean): void {
    const known = headOf(this.path, head, complete);
    this.#ended = false;
    this.#head = known;
    this.#format = recognize(known);
    this.#builder = this.#format === null ? null : new RunBuilder(this.path, this.#format.id);
    const builder = this.#builder;
    this.#sink = builder === null ? null : (this.#options.watch?.(builder) ?? builder);
    this.#reader =
      this.#format === null || this.#sink === null ? null : this.#format.open(known, this.#sink);
    this.#patterns = PatternReading.of(known, this.#format, this.#options.patterns ?? []);
  }

  /** Reads a database through its source, giving way in between; resolves to `false` for what is read by its bytes. */
  async takeFrom(source: LogSource, pause: () => Promise<void>): Promise<boolean> {
    const sink = this.#sink;
    if (!this.#format?.database || !source.database || sink === null) return false;
    const { database, problems } = await source.database();
    for (const problem of problems) sink.problem(problem);
    this.#ended = true;
    if (database === null) return true;
    try {
      const steps = this.#format.database(database, this.#head!, sink);
      while (steps.next().done !== true) await pause();
    } finally {
      database.close();
    }
    return true;
  }

  bytes(part: Uint8Array): void {
    this.#reader?.push(part);
    this.#patterns?.push(part);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#reader?.end();
    this.#patterns?.end();
  }
}
