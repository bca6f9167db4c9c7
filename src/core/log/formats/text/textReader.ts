import type { LogReader, LogSink } from '../../format';
import { LineReader } from '../../lines';
import { Bars } from './bars';
import { compile } from './compile';
import { Context } from './context';
import { Emitter } from './emitter';
import { Marks } from './marks';
import { Pairs } from './pairs';
import type { Counter, Plan } from './plan';
import { messageStart } from './prefix';
import { LineScanner, LONGEST_LINE } from './scan';
import { rowPlan } from './tables';
import { Template } from './template';

/** Shapes remembered. A log whose every line has a shape of its own says nothing that repeats. */
const MOST_TEMPLATES = 20_000;
const LONGEST_KEPT = 65_536;

/** Reads free text: every line by the template of its shape, which is worked out once. */
export class TextReader implements LogReader {
  readonly #lines: LineReader;
  readonly #scan = new LineScanner();
  readonly #templates = new Map<number, Template>();
  readonly #context = new Context();
  readonly #marks: Marks;
  readonly #emitter: Emitter;
  readonly #bars: Bars;
  readonly #pairs: Pairs;
  #header: Plan['header'] = null;
  #inPairs = false;

  constructor(sink: LogSink, encoding: string) {
    this.#marks = new Marks(sink);
    this.#emitter = new Emitter(sink);
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
  }

  #line(text: string, line: number): void {
    const shape = this.#scan.scan(text);
    let template = this.#templates.get(shape);
    if (template === undefined) {
      const plan = compile(text, this.#scan);
      const isSetting = this.#settings(plan, text, line);
      template = new Template(
        isSetting ? { ...plan, epoch: null, step: null, announces: false } : plan,
      );
      if (this.#templates.size >= MOST_TEMPLATES) this.#templates.clear();
      this.#templates.set(shape, template);
    }
    this.#read(template, line);
  }

  /** Settings stand where nothing is measured yet; a shape is looked at once. */
  #settings(plan: Plan, text: string, line: number): boolean {
    if (plan.columns.length > 1 || plan.bar !== null || !/[=:]| --/.test(text)) return false;
    if (plan.epoch !== null && plan.epoch.total >= 0) return false;
    return this.#marks.settings(text.slice(messageStart(text, this.#scan), LONGEST_LINE), line);
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
    if (plan.run !== null && plan.announces) this.#marks.run(plan.run, this.#value(plan.run), line);
    else if (plan.run !== null && plan.epoch === null)
      this.#marks.run(plan.run, this.#value(plan.run), line);
    if (plan.bar === null) this.#bars.flush();
    if (!plan.announces) return;
    this.#count(plan, line);
    if (plan.split !== null) this.#context.enter(plan.split);
  }

  #record(template: Template, line: number): void {
    const { plan } = template;
    if (plan.evidence) this.#emitter.trust();
    const isBar = plan.bar !== null && this.#scan.value(plan.bar.total) > 0;
    if (!isBar) this.#bars.flush();
    const own = this.#count(plan, line);
    const epoch = Number.isNaN(own.epoch) ? this.#context.epoch : own.epoch;
    const step = own.counts ? own.step : this.#context.step;
    if (own.counts && plan.run !== null) this.#marks.run(plan.run, this.#value(plan.run), line);
    const section = plan.split === null ? this.#context.section : null;
    const always = isBar && (plan.split === 'validation' || plan.split === 'test');
    const reading = {
      template,
      epoch,
      step: isBar ? NaN : step,
      section,
      values: this.#values(plan, always),
      line,
    };
    if (isBar)
      this.#bars.draw(reading, this.#value(plan.bar!.at), this.#value(plan.bar!.total), always);
    else this.#emitter.emit(reading);
  }

  #values(plan: Plan, averages: boolean): number[] {
    return plan.columns.map(column => {
      const slot = averages && column.average >= 0 ? column.average : column.slot;
      const value = this.#scan.value(slot);
      return column.divisor < 0 ? value : value / this.#scan.value(column.divisor);
    });
  }

  /** The counters a line prints itself. */
  #count(plan: Plan, line: number): { epoch: number; step: number; counts: boolean } {
    const epoch = plan.epoch === null ? NaN : this.#value(plan.epoch);
    const step = plan.step === null || plan.bar !== null ? NaN : this.#value(plan.step);
    if (plan.epoch !== null && plan.epoch.total >= 0)
      this.#marks.planned(epoch, this.#scan.value(plan.epoch.total), line);
    if (plan.step !== null && Number.isNaN(epoch) && Number.isNaN(this.#context.epoch)) {
      const total = plan.step.total < 0 ? NaN : this.#scan.value(plan.step.total);
      this.#marks.steps(plan.step, total, plan.step.name === '', line);
    }
    this.#context.count(epoch, step);
    return { epoch, step, counts: plan.epoch !== null || plan.step !== null };
  }

  #value(counter: Counter | number): number {
    const slot = typeof counter === 'number' ? counter : counter.slot;
    return slot < 0 ? NaN : this.#scan.value(slot);
  }
}
