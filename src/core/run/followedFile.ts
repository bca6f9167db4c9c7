import type { LogProblem } from '../log/format';
import type { LogPattern } from '../log/patterns/pattern';
import { LogTail, type LogListener, type LogSource, type LogStat } from '../log/tail';
import { LogReading } from './logReading';
import type { Run } from './run';
import { Slices } from './pause';

/**
 * Milliseconds without change after which an unterminated last line counts. A log that has one is read again when it
 * grows after that: large ones wait so long that this costs less than a hundredth of the time.
 */
const QUIET = 2000;
const QUIET_PER_BYTE = 1e-3;
/** Milliseconds after it grew before our eyes that a log counts as being written; for one that grows seldom, so many times its longest silence. */
const RUNNING = 180_000;
const SILENCES = 3;

const NONE: readonly LogPattern[] = [];

/** Reads one log file to its present end, again and again. Pure but for its source. */
export class FollowedFile {
  readonly #source: LogSource;
  readonly #path: string;
  readonly #progress: () => unknown;
  readonly #patterns: () => readonly LogPattern[];
  #reading: LogReading;
  #tail: LogTail;
  /** The patterns that it was read with. */
  #used: readonly LogPattern[];
  #finished = false;
  #size = 0;
  /** Bytes of the head by which it was recognised, if they were the whole file then; else infinite. */
  #recognisedBy = Infinity;
  #modified = NaN;
  #grewAt = -Infinity;
  #longestSilence = 0;
  /** What a run without an end of its own is; null: nobody knows. */
  #status: Run['status'] | null = null;
  /** Updates are done one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `path`: what `Run.logs` calls it. `progress` is told whenever more was read, which goes on when it has settled. `patterns` are the user's: where they change, it is read again. */
  constructor(
    path: string,
    source: LogSource,
    progress: () => unknown = () => undefined,
    patterns: () => readonly LogPattern[] = () => NONE,
  ) {
    this.#source = source;
    this.#path = path;
    this.#progress = progress;
    this.#patterns = patterns;
    this.#used = patterns();
    this.#reading = new LogReading(path, { patterns: this.#used });
    this.#tail = new LogTail(source, this.#listener(progress));
  }

  /** Its runs; those without an end of their own are running while the file grows, or end with its writer. */
  get runs(): readonly Run[] {
    const runs = this.#reading.runs();
    const last = runs.length - 1;
    const status = this.#status;
    return runs.map((run, index) =>
      status !== null && index === last && run.status === 'unknown' ? { ...run, status } : run,
    );
  }

  /** When the file was last written, in milliseconds since 1970; NaN before it was looked at. */
  get modified(): number {
    return this.#modified;
  }

  get problems(): readonly LogProblem[] {
    return this.#reading.problems;
  }

  /** Bytes read so far, and the size of the file when it was last looked at. */
  get progress(): { readonly bytes: number; readonly size: number } {
    return { bytes: this.#tail.position, size: this.#size };
  }

  /** When it last grew before our eyes, in milliseconds since 1970; -Infinity: it has not. */
  get grewAt(): number {
    return this.#grewAt;
  }

  /** The longest that it took from growing to growing before our eyes, in milliseconds; 0 where it did not grow twice. */
  get longestSilence(): number {
    return this.#longestSilence;
  }

  /** Somebody else saw it grow: from now on it counts as being written. */
  sawGrowth(now = Date.now()): void {
    this.#grewAt = now;
  }

  /** Reads what is new. Resolves to whether there was anything; rejects when the log cannot be read. */
  update(now = Date.now()): Promise<boolean> {
    const turn = this.#turn.then(() => this.#update(now));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #update(now: number): Promise<boolean> {
    const stat = await this.#source.stat();
    if (stat === null) throw new LogGone();
    this.#size = stat.size;
    this.#modified = stat.modified;
    if (this.#patterns() !== this.#used) this.#startOver();
    // The beginning of a line or two may look like anything.
    if (stat.size >= 2 * this.#recognisedBy) this.#tail.startOver();
    const isFirst = this.#tail.generation === 0;
    const grown = await this.#tail.poll();
    if (grown && !isFirst) this.#noteGrowth(now);
    const before = this.#status;
    this.#status = this.#statusOf(stat, now);
    const finishing = this.#mayEnd(stat, now);
    if (finishing) await this.#tail.finish();
    return grown || finishing || before !== this.#status;
  }

  #statusOf({ writer }: LogStat, now: number): Run['status'] | null {
    if (writer !== undefined) return writer === 'writing' ? 'running' : writer;
    const silence = now - this.#grewAt;
    return silence < Math.max(RUNNING, SILENCES * this.#longestSilence) ? 'running' : null;
  }

  /** Whether what waits for more of the log counts by now. */
  #mayEnd({ size, modified, writer }: LogStat, now: number): boolean {
    if (this.#finished || this.#reading.isSettled) return false;
    // What lives may be ended by nobody else; what it printed need not be there to be read again.
    if (writer !== undefined) return writer !== 'writing';
    return this.#tail.growth === 'rewrite' || now - modified >= QUIET + size * QUIET_PER_BYTE;
  }

  #noteGrowth(now: number): void {
    const silence = now - this.#grewAt;
    if (Number.isFinite(silence)) this.#longestSilence = Math.max(this.#longestSilence, silence);
    this.#grewAt = now;
  }

  #startOver(): void {
    this.#used = this.#patterns();
    this.#reading = new LogReading(this.#path, { patterns: this.#used });
    this.#tail = new LogTail(this.#source, this.#listener(this.#progress));
  }

  #listener(progress: () => unknown): LogListener {
    const reading = () => this.#reading;
    return {
      get isSettled() {
        return reading().isSettled;
      },
      rest: async () => {
        await progress();
      },
      start: (head, complete) => {
        this.#finished = false;
        this.#recognisedBy = complete ? Math.max(1, head.length) : Infinity;
        this.#reading.start(head, complete);
        this.#tail.growth = this.#reading.format?.growth ?? 'append';
      },
      take: () => {
        const slices = new Slices();
        return this.#reading.takeFrom(this.#source, () => slices.rest());
      },
      bytes: part => this.#reading.bytes(part),
      end: () => {
        this.#finished = true;
        this.#reading.end();
      },
    };
  }
}

/** The log is not there (any more). */
export class LogGone extends Error {}
