import type { Split } from '../../format';
import type { Place } from './claims';
import type { Context } from './context';
import { NOTHING } from './plan';
import { Template } from './template';

/** Where the line at hand belongs, by the counters it prints itself: one object for all lines. */
export class LinePlace implements Place {
  template = new Template(NOTHING);
  epoch = NaN;
  step = NaN;
  section: Split | null = null;
  line = 0;
  /** The epoch that the line prints; NaN: it prints none. */
  ownEpoch = NaN;
  /** The step that the line prints; NaN: it prints none. */
  ownStep = NaN;
  /** Whether it counts what is no place of the training: the epochs of a client. */
  isLocal = false;

  /** What the line itself counts. */
  count(epoch: number, step: number, isLocal: boolean): void {
    this.ownEpoch = epoch;
    this.ownStep = step;
    this.isLocal = isLocal;
  }

  /** What the line does not say itself is where the log has got to. */
  find(template: Template, context: Context, line: number): void {
    const { plan, counts } = template;
    const said = context.section ?? (this.isLocal ? 'train' : null);
    const counted = plan.bar !== null || counts ? this.ownStep : context.step;
    this.template = template;
    this.epoch = Number.isNaN(this.ownEpoch) ? context.epoch : this.ownEpoch;
    this.step = this.isLocal ? context.step : counted;
    this.section = plan.split === null ? said : null;
    this.line = line;
  }
}
