import { meaningOf } from '../../name';
import type { Reading } from './reading';
import type { Template } from './template';

/** Readings held while it is not known yet on which side of its values a log prints its epochs. */
const MOST_HELD = 2000;
/** As above, of lines that print a step: most logs count nothing else. */
const MOST_STEPS = 600;

/**
 * Some logs print what an epoch came to and then its number (`100%|███| 10/10 [loss=0.5]`, `Epoch 1 took 12 s`). Values
 * of a training that stand in front of the first number show it, if lines like theirs stand in front of the second
 * too; from then on such lines wait for the number behind them. What prints a step need not wait: it is of the epoch
 * that comes next. Any other log passes unchanged.
 */
export class LateLabels {
  readonly #give: (reading: Reading) => void;
  /** What is known: nothing; a first number in front of values or behind them; that an epoch is said to be over. */
  #state: 'early' | 'headed' | 'over' | 'labelled' | 'late' | 'none' = 'early';
  #held: Reading[] = [];
  /** What stood in front of the first number. */
  readonly #early = new Set<Template>();
  #first: Reading | null = null;
  /** Readings since a header. */
  #headed = 0;
  /** Lines with a step among those that are held. */
  #steps = 0;
  /** The last number, and by how much they go up. */
  #label = NaN;
  #stride = 1;

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
      case 'headed':
        this.#takeHeaded(reading);
        break;
      case 'over':
        this.#takeOver(reading);
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
    this.#steps = 0;
    if (this.#state !== 'late') this.#state = 'none';
    for (const reading of held) this.#pass(reading);
  }

  /** As `flush`, where steps are among what is held. */
  close(): void {
    if (this.#steps > 0) this.flush();
  }

  #takeEarly(reading: Reading): void {
    if (mayBeEarly(reading) && Number.isNaN(reading.epoch)) {
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
    this.#giveUp();
    const isHeader = isLabel(reading) && announces(reading) && !isOver(reading);
    this.#state = isHeader ? 'headed' : 'none';
    this.#first = reading;
    this.#pass(reading);
  }

  /** `Epoch 1 starts` stood above the first values; where `Epoch 1 is over` stands below them, that may be all there is of the next ones. */
  #takeHeaded(reading: Reading): void {
    const isNext = isLabel(reading) && reading.epoch !== this.#first!.epoch;
    if (isNext || ++this.#headed > MOST_HELD) this.#state = 'none';
    else if (isLabel(reading) && isOver(reading)) this.#state = 'over';
    this.#pass(reading);
  }

  #takeOver(reading: Reading): void {
    if (!isLabel(reading)) {
      this.#wait(reading);
      return;
    }
    const held = this.#held;
    const isLate = isOver(reading) && reading.epoch > this.#first!.epoch && held.length > 0;
    if (isLate) this.#begin(held, this.#first!.epoch, reading.epoch - this.#first!.epoch);
    else this.#giveUp();
    this.take(reading);
  }

  #wait(reading: Reading): void {
    if (!mayBeEarly(reading)) {
      this.#pass(reading);
      return;
    }
    this.#early.add(reading.template);
    this.#hold(reading);
  }

  /** Nothing waits any more. */
  #giveUp(): void {
    this.flush();
    this.#state = 'none';
  }

  /** Numbers are behind their values: what is held follows this one. */
  #begin(held: readonly Reading[], label: number, stride: number): void {
    this.#state = 'late';
    this.#held = [];
    this.#stride = stride;
    this.#label = label;
    for (const each of held) this.#takeLate(each);
  }

  #takeLabelled(reading: Reading): void {
    const first = this.#first!;
    this.#hold(reading);
    if (!isLabel(reading) || reading.template !== first.template) return;
    const held = this.#held;
    const behind = held.slice(held.indexOf(first) + 1);
    const isLate = reading.epoch > first.epoch && this.#isEarly(behind);
    const stride = reading.epoch - first.epoch;
    if (isLate) this.#begin(held, first.epoch - stride, stride);
    else this.flush();
  }

  /** Whether readings between two numbers are like those in front of the first: one that is told, or several steps. */
  #isEarly(behind: readonly Reading[]): boolean {
    const early = behind.filter(each => this.#waits(each));
    return early.some(each => !printsStep(each)) || early.filter(printsStep).length > 1;
  }

  #takeLate(reading: Reading): void {
    if (this.#waits(reading)) {
      if (printsStep(reading)) this.#pass({ ...reading, epoch: this.#label + this.#stride });
      else this.#hold(reading);
      return;
    }
    if (isLabel(reading)) {
      this.#label = reading.epoch;
      const held = this.#held;
      this.#held = [];
      for (const each of held) this.#pass({ ...each, epoch: reading.epoch });
    }
    this.#pass(reading);
  }

  #waits(reading: Reading): boolean {
    return mayBeEarly(reading) && this.#early.has(reading.template);
  }

  #hold(reading: Reading): void {
    if (!Number.isNaN(reading.step)) this.#steps++;
    if (this.#held.push(reading) > MOST_HELD || this.#steps > MOST_STEPS) this.flush();
  }

  #pass(reading: Reading): void {
    if (reading.template.names.length > 0) this.#give(reading);
  }
}

/** Whether a line prints values and no epoch. */
function mayBeEarly({ template }: Reading): boolean {
  return template.plan.epoch === null && template.names.length > 0;
}

function printsStep({ template }: Reading): boolean {
  return template.plan.step !== null;
}

/** Whether a line prints the number of an epoch and nothing else. */
function announces({ template: { plan } }: Reading): boolean {
  return plan.announces;
}

/** Whether it says that the epoch is over. */
function isOver(reading: Reading): boolean {
  return announces(reading) && reading.template.plan.ends === true;
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
