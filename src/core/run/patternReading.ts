import { detectEncoding } from '../log/encoding';
import type { LogFormat, LogHead, LogProblem } from '../log/format';
import type { LogPattern } from '../log/patterns/pattern';
import { type PatternMatch, PatternReader } from '../log/patterns/patternReader';
import { RunBuilder } from './buildRuns';
import type { Run } from './run';

/** Words about patterns that later stages take from here. */
export type { LogPattern, PatternProblem } from '../log/patterns/pattern';
export type { PatternMatch } from '../log/patterns/patternReader';
export type { TriedPattern } from '../log/patterns/tryPattern';

/** Formats of lines of text: what they make of a log, a pattern of the user may know better. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'csv', 'json-lines']);

/** Reads a log by the patterns of the user, beside its format. As soon as one matches a line, only they count. */
export class PatternReading {
  readonly #builder: RunBuilder;
  readonly #reader: PatternReader;

  constructor(head: LogHead, patterns: readonly LogPattern[]) {
    this.#builder = new RunBuilder(head.path, 'patterns');
    this.#reader = new PatternReader(patterns, this.#builder, detectEncoding(head.bytes));
  }

  /** `null` where there is no pattern, or where the log is no text. */
  static of(
    head: LogHead,
    format: LogFormat | null,
    patterns: readonly LogPattern[],
  ): PatternReading | null {
    if (patterns.length === 0 || format === null || !TEXTS.has(format.id)) return null;
    return new PatternReading(head, patterns);
  }

  get matches(): readonly PatternMatch[] {
    return this.#reader.matches;
  }

  /** Whether the log is read by the patterns alone. */
  get counts(): boolean {
    return this.matches.some(({ lines }) => lines > 0);
  }

  /** `null` where no pattern matches: the format's own problems count. */
  get problems(): readonly LogProblem[] | null {
    return this.counts ? this.#builder.problems : null;
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  end(): void {
    this.#reader.end();
  }

  /** What the patterns read; `null` where none matches. `others`: what the format read, which may know how it ended. */
  runs(others: readonly Run[]): readonly Run[] | null {
    if (!this.counts) return null;
    const runs = this.#builder.runs();
    const [run] = runs;
    const [other] = others;
    const isSame = runs.length === 1 && others.length === 1;
    return run && other && isSame ? [withFactsOf(run, other)] : runs;
  }
}

/** How long a run was planned to be and how it ended stands in lines that no pattern needs to match. */
function withFactsOf(run: Run, other: Run): Run {
  return {
    ...run,
    status: run.status === 'unknown' ? other.status : run.status,
    plannedEpochs: run.plannedEpochs ?? other.plannedEpochs,
    parameters: other.parameters,
  };
}
