import type { LogReader, LogSink, RecordField, RecordShape, RunUnit } from '../format';
import { unitOfName } from '../axisName';
import { LineReader } from '../lines';
import { PatternMatcher, plainLine } from './matchPattern';
import type { LogPattern } from './pattern';
import { PatternPlan } from './patternPlan';

/** What a pattern read of a log. */
export interface PatternMatch {
  readonly pattern: LogPattern;
  /** Lines that it matched. */
  readonly lines: number;
  /** The first and the last of them; `null` where there is none. */
  readonly first: MatchedLine | null;
  readonly last: MatchedLine | null;
}

/** A line that a pattern matched. */
export interface MatchedLine {
  /** 1-based. */
  readonly line: number;
  /** By the position of the field in the pattern. */
  readonly values: readonly number[];
}

const LONGEST_LINE = 65_536;

/**
 * Reads text by the patterns of a user alone: the first that matches a line says what it holds. An epoch or step holds
 * for the lines behind it until the next one. What a progress bar drew over is a line, too.
 */
export class PatternReader implements LogReader {
  readonly #sink: LogSink;
  readonly #lines: LineReader;
  readonly #known: readonly Known[];
  #epoch = NaN;
  #step = NaN;
  #run = NaN;
  #unit: RunUnit | null = null;
  readonly #plan: PatternPlan;
  readonly #row = new Float64Array(64);

  constructor(patterns: readonly LogPattern[], sink: LogSink, encoding: string) {
    this.#sink = sink;
    this.#plan = new PatternPlan(sink);
    this.#known = patterns.map(pattern => new Known(pattern));
    this.#lines = new LineReader((text, line) => this.#line(text, line), {
      encoding,
      redraws: 'all',
      maxLength: LONGEST_LINE,
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  /** What each pattern read so far. */
  get matches(): readonly PatternMatch[] {
    return this.#known;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
  }

  #line(text: string, line: number): void {
    const plain = plainLine(text);
    const known = this.#known.find(each => each.matcher.matches(plain));
    if (known === undefined) return;
    known.note(line);
    this.#count(known, line);
    if (known.values.length > 0) this.#record(known, line);
  }

  #count(known: Known, line: number): void {
    const run = known.axis('run');
    if (!Number.isNaN(run) && run !== this.#run) {
      this.#run = run;
      this.#sink.mark({ kind: 'run', name: `${known.nameOf('run')} ${run}`, line });
    }
    const epoch = known.axis('epoch');
    const step = known.axis('step');
    if (!Number.isNaN(epoch) && epoch !== this.#epoch) this.#step = NaN;
    if (!Number.isNaN(epoch)) this.#epoch = epoch;
    if (!Number.isNaN(step)) this.#step = step;
    this.#note(known, line);
  }

  /** What the log counts in, and how much of it is planned. */
  #note(known: Known, line: number): void {
    const hasEpoch = !Number.isNaN(this.#epoch);
    const unit = hasEpoch || !known.has('step') ? null : unitOfName(known.nameOf('step'));
    if (unit !== null && unit !== this.#unit) {
      this.#unit = unit;
      this.#sink.mark({ kind: 'unit', unit, line });
    }
    this.#plan.note(known.axis('planned'), this.#epoch, unit ?? 'epoch', line);
  }

  #record(known: Known, line: number): void {
    const time = known.axis('time');
    const axes = [this.#epoch, this.#step, time];
    let at = 0;
    for (const axis of axes) if (!Number.isNaN(axis)) this.#row[at++] = axis;
    for (const field of known.values) this.#row[at++] = known.matcher.values[field]!;
    this.#sink.record(known.shape(axes.map(axis => !Number.isNaN(axis))), this.#row, line);
  }
}

/** A pattern with what it read so far, and the shapes of its records. */
class Known implements PatternMatch {
  readonly pattern: LogPattern;
  readonly matcher: PatternMatcher;
  /** Positions of the measured values among the fields. */
  readonly values: readonly number[];
  lines = 0;
  first: MatchedLine | null = null;
  readonly #last = { line: 0, values: new Float64Array(0) };
  readonly #shapes = new Map<string, RecordShape>();

  constructor(pattern: LogPattern) {
    this.pattern = pattern;
    this.matcher = new PatternMatcher(pattern);
    this.values = pattern.fields.flatMap(({ role }, at) => (role === 'value' ? [at] : []));
    this.#last.values = new Float64Array(pattern.fields.length);
  }

  get last(): MatchedLine | null {
    const { line, values } = this.#last;
    return line === 0 ? null : { line, values: [...values] };
  }

  note(line: number): void {
    this.lines++;
    this.#last.line = line;
    this.#last.values.set(this.matcher.values.subarray(0, this.#last.values.length));
    this.first ??= this.last;
  }

  has(role: Axis): boolean {
    return this.pattern.fields.some(field => field.role === role);
  }

  nameOf(role: Axis): string {
    return this.pattern.fields.find(field => field.role === role)?.name ?? role;
  }

  /** The number that the line just matched has for an axis; NaN: none. */
  axis(role: Axis): number {
    const at = this.pattern.fields.findIndex(field => field.role === role);
    return at < 0 ? NaN : this.matcher.values[at]!;
  }

  /** `has`: whether the record has an epoch, a step and a time. */
  shape(has: readonly boolean[]): RecordShape {
    const key = has.join();
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = { fields: this.#fields(has) };
      this.#shapes.set(key, shape);
    }
    return shape;
  }

  #fields(has: readonly boolean[]): RecordField[] {
    const axes = (['epoch', 'step', 'time'] as const).filter((_, index) => has[index]);
    return [
      ...axes.map((role): RecordField => ({ name: this.nameOf(role), role, split: null })),
      ...this.values.map((at): RecordField => {
        const { name, split } = this.pattern.fields[at]!;
        return { name, role: 'value', split };
      }),
    ];
  }
}

type Axis = 'epoch' | 'step' | 'time' | 'planned' | 'run';
