import type { LogReader, LogSink } from '../../format';
import { LineReader } from '../../lines';
import { Bars } from './bars';
import { Context } from './context';
import { Emitter, type Reading } from './emitter';
import { Marks } from './marks';
import { Pairs } from './pairs';
import type { Plan } from './plan';
import { LineScanner } from './scan';
import { rowPlan } from './tables';
import { Template } from './template';
import { Templates } from './templates';

const LONGEST_KEPT = 65_536;

/** Reads free text: every line by the template of its shape, which is worked out once. */
export class TextReader implements LogReader {
  readonly #lines: LineReader;
  readonly #scan = new LineScanner();
  readonly #templates: Templates;
  readonly #context = new Context();
  readonly #marks: Marks;
  readonly #emitter: Emitter;
  readonly #bars: Bars;
  readonly #pairs: Pairs;
  #header: Plan['header'] = null;
  #inPairs = false;

  constructor(sink: LogSink, encoding: string) {
    this.#marks = new Marks(sink);
    this.#templates = new Templates(this.#marks);
    this.#emitter = new Emitter(sink, () => this.#marks.recorded());
    this.#bars = new Bars(this.#emitter);
    this.#pairs = new Pairs(this.#emitter);
    this.#lines = new LineReader((text, line) => this.#line(text, line), {
      encoding,
      redraws: 'all',
      maxLength: LONGEST_KEPT,
      onTooLong: line =>
        sink.problem({ code: 'too-long-line', line, details: { kept: LONGEST_KEPT } }),
    });
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#bars.flush();
    this.#pairs.flush();
    this.#marks.recorded();
  }

  #line(text: string, line: number): void {
    const shape = this.#scan.scan(text);
    const template = this.#templates.of(shape, text, this.#scan, line, this.#context.isPlace);
    if (template !== null) this.#read(template, line);
  }

  #read(template: Template, line: number): void {
    const { plan } = template;
    if (plan.pair !== '' || this.#inPairs) this.#pair(plan, line);
    if (plan.evidence) this.#emitter.trust();
    if (plan.header !== null) this.#header = plan.header;
    if (plan.status !== null && this.#emitter.count > 0) this.#marks.status(plan.status, line);
    if (this.#inPairs) return;
    const row =
      plan.cells === null || this.#header === null ? null : this.#row(template, this.#header);
    if (row !== null) this.#record(row, line);
    else if (plan.columns.length > 0) this.#record(template, line);
    else this.#announce(plan, line);
  }

  #pair(plan: Plan, line: number): void {
    this.#inPairs = plan.pair !== '';
    if (!this.#inPairs) this.#pairs.flush();
    else if (plan.pair.endsWith('/')) this.#pairs.add(plan.pair, NaN, line);
    else this.#pairs.add(plan.pair, this.#scan.value(this.#scan.count - 1), line);
  }

  /** The template of a row of numbers under this header. */
  #row(template: Template, header: NonNullable<Plan['header']>): Template | null {
    let row = template.under.get(header);
    if (row === undefined) {
      const plan = rowPlan(template.plan.cells!, header, this.#scan);
      row = plan === null ? null : new Template(plan);
      if (template.under.size > 100) template.under.clear();
      template.under.set(header, row);
    }
    return row;
  }

  #announce(plan: Plan, line: number): void {
    if (plan.run !== null && (plan.announces || plan.epoch === null)) {
      this.#marks.run(plan.run, this.#value(plan.run.slot), line);
    }
    if (plan.bar === null) this.#bars.flush();
    if (!plan.announces) return;
    this.#count(plan, line);
    this.#context.enter(plan.split);
  }

  #record(template: Template, line: number): void {
    const { plan } = template;
    const { bar } = plan;
    if (plan.evidence) this.#emitter.trust();
    const total = bar === null ? NaN : this.#scan.value(bar.total);
    if (!(total > 0)) this.#bars.flush();
    const own = this.#count(plan, line);
    const counts = plan.epoch !== null || plan.step !== null;
    if (!counts && template.needsPlace && !this.#context.isPlace) return;
    if (counts && plan.run !== null) this.#marks.run(plan.run, this.#value(plan.run.slot), line);
    const isEvaluation = bar !== null && (plan.split === 'validation' || plan.split === 'test');
    if (plan.step !== null && bar === null && template.isRepeated(own.epoch, own.step, line))
      return;
    const reading: Reading = {
      template,
      epoch: Number.isNaN(own.epoch) ? this.#context.epoch : own.epoch,
      step: bar !== null ? NaN : counts ? own.step : this.#context.step,
      section: plan.split === null ? this.#context.section : null,
      values: this.#values(plan, isEvaluation),
      line,
    };
    if (isEvaluation) this.#context.enter(plan.split);
    if (bar !== null && total > 0)
      this.#bars.draw(reading, this.#value(bar.at), total, isEvaluation);
    else this.#emitter.emit(reading);
  }

  #values(plan: Plan, averages: boolean): number[] {
    return plan.columns.map(column => {
      const slot = averages && column.average >= 0 ? column.average : column.slot;
      const value = this.#scan.value(slot);
      return column.divisor < 0 ? value : value / this.#scan.value(column.divisor);
    });
  }

  /** The counters a line prints itself; NaN: it prints none. */
  #count(plan: Plan, line: number): { epoch: number; step: number } {
    const epoch = plan.epoch === null ? NaN : this.#value(plan.epoch.slot);
    const step = plan.step === null || plan.bar !== null ? NaN : this.#value(plan.step.slot);
    if (plan.epoch !== null && plan.epoch.total >= 0) {
      this.#marks.planned(epoch, this.#scan.value(plan.epoch.total), line);
    }
    if (!Number.isNaN(step) && Number.isNaN(epoch) && Number.isNaN(this.#context.epoch)) {
      this.#marks.steps(plan.step!, this.#value(plan.step!.total), line);
    }
    this.#context.count(epoch, step, plan.announces, plan);
    return { epoch, step };
  }

  #value(slot: number): number {
    return slot < 0 ? NaN : this.#scan.value(slot);
  }
}
