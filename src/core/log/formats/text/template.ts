import type { RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import type { Plan } from './plan';

const SECTIONS: readonly (Split | null)[] = [null, 'train', 'validation', 'test'];

/** One shape of lines: what they say, and the records they become under the counters and sections met so far. */
export class Template {
  readonly plan: Plan;
  /** Whether its values are points only where the log has counted: nothing in it is a measure. */
  readonly needsPlace: boolean;
  /** Names of the columns; changed where another template already owns the name. */
  readonly names: string[];
  /** Plans for its cells under the headers met so far. */
  readonly under = new Map<object, Template | null>();
  #last = { epoch: NaN, step: NaN, line: 0 };
  #shapes: (RecordShape | undefined)[] = [];

  /** Batches of an epoch are trained on; a loss without a sign is of the training anyway (see run/splits.ts). */
  readonly #isBatch: boolean;

  constructor(plan: Plan) {
    this.#isBatch = plan.epoch !== null && plan.step !== null;
    this.plan = plan;
    this.needsPlace = plan.columns.every(column => column.kind !== 'measure');
    this.names = plan.columns.map(column => column.name);
  }

  /** Whether the line before it, or nearly, was of the same place: a second process, a second look. One point is enough. */
  isRepeated(epoch: number, step: number, line: number): boolean {
    const last = this.#last;
    const again = last.step === step && Object.is(last.epoch, epoch) && line - last.line <= 2;
    this.#last = { epoch, step, line };
    return again;
  }

  rename(column: number, name: string): void {
    this.names[column] = name;
    this.#shapes = [];
  }

  /** The split of a column in a section. */
  splitOf(column: number, section: Split | null): Split | null {
    const { name, named, split } = this.plan.columns[column]!;
    if (named) return null;
    return split ?? this.plan.split ?? section ?? (this.#isBatch && !isLoss(name) ? 'train' : null);
  }

  shape(hasEpoch: boolean, hasStep: boolean, section: Split | null): RecordShape {
    const key = (hasEpoch ? 1 : 0) + (hasStep ? 2 : 0) + SECTIONS.indexOf(section) * 4;
    return (this.#shapes[key] ??= { fields: this.#fields(hasEpoch, hasStep, section) });
  }

  #fields(hasEpoch: boolean, hasStep: boolean, section: Split | null): RecordField[] {
    const fields: RecordField[] = [];
    if (hasEpoch)
      fields.push({ name: this.plan.epoch?.name || 'epoch', role: 'epoch', split: null });
    if (hasStep) fields.push({ name: this.plan.step?.name || 'step', role: 'step', split: null });
    this.names.forEach((name, column) => {
      fields.push({ name, role: 'value', split: this.splitOf(column, section) });
    });
    return fields;
  }
}

function isLoss(name: string): boolean {
  return meaningOf(name).metric.includes('loss');
}
