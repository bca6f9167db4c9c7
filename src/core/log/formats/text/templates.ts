import { compile } from './compile';
import type { Marks } from './marks';
import type { Plan } from './plan';
import { messageStart } from './prefix';
import { LONGEST_LINE, type LineScanner } from './scan';
import { SilentLines } from './silentLines';
import { Template } from './template';

/** Shapes remembered. Beyond that, those that were not met again make room. */
const MOST_TEMPLATES = 10_000;
/** Settings in a row after which even what is named like a measure is one (`score_threshold: 0.9`). */
const LONG_BLOCK = 5;

/**
 * Where a line stands: the log has not `counted` yet, or it has, and what is named like a measure is one, `weakly` only
 * by numbers in front of lines; in a `block` of names and values nothing is a setting.
 */
type Whereabouts = 'start' | 'weakly' | 'counted' | 'block';

/** The templates of a log by the shape of their lines. A new shape is worked out from its first line. */
export class Templates {
  readonly #marks: Marks;
  readonly #byShape = new Map<number, Template>();
  readonly #silent = new SilentLines();

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** The template of a line where it stands. `null` where this line is a setting, which says nothing else. */
  of(
    shape: number,
    text: string,
    scan: LineScanner,
    line: number,
    where: Whereabouts,
  ): Template | null {
    const known = this.#byShape.get(shape);
    if (known !== undefined) {
      known.isMet = true;
      return known;
    }
    const silent = scan.count === 0 ? this.#silent.find(text) : undefined;
    return silent ?? this.#learn(shape, text, scan, line, where);
  }

  #learn(
    shape: number,
    text: string,
    scan: LineScanner,
    line: number,
    where: Whereabouts,
  ): Template | null {
    if (this.#byShape.size >= MOST_TEMPLATES) this.#makeRoom();
    const plan = countedPlan(compile(text, scan), where);
    const message = text.slice(messageStart(text, scan), LONGEST_LINE);
    if (plan.status !== null) this.#marks.planInWords(message, line);
    const isSetting = where !== 'block' && this.#isSetting(plan, message, line, where);
    // What recurs is no setting, except rates: they are repeated with every dump.
    const template = new Template(isSetting && !hasMeasure(plan) ? withoutValues(plan) : plan);
    this.#byShape.set(shape, template);
    if (scan.count === 0 && template.isSilent) this.#addSilent(text, message, template);
    return isSetting ? null : template;
  }

  #addSilent(text: string, message: string, template: Template): void {
    if (!template.isPlain || mayBeSetting(template.plan, message)) return;
    template.isPure = true;
    this.#silent.add(text, template);
  }

  /** Forgets what was not met since the last time, and half of all in any case: sweeps are rare. */
  #makeRoom(): void {
    for (const [shape, template] of this.#byShape) {
      if (!template.isMet) this.#byShape.delete(shape);
      template.isMet = false;
    }
    for (const shape of this.#byShape.keys()) {
      if (this.#byShape.size <= MOST_TEMPLATES / 2) return;
      this.#byShape.delete(shape);
    }
  }

  /** Whether a line is one of a block of settings; whatever else it says is passed on as parameters. */
  #isSetting(plan: Plan, message: string, line: number, where: Whereabouts): boolean {
    if (!mayBeSetting(plan, message) || (where === 'counted' && hasOwnName(plan))) return false;
    if (hasMeasure(plan) && (where !== 'start' || this.#marks.block < LONG_BLOCK)) {
      this.#marks.endBlock();
      return false;
    }
    return this.#marks.settings(message, line);
  }
}

/** Settings are names with values, and count nothing; `epoch: 20` alone may be one. */
function mayBeSetting(plan: Plan, message: string): boolean {
  const isRow = plan.cells !== null && plan.cells.label !== '';
  if (isRow || plan.bar !== null || !/[=:]| --|\bepochs\b/.test(message)) return false;
  const counts = plan.epoch !== null || plan.step !== null || plan.announces;
  return !counts || (plan.announces && /^\W*epochs?\s*[:=]\s*\d+\W*$/i.test(message));
}

/** A number that only stands where a counter may is none in a log that has words for what it counts. */
function countedPlan(plan: Plan, where: Whereabouts): Plan {
  const isWeak = (plan.epoch ?? plan.step)?.weak === true;
  return where === 'counted' && isWeak ? { ...plan, epoch: null, step: null } : plan;
}

function hasMeasure(plan: Plan): boolean {
  return plan.columns.some(column => column.kind === 'measure');
}

/** What is listed below a counter under a name of its own was measured. */
function hasOwnName(plan: Plan): boolean {
  return plan.columns.some(column => column.kind === 'unknown');
}

function withoutValues(plan: Plan): Plan {
  return { ...plan, epoch: null, step: null, announces: false, columns: [], evidence: false };
}
