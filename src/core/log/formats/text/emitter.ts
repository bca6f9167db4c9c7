import type { LogSink, RecordShape } from '../../format';
import { Claims, type Place } from './claims';
import { LateLabels } from './lateLabels';

/** A record that is understood but perhaps not yet certain: a bar that may be drawn again. */
export interface Reading extends Place {
  /** Values of the template's columns. */
  readonly values: readonly number[];
}

/** Records without any counter kept until the log shows that it is of a training. */
const MOST_HELD = 20_000;

/** Gives readings to the sink as records: keeps equal names of different lines apart, and waits for evidence of a training. */
export class Emitter {
  readonly #sink: LogSink;
  readonly #onRecord: () => void;
  readonly #claims = new Claims();
  readonly #late = new LateLabels(reading => this.#settle(reading));
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

  /** A reading without columns only tells the epoch that a line prints. */
  emit(reading: Reading): void {
    if (this.#trusted) this.#late.take(reading);
    else if (this.#held.length < MOST_HELD) this.#held.push(reading);
  }

  /** Gives what waits for more of the log: it has ended, or another run begins. */
  flush(): void {
    this.#late.flush();
  }

  #settle(reading: Reading): void {
    const { template, epoch, step, section } = reading;
    this.#claims.settle(reading);
    const shape = template.shape(!Number.isNaN(epoch), !Number.isNaN(step), section);
    this.#give(shape, reading);
  }

  #give(shape: RecordShape, reading: Reading): void {
    const { epoch, step, values, line } = reading;
    if (this.#buffer.length < values.length + 2) this.#buffer = new Float64Array(values.length * 2);
    let at = 0;
    if (!Number.isNaN(epoch)) this.#buffer[at++] = epoch;
    if (!Number.isNaN(step)) this.#buffer[at++] = step;
    for (let index = 0; index < values.length; index++) this.#buffer[at++] = values[index]!;
    this.#sink.record(shape, this.#buffer, line);
    this.#sink.explain?.record(reading.template);
    this.#count++;
    this.#onRecord();
  }
}
