import type { LogProblem } from '../core/log/format';
import type { LogPattern } from '../core/log/patterns/pattern';
import { LogTail, type LogListener, type LogSource } from '../core/log/tail';
import { LogReading } from '../core/run/logReading';
import type { Run } from '../core/run/run';
import { Slices } from './pause';

/** Milliseconds without change after which an unterminated last line counts; longer for large logs, which are then read again when they grow. */
const QUIET = 2000;
const QUIET_PER_BYTE = 1e-4;
/** Milliseconds after it grew before our eyes that a log counts as being written. */
const RUNNING = 180_000;

const NONE: readonly LogPattern[] = [];

/** Reads one log file to its present end, again and again. Pure but for its source. */
export class FollowedFile {
  readonly #source: LogSource;
  readonly #path: string;
  readonly #progress: () => void;
  readonly #patterns: () => readonly LogPattern[];
  #reading: LogReading;
  #tail: LogTail;
  /** The patterns that it was read with. */
  #used: readonly LogPattern[];
  #finished = false;
  #size = 0;
  #grewAt = -Infinity;
  #running = false;
  /** Updates are done one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `path`: what `Run.logs` calls it. `progress` is told whenever more was read. `patterns` are the user's: where they change, it is read again. */
  constructor(
    path: string,
    source: LogSource,
    progress: () => void = () => undefined,
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

  /** Its runs; those without an end of their own are running while the file grows. */
  get runs(): readonly Run[] {
    const runs = this.#reading.runs();
    const last = runs.length - 1;
    return runs.map((run, index) =>
      this.#running && index === last && run.status === 'unknown'
        ? { ...run, status: 'running' }
        : run,
    );
  }

  get problems(): readonly LogProblem[] {
    return this.#reading.problems;
  }

  /** Bytes read so far, and the size of the file when it was last looked at. */
  get progress(): { readonly bytes: number; readonly size: number } {
    return { bytes: this.#tail.position, size: this.#size };
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
    if (this.#patterns() !== this.#used) this.#startOver();
    const isFirst = this.#tail.generation === 0;
    const grown = await this.#tail.poll();
    if (grown && !isFirst) this.#grewAt = now;
    const wasRunning = this.#running;
    this.#running = now - this.#grewAt < RUNNING;
    const quiet = now - stat.modified >= QUIET + stat.size * QUIET_PER_BYTE;
    const finishing = !this.#finished && (quiet || this.#tail.growth === 'rewrite');
    if (finishing) await this.#tail.finish();
    return grown || finishing || wasRunning !== this.#running;
  }

  #startOver(): void {
    this.#used = this.#patterns();
    this.#reading = new LogReading(this.#path, { patterns: this.#used });
    this.#tail = new LogTail(this.#source, this.#listener(this.#progress));
  }

  #listener(progress: () => void): LogListener {
    return {
      start: (head, complete) => {
        this.#finished = false;
        this.#reading.start(head, complete);
        this.#tail.growth = this.#reading.format?.growth ?? 'append';
      },
      take: () => {
        const slices = new Slices();
        return this.#reading.takeFrom(this.#source, () => slices.rest());
      },
      bytes: part => {
        this.#reading.bytes(part);
        progress();
      },
      end: () => {
        this.#finished = true;
        this.#reading.end();
      },
    };
  }
}

/** The log is not there (any more). */
export class LogGone extends Error {}
