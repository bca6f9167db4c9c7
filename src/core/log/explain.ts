/** What a column, key, tag or number of a line became. */
export type FieldUse =
  'epoch' | 'step' | 'time' | 'planned' | 'run' | 'progress' | 'value' | 'ignored';

/** Why something that could have been a curve is none. */
export type IgnoredReason =
  | 'noise' // by its name: time, speed, memory, a counter
  | 'best' // repeats the best so far
  | 'average' // the running average beside the value
  | 'clock' // a date or time of day
  | 'unit' // a unit of time, speed or size behind it
  | 'aside' // behind words of files, of what was best, of stopping
  | 'unnamed' // nothing in front of it says what it is
  | 'count' // a whole number under a name that is no measure's
  | 'unknown-name' // a name nobody knows, alone in its line
  | 'index' // it only numbers the rows
  | 'other-axis' // there is a better column for the axis
  | 'no-scalar' // it belongs to another plugin, or holds no number
  | 'still' // its values never change, or only count
  | 'single'; // one value beside curves

/** A column, key, tag or number of a line, and what became of it. */
export interface ExplainedField {
  readonly name: string;
  readonly use: FieldUse;
  /** What the name, the line or the file says that it was computed on; `null`: nothing, or it is decided later. */
  readonly split: 'train' | 'validation' | 'test' | null;
  /** `null` unless ignored. */
  readonly reason: IgnoredReason | null;
}

/** Why a line that holds values gave no point of a curve. */
export type SkippedReason =
  | 'setting' // one of a block of settings
  | 'repeated' // the same place as the line before
  | 'no-place' // nothing has counted yet, and nothing in it is a measure
  | 'other-process' // another process printed it, too
  | 'redrawn' // an earlier state of a progress bar
  | 'recalled' // repeats a result that was printed before
  | 'no-training'; // no word of a training came

/** Who wants to know how a log is understood. Readers tell what they found out anyway, where there is one; it costs nothing where there is none. */
export interface LogExplainer {
  /** A column, key or tag. The same name is told again where more is known. */
  field(field: ExplainedField): void;
  /** What lines of one shape say, with the first of them. Told once for each `template`, which is any object. */
  template(
    template: object,
    text: string,
    line: number,
    fields: () => readonly ExplainedField[],
  ): void;
  /** What lines of a template say under a header: as another template, that of a table's row. */
  derived(template: object, from: object, fields: () => readonly ExplainedField[]): void;
  /** One more line of a template. */
  line(template: object): void;
  /** A point of each of its curves. */
  record(template: object): void;
  skipped(template: object, reason: SkippedReason): void;
}

/** Tells the same of a text that is part of a file: lines are those of the file. */
export function explainedAt(explain: LogExplainer, lineOf: (line: number) => number): LogExplainer {
  return {
    field: field => explain.field(field),
    template: (template, text, line, fields) =>
      explain.template(template, text, lineOf(line), fields),
    derived: (template, from, fields) => explain.derived(template, from, fields),
    line: template => explain.line(template),
    record: template => explain.record(template),
    skipped: (template, reason) => explain.skipped(template, reason),
  };
}
