import { analyse } from '../core/analysis/analyse';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogProblem, LogReader } from '../core/log/format';
import { recognize } from '../core/log/formats/index';
import { LogTail, type LogListener, type LogSource } from '../core/log/tail';
import { detectEncoding, TextStream } from '../core/log/encoding';
import { RunBuilder } from '../core/run/buildRuns';
import type { AnalysedRun } from '../core/project/project';
import type { Run } from '../core/run/run';
import { pause } from './pause';

/** What one log has told so far. */
export interface LogContent {
  readonly runs: readonly AnalysedRun[];
  readonly problems: readonly LogProblem[];
}

const NOTHING: LogContent = { runs: [], problems: [] };
/** Milliseconds without change after which an unterminated last line counts; longer for large logs, which are then read again when they grow. */
const QUIET = 2000;
const QUIET_PER_BYTE = 1e-4;

/** What a reading needs. `path`: what `Run.logs` calls the log. `progress` is told the bytes read so far. */
export interface LogReadingOptions {
  readonly path: string;
  readonly source: LogSource;
  readonly preferences: () => AnalysisPreferences;
  readonly progress?: (bytes: number) => void;
}

/** An analysis with what it was made from. */
interface Analysed {
  readonly analysed: AnalysedRun;
  readonly version: number;
  readonly preferences: AnalysisPreferences;
}

/** Reads one log file to its present end, again and again: bytes → runs → analyses. Pure but for its source. */
export class LogReading implements LogListener {
  readonly #options: LogReadingOptions;
  readonly #tail: LogTail;
  #builder: RunBuilder | null = null;
  #reader: LogReader | null = null;
  #finished = false;
  #content: LogContent = NOTHING;
  #known: ReadonlyMap<Run, Analysed> = new Map();
  #preferences: AnalysisPreferences | null = null;
  #modified = 0;
  /** Updates are done one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LogReadingOptions) {
    this.#options = options;
    this.#tail = new LogTail(options.source, this);
  }

  get content(): LogContent {
    return this.#content;
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#tail.position;
  }

  /** When the log last changed, in milliseconds since 1970; 0 before the first reading. */
  get modified(): number {
    return this.#modified;
  }

  /** Reads what is new. Resolves to whether `content` is another one now; rejects when the log cannot be read. */
  update(now = Date.now()): Promise<boolean> {
    const turn = this.#turn.then(() => this.#update(now));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #update(now: number): Promise<boolean> {
    const stat = await this.#options.source.stat();
    if (stat === null) throw new LogGone();
    this.#modified = stat.modified;
    const grown = await this.#tail.poll();
    const quiet = now - stat.modified >= QUIET + stat.size * QUIET_PER_BYTE;
    const finishing = !this.#finished && (quiet || this.#tail.growth === 'rewrite');
    if (finishing) await this.#tail.finish();
    const preferences = this.#options.preferences();
    if (!grown && !finishing && preferences === this.#preferences) return false;
    this.#preferences = preferences;
    await this.#analyse(preferences);
    return true;
  }

  start(head: Uint8Array, complete: boolean): void {
    const text = new TextStream(detectEncoding(head)).push(head);
    const { path } = this.#options;
    const seen = { path, bytes: head, text, complete };
    const format = recognize(seen);
    this.#finished = false;
    this.#builder = format && new RunBuilder(path, format.id);
    this.#reader = format && this.#builder && format.open(seen, this.#builder);
    this.#tail.growth = format?.growth ?? 'append';
  }

  bytes(part: Uint8Array): void {
    this.#reader?.push(part);
    this.#options.progress?.(this.#tail.position);
  }

  end(): void {
    this.#finished = true;
    this.#reader?.end();
  }

  /** Runs that did not change keep their analysis; between the others, everything else has its turn. */
  async #analyse(preferences: AnalysisPreferences): Promise<void> {
    const known = new Map<Run, Analysed>();
    for (const run of this.#builder?.runs() ?? []) {
      const before = this.#known.get(run);
      if (before?.version === run.version && before.preferences === preferences) {
        known.set(run, before);
        continue;
      }
      await pause();
      const analysed = { run, analysis: analyse(run, preferences) };
      known.set(run, { analysed, version: run.version, preferences });
    }
    this.#known = known;
    this.#content = {
      runs: [...known.values()].map(each => each.analysed),
      problems: [...(this.#builder?.problems ?? [])],
    };
  }
}

/** The log is not there (any more). */
export class LogGone extends Error {}
