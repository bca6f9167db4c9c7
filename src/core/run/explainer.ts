import type { ExplainedField, LogExplainer, SkippedReason } from '../log/explain';
import type { LogMark, LogProblem, LogSink, RecordShape, Split } from '../log/format';

/** Shapes of lines that are told apart; what comes after is counted only. */
const MOST_TEMPLATES = 2000;
const MOST_FIELDS = 2000;
const MOST_MARKS = 500;

/** What lines of one shape gave. */
export interface ExplainedTemplate {
  /** The first of them, and its 1-based number. */
  readonly text: string;
  readonly line: number;
  readonly fields: readonly ExplainedField[];
  /** Lines of the shape. */
  readonly lines: number;
  /** Points that each of its curves got. */
  readonly records: number;
  /** Lines that gave no point, by the reason. */
  readonly skipped: ReadonlyMap<SkippedReason, number>;
}

/** A measured value as it came out of the format. */
export interface ReadField {
  readonly name: string;
  readonly split: Split | null;
  readonly count: number;
}

interface Template extends ExplainedTemplate {
  fields: readonly ExplainedField[];
  lines: number;
  records: number;
  readonly skipped: Map<SkippedReason, number>;
}

type Counted = { -readonly [Key in keyof ReadField]: ReadField[Key] };

/** Listens while a log is read, and remembers how it was understood. */
export class Explainer implements LogExplainer {
  /** Marks in the order of the log, without the settings it repeats. */
  readonly marks: LogMark[] = [];
  /** Settings that the log repeats. */
  parameters = 0;
  readonly #templates = new Map<object, Template>();
  readonly #fields = new Map<string, ExplainedField>();
  readonly #read = new Map<string, Counted>();
  readonly #shapes = new Map<RecordShape, readonly Counted[]>();

  /** By their first lines. */
  get templates(): readonly ExplainedTemplate[] {
    return [...new Set(this.#templates.values())];
  }

  get fields(): readonly ExplainedField[] {
    return [...this.#fields.values()];
  }

  /** Every measured value that came out of the format, whether it became a curve or not. */
  get read(): readonly ReadField[] {
    return [...this.#read.values()];
  }

  /** A sink that hands everything on to `sink` and tells this one. */
  watch(sink: LogSink): LogSink {
    return {
      explain: this,
      record: (shape, values, line) => {
        for (const field of this.#fieldsOf(shape)) field.count++;
        sink.record(shape, values, line);
      },
      mark: mark => {
        if (mark.kind === 'parameter') this.parameters++;
        else if (this.marks.length < MOST_MARKS) this.marks.push(mark);
        sink.mark(mark);
      },
      problem: (problem: LogProblem) => sink.problem(problem),
    };
  }

  field(field: ExplainedField): void {
    if (this.#fields.size < MOST_FIELDS || this.#fields.has(field.name))
      this.#fields.set(field.name, field);
  }

  template(
    template: object,
    text: string,
    line: number,
    fields: () => readonly ExplainedField[],
  ): void {
    if (this.#templates.has(template) || this.#templates.size >= MOST_TEMPLATES) return;
    const skipped = new Map<SkippedReason, number>();
    this.#templates.set(template, { text, line, fields: fields(), lines: 0, records: 0, skipped });
  }

  derived(template: object, from: object, fields: () => readonly ExplainedField[]): void {
    const known = this.#templates.get(from);
    if (known === undefined || this.#templates.has(template)) return;
    known.fields = fields();
    this.#templates.set(template, known);
  }

  line(template: object): void {
    const known = this.#templates.get(template);
    if (known !== undefined) known.lines++;
  }

  record(template: object): void {
    const known = this.#templates.get(template);
    if (known !== undefined) known.records++;
  }

  skipped(template: object, reason: SkippedReason): void {
    const known = this.#templates.get(template);
    known?.skipped.set(reason, (known.skipped.get(reason) ?? 0) + 1);
  }

  #fieldsOf(shape: RecordShape): readonly Counted[] {
    let counted = this.#shapes.get(shape);
    if (counted !== undefined) return counted;
    counted = shape.fields.flatMap(({ name, role, split }) => {
      if (role !== 'value' || this.#read.size >= MOST_FIELDS) return [];
      const key = `${name}\n${split ?? ''}`;
      const known = this.#read.get(key) ?? { name, split, count: 0 };
      this.#read.set(key, known);
      return [known];
    });
    if (this.#shapes.size < MOST_FIELDS) this.#shapes.set(shape, counted);
    return counted;
  }
}
