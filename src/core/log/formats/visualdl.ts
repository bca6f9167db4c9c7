import { placeOf } from '../folders';
import type { LogFormat, LogHead, LogProblem, LogReader, LogSink } from '../format';
import { Moments } from './scalars/moments';
import { type RecordListener, RecordStream } from './scalars/recordStream';
import { Tags } from './scalars/tags';
import { framing } from './visualdl/framing';
import { readRecord, type ScalarListener } from './visualdl/record';

/** Reads the scalars of a VisualDL file; the line of a record is its number in the file. */
class VisualDlReader implements LogReader, RecordListener, ScalarListener {
  readonly #sink: LogSink;
  readonly #stream: RecordStream;
  readonly #tags: Tags;
  readonly #moments: Moments;
  #record = 0;
  #start = NaN;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    this.#tags = new Tags(placeOf(head.path).split);
    this.#moments = new Moments(sink);
    this.#stream = new RecordStream(framing, this);
  }

  push(bytes: Uint8Array): void {
    this.#stream.push(bytes);
  }

  end(): void {
    this.#moments.flush();
  }

  record(bytes: Uint8Array, from: number, to: number, record: number): boolean {
    this.#record = record;
    return readRecord(bytes, from, to, this);
  }

  problem(problem: LogProblem): void {
    this.#sink.problem(problem);
  }

  scalar(name: Uint8Array, step: number, milliseconds: number, value: number): void {
    const tag = this.#tags.of(name, 0, name.length);
    if (tag === null || tag.muted) return;
    const time = milliseconds / 1000;
    if (Number.isNaN(this.#start)) this.#start = time;
    this.#moments.at(step, time - this.#start, this.#record);
    if (tag.isEpoch) this.#moments.epoch(value);
    else this.#moments.add(tag, value, false);
  }
}

/** Every file is called so: the writer refuses other names. */
const NAME = /^vdlrecords\./;

/** The files that PaddlePaddle's VisualDL draws: their scalars. */
export const visualdl: LogFormat = {
  id: 'visualdl',
  growth: 'append',
  recognize: ({ bytes, path }) =>
    (bytes.length >= framing.header && framing.lengthAt(bytes, 0) >= 0) ||
    NAME.test(path.slice(path.lastIndexOf('/') + 1)),
  open: (head, sink) => new VisualDlReader(head, sink),
};
