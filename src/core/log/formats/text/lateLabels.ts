import { meaningOf } from '../../name';
import type { Reading } from './reading';
import type { Template } from './template';

/** Readings held while it is not known yet on which side of its values a log prints its epochs. */
const MOST_HELD = 2000;

/**
 * Some logs print what an epoch came to and then its number (`100%|███| 10/10 [loss=0.5]`, `Epoch 1 took 12 s`). Values
 * of a training that stand in front of the first number show it, if lines like theirs stand in front of the second
 * too; from then on such lines wait for the number behind them. Any other log passes unchanged.
 */
export class LateLabels {
  readonly #give: (reading: Reading) => void;
  #state: 'early' | 'labelled' | 'late' | 'none' = 'early';
  #held: Reading[] = [];
  /** What stood in front of the first number. */
  readonly #early = new Set<Template>();
  #first: Reading | null = null;

  constructor(give: (reading: Reading) => void) {
    this.#give = give;
  }

  /** A reading; one without columns only prints the number of an epoch. */
  take(reading: Reading): void {
    switch (this.#state) {
      case 'none':
        this.#pass(reading);
        break;
      case 'early':
        this.#takeEarly(reading);
        break;
      case 'labelled':
        this.#takeLabelled(reading);
        break;
      case 'late':
        this.#takeLate(reading);
    }
  }

  /** Whether whatever comes passes unchanged. */
  get isOpen(): boolean {
    return this.#state === 'none';
  }

  /** Whether nothing is held. */
  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  /** Gives what is held: the log has ended, or another run begins. */
  flush(): void {
    if (this.#held.length === 0) return;
    const held = this.#held;
    this.#held = [];
    if (this.#state !== 'late') this.#state = 'none';
    for (const reading of held) this.#pass(reading);
  }

  #takeEarly(reading: Reading): void {
    if (isUncounted(reading) && Number.isNaN(reading.epoch)) {
      this.#early.add(reading.template);
      this.#hold(reading);
      return;
    }
    if (isLabel(reading) && closes(reading) && this.#held.some(trains)) {
      this.#state = 'labelled';
      this.#first = reading;
      this.#hold(reading);
      return;
    }
    this.#state = 'none';
    this.flush();
    this.#pass(reading);
  }

  #takeLabelled(reading: Reading): void {
    const first = this.#first!;
    this.#hold(reading);
    if (!isLabel(reading) || reading.template !== first.template) return;
    const held = this.#held;
    const behind = held.slice(held.indexOf(first) + 1);
    const isLate = reading.epoch > first.epoch && behind.some(each => this.#waits(each));
    this.#state = isLate ? 'late' : 'none';
    if (!isLate) {
      this.flush();
      return;
    }
    this.#held = [];
    for (const each of held) this.#takeLate(each);
  }

  #takeLate(reading: Reading): void {
    if (this.#waits(reading)) {
      this.#hold(reading);
      return;
    }
    if (isLabel(reading) && this.#held.length > 0) {
      const held = this.#held;
      this.#held = [];
      for (const each of held) this.#pass({ ...each, epoch: reading.epoch });
    }
    this.#pass(reading);
  }

  #waits(reading: Reading): boolean {
    return isUncounted(reading) && this.#early.has(reading.template);
  }

  #hold(reading: Reading): void {
    if (this.#held.push(reading) > MOST_HELD) this.flush();
  }

  #pass(reading: Reading): void {
    if (reading.template.names.length > 0) this.#give(reading);
  }
}

/** Whether a line prints neither epoch nor step. */
function isUncounted({ template, step }: Reading): boolean {
  return template.plan.epoch === null && Number.isNaN(step) && template.names.length > 0;
}

function isLabel({ template, epoch }: Reading): boolean {
  return template.plan.epoch !== null && !Number.isNaN(epoch);
}

/** Whether a line with a number may be the last of its epoch: it sums up, or says that the epoch is over. */
function closes({ template: { plan } }: Reading): boolean {
  return plan.ends === true || plan.columns.some(column => column.kind === 'measure');
}

/** Whether a reading has a loss of the training, or another value that is said to be of it. */
function trains({ template, section }: Reading): boolean {
  return template.plan.columns.some(({ name, kind, isLoss, split }, column) => {
    if (kind !== 'measure') return false;
    const said = split ?? meaningOf(name).split ?? template.splitOf(column, section);
    return said === 'train' || (said === null && (isLoss || /loss/i.test(name)));
  });
}
