import type { Context } from './context';
import type { LineNumbers } from './lineNumbers';
import type { LinePlace } from './linePlace';
import type { Marks } from './marks';
import type { Plan } from './plan';
import { Rounds } from './rounds';
import type { Template } from './template';

/** Keeps where a log has got to by the counters that its lines print. */
export class Counting {
  readonly #marks: Marks;
  readonly #context: Context;
  readonly #place: LinePlace;
  readonly #numbers: LineNumbers;
  readonly #rounds = new Rounds();

  constructor(marks: Marks, context: Context, place: LinePlace, numbers: LineNumbers) {
    this.#marks = marks;
    this.#context = context;
    this.#place = place;
    this.#numbers = numbers;
  }

  /** Takes notice of what a line says of a federated training. */
  hear(plan: Plan): void {
    this.#rounds.hear(plan);
  }

  /** Takes notice of the counters a line prints itself. */
  count(template: Template, line: number): void {
    const { plan } = template;
    const kind = this.#rounds.kindOf(template);
    if (kind === 'local') {
      this.#place.count(NaN, NaN, true);
      return;
    }
    if (kind === 'round') this.#beginRound(line);
    const epoch = kind === 'round' ? NaN : this.#epochOf(plan, line);
    const step = plan.step === null || plan.bar !== null ? NaN : this.#value(plan.step.slot);
    if (!Number.isNaN(step) && Number.isNaN(epoch) && Number.isNaN(this.#context.epoch)) {
      this.#marks.steps(plan.step!, this.#value(plan.step!.total), line);
    }
    this.#context.count(epoch, step, plan.announces, plan);
    this.#place.count(epoch, step, false);
  }

  /** The epoch a line prints, with its total told; NaN: it prints none. */
  #epochOf({ epoch }: Plan, line: number): number {
    if (epoch === null) return NaN;
    const label = this.#value(epoch.slot);
    if (epoch.total >= 0) this.#marks.planned(label, this.#value(epoch.total), line);
    return label;
  }

  /** Rounds behind the epochs of another training are a run of their own. */
  #beginRound(line: number): void {
    if (Number.isNaN(this.#context.epoch)) return;
    this.#context.epoch = NaN;
    this.#marks.begin(line);
  }

  #value(slot: number): number {
    return slot < 0 ? NaN : this.#numbers.value(slot);
  }
}
