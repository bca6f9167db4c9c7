import type { LogExplainer, SkippedReason } from '../../explain';
import type { LogReader, LogSink } from '../../format';
import { Bars, type Progress } from './bars';
import { columnValues } from './columnValues';
import { Context } from './context';
import { Counting } from './counting';
import { Emitter } from './emitter';
import { Followers } from './followers';
import { ONLY_PLACE, type Reading } from './reading';
import { explainedFields } from './explainLine';
import { HeadedRows } from './headedRows';
import { LinePlace } from './linePlace';
import { Marks } from './marks';
import { Pairs } from './pairs';
import { mayBeShown, NO_VALUES, Passes, progressOf } from './progress';
import type { Plan } from './plan';
import type { LineNumbers } from './lineNumbers';
import { ShapedLines } from './shapedLines';
import type { Template } from './template';
import { Templates } from './templates';

/** Reads free text: every line by the template of its shape, which is worked out once. */
export class TextReader implements LogReader {
  readonly #lines: ShapedLines;
  readonly #numbers: LineNumbers;
  readonly #templates: Templates;
  readonly #context = new Context();
  readonly #place = new LinePlace();
  readonly #marks: Marks;
  readonly #emitter: Emitter;
  readonly #bars: Bars;
  readonly #pairs: Pairs;
  readonly #followers: Followers;
  readonly #explain: LogExplainer | undefined;
  readonly #rows: HeadedRows;
  readonly #passes = new Passes();
  readonly #counting: Counting;
  #recalls = false;

