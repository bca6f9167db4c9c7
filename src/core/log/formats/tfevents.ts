import { doubleAt } from '../bytes/fields';
import { placeOf } from '../folders';
import type { LogFormat, LogHead, LogProblem, LogReader, LogSink } from '../format';
import { isEventFileName } from '../logName';
import { type EventListener, readEvent } from './tfevents/event';
import { framing } from './tfevents/framing';
import { PlainEvent } from './tfevents/plainEvent';
import { Moments } from './scalars/moments';
import { type RecordListener, RecordStream } from './scalars/recordStream';
import { type Tag, Tags } from './scalars/tags';

/** Lightning writes this tag with this value where there is no metric to compare settings by. */
const PLACEHOLDER = { name: 'hp_metric', value: -1 };

/** Reads the scalars of an event file; the line of a record is the number of its event in the file. */
class EventReader implements LogReader, RecordListener, EventListener {
  readonly #sink: LogSink;
  readonly #stream: RecordStream;
  readonly #tags: Tags;
  readonly #moments: Moments;
  readonly #plain = new PlainEvent();
  readonly #explain: LogSink['explain'];
  #record = 0;
  #start = NaN;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    // Not the name of the file: it ends in that of a machine, which may be called "test".
    this.#tags = new Tags(placeOf(head.path).split);
    this.#moments = new Moments(sink);
    this.#explain = sink.explain;
    this.#stream = new RecordStream(framing, this);
  }

  push(bytes: Uint8Array): void {
    this.#stream.push(bytes);
  }

  end(): void {
    this.#moments.flush();
    if (this.#explain) this.#tags.explain(this.#explain);
  }

  record(bytes: Uint8Array, from: number, to: number, record: number): boolean {
    this.#record = record;
    const plain = this.#plain;
    if (!plain.read(bytes, from, to)) return readEvent(bytes, from, to, this);
    if (plain.step !== this.#moments.step) this.event(doubleAt(bytes, plain.timeAt), plain.step);
    this.value(bytes, plain.tagFrom, plain.tagTo, plain.value, plain.isTensor);
    return true;
  }

  problem(problem: LogProblem): void {
    this.#sink.problem(problem);
  }

  event(time: number, step: number): void {
    if (Number.isNaN(this.#start)) this.#start = time;
    this.#moments.at(step, time - this.#start, this.#record);
  }

  value(bytes: Uint8Array, from: number, to: number, value: number, isTensor: boolean): void {
    const tag = this.#tags.of(bytes, from, to);
    if (tag === null || tag.muted) return;
    if (tag.name === PLACEHOLDER.name && value === PLACEHOLDER.value) return;
    if (tag.isEpoch) this.#moments.epoch(value);
    else this.#moments.add(tag, value, isTensor);
  }

  mute(bytes: Uint8Array, from: number, to: number): void {
    const tag: Tag | null = this.#tags.of(bytes, from, to);
    if (tag !== null) tag.muted = true;
  }
}

/** Whether a file begins with a record that is an event: `wall_time` is what every event begins with. */
function beginsWithEvent(bytes: Uint8Array): boolean {
  return bytes.length > 12 && framing.lengthAt(bytes, 0) >= 9 && bytes[12] === 0x09;
}

/** TensorBoard event files: the scalars that TensorFlow 1 and 2, PyTorch and others write. */
export const tfevents: LogFormat = {
  id: 'tfevents',
  growth: 'append',
  recognize: head => beginsWithEvent(head.bytes) || isEventFileName(head.path),
  open: (head, sink) => new EventReader(head, sink),
};
