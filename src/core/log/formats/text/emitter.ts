import type { LogSink } from '../../format';
import { Claims, type Place } from './claims';
import { putColumnValues } from './columnValues';
import { hasFallingLoss } from './fallingLoss';
import { LateLabels } from './lateLabels';
import type { LineNumbers } from './lineNumbers';
import type { Reading } from './reading';

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

  /** Whether a record may go straight to the sink: nothing is held or waits. */
  get isOpen(): boolean {
    return this.#trusted && this.#late.isOpen;
  }

  /** Whether `flush` would give nothing. */
  get isSettled(): boolean {
    return this.#late.isEmpty;
  }

  /** Gives the values of the line at hand to the sink, where nothing is held: makes no objects. */
  record(place: Place, numbers: LineNumbers): void {
    const at = this.#begin(place);
    putColumnValues(place.template, false, numbers, this.#buffer, at);
    this.#end(place);
  }

  /** Gives the steps that wait for an epoch: the log says that its training is over. */
  close(): void {
    this.#late.close();
  }

  /** Gives what waits for more of the log: it has ended, or another run begins. */
  flush(): void {
    if (!this.#trusted && hasFallingLoss(this.#held)) this.trust();
    this.#late.flush();
  }

  #settle(reading: Reading): void {
    const at = this.#begin(reading);
    this.#buffer.set(reading.values, at);
    this.#end(reading);
  }

  /** Settles the names of a record and puts its counters into the buffer; where its values begin there. */
  #begin(place: Place): number {
    this.#claims.settle(place);
    const { length } = place.template.names;
    if (this.#buffer.length < length + 2) this.#buffer = new Float64Array(length * 2);
    let at = 0;
    if (!Number.isNaN(place.epoch)) this.#buffer[at++] = place.epoch;
    if (!Number.isNaN(place.step)) this.#buffer[at++] = place.step;
    return at;
  }

  #end({ template, epoch, step, section, line }: Place): void {
    const shape = template.shape(!Number.isNaN(epoch), !Number.isNaN(step), section);
    this.#sink.record(shape, this.#buffer, line);
    this.#sink.explain?.record(template);
    this.#count++;
    this.#onRecord();
  }
}
