import type { Split } from '../../format';
import type { Reading } from './reading';
import type { Template } from './template';

/** Templates remembered: a log has few lines of this kind. */
const MOST = 200;

/** The first line of its kind, until a second one tells what it is of. */
interface First {
  readonly reading: Reading;
  readonly said: Split | null;
}

/**
 * Lines without a sign of their own that follow lines with one (`Training loss: 0.5`, `Accuracy: 0.8`, `Validation loss: 0.6`,
 * `Accuracy: 0.7`): where the same line stands behind both in one epoch, each is of what the line before it is of.
 */
export class Followers {
  readonly #give: (reading: Reading) => void;
  readonly #first = new Map<Template, First>();
  readonly #kinds = new Map<Template, 'plain' | 'after'>();
  #before: Template | null = null;
  #epoch = NaN;

  constructor(give: (reading: Reading) => void) {
    this.#give = give;
  }

  /** A line with values was read, of this epoch (NaN: none). */
  pass(template: Template, epoch: number): void {
    if (template.says !== null) {
      this.#before = template;
      this.#epoch = epoch;
    }
  }

  /** Whether a line of this template in no section may be of what stands before it. */
  mayFollow(template: Template): boolean {
    return template.isUnsigned && this.#kinds.get(template) !== 'plain';
  }

  take(reading: Reading): void {
    const { template, epoch } = reading;
    const said = Object.is(epoch, this.#epoch) ? (this.#before?.says ?? null) : null;
    if (this.#kinds.get(template) === 'after') this.#give({ ...reading, section: said });
    else if (!this.#first.has(template) && said !== null && this.#first.size < MOST)
      this.#first.set(template, { reading, said });
    else this.#decide(reading, said);
  }

  /** Whether nothing is held. */
  get isEmpty(): boolean {
    return this.#first.size === 0;
  }

  #decide(reading: Reading, said: Split | null): void {
    const { template, epoch } = reading;
    const first = this.#first.get(template);
    const isAfter = first !== undefined && said !== null && differ(first, said, epoch);
    this.#kinds.set(template, isAfter ? 'after' : 'plain');
    if (first !== undefined) this.#release(first, isAfter);
    this.#give(isAfter ? { ...reading, section: said } : reading);
  }

  /** Gives what waits: the log has ended, or another run begins. */
  flush(): void {
    for (const first of [...this.#first.values()]) this.#release(first, false);
  }

  #release({ reading, said }: First, isAfter: boolean): void {
    this.#first.delete(reading.template);
    this.#give(isAfter ? { ...reading, section: said } : reading);
  }
}

function differ({ reading, said }: First, other: Split, epoch: number): boolean {
  return Object.is(reading.epoch, epoch) && said !== other;
}
