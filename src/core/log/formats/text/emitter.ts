import type { LogSink, RecordShape, Split } from '../../format';
import type { Template } from './template';

/** A record that is understood but perhaps not yet certain: a bar that may be drawn again. */
export interface Reading {
  readonly template: Template;
  readonly epoch: number;
  readonly step: number;
  readonly section: Split | null;
  /** Values of the template's columns. */
  readonly values: readonly number[];
  readonly line: number;
}

/** Who printed a name last, and where. */
interface Claim {
  owner: Template;
  last: Template;
  epoch: number;
  step: number;
  line: number;
  /** Whether its owner prints it at one place again and again: then the place tells nothing. */
  repeated: boolean;
}

/** Lines within which two templates that print one name at one place print two things. */
const NEAR = 20;
/** Records without any counter kept until the log shows that it is of a training. */
const MOST_HELD = 20_000;
const MOST_CLAIMS = 20_000;

/** Gives readings to the sink as records: keeps equal names of different lines apart, and waits for evidence of a training. */
export class Emitter {
  readonly #sink: LogSink;
  readonly #onRecord: () => void;
  readonly #claims = new Map<string, Claim>();
  #held: Reading[] = [];
  #trusted = false;
  #buffer = new Float64Array(64);
  #count = 0;

  /** `onRecord` is called after each record. */
  constructor(sink: LogSink, onRecord: () => void) {
    this.#sink = sink;
    this.#onRecord = onRecord;
  }

  /** Records given to the sink. */
  get count(): number {
    return this.#count;
  }

  /** The log has shown that it is of a training: what was held is a record. */
  trust(): void {
    if (this.#trusted) return;
    this.#trusted = true;
    for (const reading of this.#held) this.emit(reading);
    this.#held = [];
  }

  emit(reading: Reading): void {
    if (!this.#trusted) {
      if (this.#held.length < MOST_HELD) this.#held.push(reading);
      return;
    }
    const { template, epoch, step, section } = reading;
    for (let column = 0; column < template.names.length; column++) this.#claim(reading, column);
    const shape = template.shape(!Number.isNaN(epoch), !Number.isNaN(step), section);
    this.#give(shape, reading);
  }

  #give(shape: RecordShape, reading: Reading): void {
    const { epoch, step, values, line } = reading;
    if (this.#buffer.length < values.length + 2) this.#buffer = new Float64Array(values.length * 2);
    let at = 0;
    if (!Number.isNaN(epoch)) this.#buffer[at++] = epoch;
    if (!Number.isNaN(step)) this.#buffer[at++] = step;
    for (const value of values) this.#buffer[at++] = value;
    this.#sink.record(shape, this.#buffer, line);
    this.#count++;
    this.#onRecord();
  }

  /** Where another template has just printed this name at this place, this one's is another thing: it gets its label. */
  #claim(reading: Reading, column: number): void {
    const { template, epoch, step, section, line } = reading;
    const split = template.splitOf(column, section) ?? '';
    for (let again = 0; again < 3; again++) {
      const name = template.names[column]!;
      const key = `${name}\n${split}`;
      const claim = this.#claims.get(key);
      if (claim === undefined) {
        if (this.#claims.size < MOST_CLAIMS)
          this.#claims.set(key, {
            owner: template,
            last: template,
            epoch,
            step,
            line,
            repeated: false,
          });
        return;
      }
      const same = isSame(claim, reading);
      if (same && claim.last === template && !(Number.isNaN(epoch) && Number.isNaN(step)))
        claim.repeated = true;
      if (!same || claim.repeated || claim.last === template || claim.owner === template) {
        Object.assign(claim, { last: template, epoch, step, line });
        return;
      }
      template.rename(column, labelled(template, column, again));
    }
  }
}

function isSame(claim: Claim, reading: Reading): boolean {
  return (
    reading.line - claim.line <= NEAR &&
    Object.is(claim.epoch, reading.epoch) &&
    Object.is(claim.step, reading.step)
  );
}

function labelled(template: Template, column: number, again: number): string {
  const { name, label } = template.plan.columns[column]!;
  // A star is no word: the name keeps its meaning.
  return again === 0 && label !== '' ? `${label}: ${name}` : `${name} ${'*'.repeat(again + 1)}`;
}