  /** `mostShapes`: how many shapes of lines are remembered by their bytes; 0: every line is read as text. */
  constructor(sink: LogSink, encoding: string, mostShapes?: number) {
    this.#explain = sink.explain;
    this.#rows = new HeadedRows(sink.explain);
    this.#marks = new Marks(sink);
    this.#templates = new Templates(this.#marks);
    this.#emitter = new Emitter(sink, () => this.#marks.recorded());
    this.#bars = new Bars(this.#emitter, this.#marks);
    this.#pairs = new Pairs(this.#emitter);
    this.#followers = new Followers(reading => this.#bars.pass(reading));
    this.#lines = new ShapedLines(
      {
        templateOf: (shape, text, scan, line) => {
          const where = this.#pairs.isOpen ? 'block' : this.#context.counted;
          const known = this.#templates.of(shape, text, scan, line, where);
          if (known !== null)
            this.#explain?.template(known, text, line, () =>
              explainedFields(text, scan, known.plan),
            );
          return known;
        },
        read: (template, line) => this.#read(template, line),
        tooLong: (line, kept) => sink.problem({ code: 'too-long-line', line, details: { kept } }),
      },
      encoding,
      mostShapes,
    );
    this.#numbers = this.#lines.numbers;
    this.#counting = new Counting(this.#marks, this.#context, this.#place, this.#numbers);
  }

  get isSettled(): boolean {
    const isSaid = this.#bars.isSettled && this.#pairs.isEmpty && this.#followers.isEmpty;
    return isSaid && this.#lines.isSettled;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#followers.flush();
    this.#bars.end();
    this.#pairs.flush();
    this.#emitter.flush();
    this.#marks.recorded();
  }

  #read(template: Template, line: number): void {
    this.#explain?.line(template);
    if (template.isPlain && !this.#pairs.isOpen && !this.#recalls) this.#plain(template, line);
    else this.#odd(template, line);
  }

  /** A line that says nothing but counters and values. */
  #plain(template: Template, line: number): void {
    const { plan, isSilent } = template;
    if (plan.evidence) this.#emitter.trust();
    if (isSilent) this.#bars.interrupt();
    else if (plan.columns.length > 0) this.#record(template, line);
    else this.#announce(template, line);
  }

  #odd(template: Template, line: number): void {
    const { plan } = template;
    const isPair = (plan.pair !== null || this.#pairs.isOpen) && this.#pair(plan, line);
    this.#hear(plan, line);
    if (this.#repeats(template) || isPair) return;
    const row = this.#rows.of(template, this.#numbers, line);
    if (row !== null) this.#record(row, line);
    else if (plan.columns.length > 0) this.#record(template, line);
    else this.#announce(template, line);
  }

  /** What a line says beside its values. */
  #hear(plan: Plan, line: number): void {
    if (plan.evidence) this.#emitter.trust();
    this.#counting.hear(plan);
    this.#rows.hear(plan, line);
    if (plan.status === null) return;
    this.#emitter.close();
    if (this.#emitter.count > 0) this.#marks.status(plan.status, line);
  }

  /** Whether the line before said that this one repeats the best. */
  #repeats(template: Template): boolean {
    const isRecalled = this.#recalls;
    this.#recalls = template.plan.recalls;
    return isRecalled && !this.#skip(template, 'recalled');
  }

  #pair(plan: Plan, line: number): boolean {
    return this.#pairs.take(plan, this.#value(this.#numbers.count - 1), line);
  }

  #announce(template: Template, line: number): void {
    const { plan } = template;
    if (plan.run !== null && (plan.announces || plan.epoch === null)) {
      this.#followers.flush();
      this.#emitter.flush();
      this.#marks.run(plan.run, this.#value(plan.run.slot), line);
    }
    if (plan.announces || plan.run !== null) this.#bars.flush();
    else if (plan.bar === null) this.#bars.interrupt();
    if (!plan.announces) return;
    this.#counting.count(template, line);
    this.#context.enter(plan.split);
    const epoch = this.#place.ownEpoch;
    if (epoch === epoch) this.#bars.pass({ template, epoch, ...ONLY_PLACE, line });
  }

  #record(template: Template, line: number): void {
    const { plan } = template;
    if (this.#isEvidence(template)) this.#emitter.trust();
    const drawn = progressOf(plan, this.#numbers);
    if (drawn === null && !this.#passes.isOpen) this.#bars.flush();
    this.#counting.count(template, line);
    const bar = drawn ?? this.#otherPass(template);
    if (!this.#isPoint(template, bar !== null, line)) return;
    if (template.counts && plan.run !== null)
      this.#marks.run(plan.run, this.#value(plan.run.slot), line);
    this.#place.find(template, this.#context, line);
    if (bar === null) this.#give(template);
    else this.#draw(template, bar);
  }

  /** How far an evaluation is that has no word for it; `null`: the line is of none. */
  #otherPass(template: Template): Progress | null {
    const { ownEpoch, ownStep } = this.#place;
    const progress = this.#passes.of(template, ownEpoch, ownStep, this.#numbers);
    if (progress === null) this.#bars.flush();
    return progress;
  }

  #isEvidence({ plan, hasLoss }: Template): boolean {
    return plan.evidence || (hasLoss && this.#context.isPlace);
  }

  /** Draws the bar of the line at hand. */
  #draw(template: Template, bar: Progress): void {
    const { plan } = template;
    if (bar.isOther === true) this.#place.section = 'validation';
    const isSeen = mayBeShown(plan, bar);
    const values = isSeen ? columnValues(template, bar.always, this.#numbers) : NO_VALUES;
    const reading = this.#reading(values);
    if (bar.always) this.#context.enter(plan.split);
    this.#bars.draw(reading, bar);
  }

  /** Gives the line at hand, which is no bar. */
  #give(template: Template): void {
    if (this.#place.section === null && this.#followers.mayFollow(template)) {
      this.#followers.take(this.#reading(columnValues(template, false, this.#numbers)));
      return;
    }
    this.#followers.pass(template, this.#place.epoch);
    if (this.#bars.isOpen) this.#emitter.record(this.#place, this.#numbers);
    else this.#bars.pass(this.#reading(columnValues(template, false, this.#numbers)));
  }

  /** The line at hand, to keep. */
  #reading(values: readonly number[]): Reading {
    const { template, epoch, step, section, line } = this.#place;
    return { template, epoch, step, section, values, line };
  }

  /** Whether what a line says is a point of a curve, and a new one. */
  #isPoint(template: Template, isBar: boolean, line: number): boolean {
    const reason = template.isUsual ? null : this.#objection(template);
    if (reason !== null) return this.#skip(template, reason);
    return isBar || !this.#isEcho(template, line) || this.#skip(template, 'repeated');
  }

  /** Why a line is no point of a curve; `null`: it is one. */
  #objection(template: Template): SkippedReason | null {
    if (!template.speaks(this.#value(template.plan.rank))) return 'other-process';
    if (!template.counts && template.needsPlace && !this.#context.isPlace) return 'no-place';
    return template.isAgain(this.#context.epoch) ? 'repeated' : null;
  }

  /** Whether a line says again what was said of the same step. */
  #isEcho(template: Template, line: number): boolean {
    if (!template.counts) return template.isEcho(this.#context, this.#numbers);
    if (template.plan.step === null) return false;
    return template.isRepeated(this.#place.ownEpoch, this.#place.ownStep, line);
  }

  #skip(template: Template, reason: SkippedReason): false {
    this.#explain?.skipped(template, reason);
    return false;
  }

  #value(slot: number): number {
    return slot < 0 ? NaN : this.#numbers.value(slot);
  }
}
