import type { LogExplainer } from '../../explain';
import { plannedFields } from './explainLine';
import type { LineNumbers } from './lineNumbers';
import type { Cells, Plan } from './plan';
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
  /** What the line that announced an epoch says of one that holds nothing but a number, and where it stands. */
  #below: Plan['header'] = null;
  #belowLine = 0;

  constructor(explain: LogExplainer | undefined) {
    this.#explain = explain;
  }

  /** Takes notice of what may be a header. */
  hear(plan: Plan, line: number): void {
    if (plan.header === null && plan.below === null) return;
    if (plan.announces && plan.header?.isNext === true) {
      this.#below = plan.header;
      this.#belowLine = line;
      return;
    }
    this.#header = this.#headers.after(this.#header, plan);
    this.#line = line;
  }

  /** What a row says under the header above it; `null` where the line is none. */
  of(template: Template, numbers: LineNumbers, line: number): Template | null {
    const { cells } = template.plan;
    const header = cells === null ? null : this.#over(cells, numbers, line);
    if (cells === null || header === null) return null;
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

  /** The header that a row in this line stands under. */
  #over(cells: Cells, numbers: LineNumbers, line: number): Plan['header'] {
    if (this.#below !== null && line === this.#belowLine + 1 && isFraction(cells, numbers)) {
      this.#belowLine = line;
      return this.#below;
    }
    const header = this.#header;
    // The one name of a number holds for the next line only.
    return header?.isNext === true && line !== this.#line + 1 ? null : header;
  }
}

/** Whether all that a line says is one number with a point. */
function isFraction({ slots, label }: Cells, numbers: LineNumbers): boolean {
  const [slot = -1] = slots;
  if (slots.length !== 1 || slot < 0 || label !== '') return false;
  return !Number.isInteger(numbers.value(slot));
}
