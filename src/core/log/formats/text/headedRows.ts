import type { LogExplainer } from '../../explain';
import { plannedFields } from './explainLine';
import type { LineNumbers } from './lineNumbers';
import type { Plan } from './plan';
import { Headers } from './tableHeader';
import { rowPlan } from './tables';
import { Template } from './template';

/** Headers under which rows of one shape are remembered. */
const MOST_HEADERS = 100;

/** Rows of numbers under the header that stands above them. */
export class HeadedRows {
  readonly #explain: LogExplainer | undefined;
  readonly #headers = new Headers();
  #header: Plan['header'] = null;
  /** Where the header stands. */
  #line = 0;

  constructor(explain: LogExplainer | undefined) {
    this.#explain = explain;
  }

  /** Takes notice of what may be a header. */
  hear(plan: Plan, line: number): void {
    if (plan.header === null && plan.below === null) return;
    this.#header = this.#headers.after(this.#header, plan);
    this.#line = line;
  }

  /** What a row says under the header above it; `null` where the line is none. */
  of(template: Template, numbers: LineNumbers, line: number): Template | null {
    const header = this.#header;
    const { cells } = template.plan;
    if (cells === null || header === null) return null;
    // The one name of a number holds for the next line only.
    if (header.isNext === true && line !== this.#line + 1) return null;
    let row = template.under.get(header);
    if (row === undefined) {
      const plan = rowPlan(cells, header, numbers.scanned());
      row = plan === null ? null : new Template(plan);
      if (row !== null) this.#explain?.derived(row, template, () => plannedFields(plan!));
      if (template.under.size >= MOST_HEADERS) template.under.clear();
      template.under.set(header, row);
    }
    return row;
  }
}
