import { detectEncoding } from '../encoding';
import { meaningOfFile, stemOf } from '../fileName';
import { placeOf } from '../folders';
import type { LogFormat, LogHead, LogReader, LogSink, RecordField, RecordShape } from '../format';
import { LineReader } from '../lines';

/** Milliseconds since 1970, the value as Python prints it, the step (which the oldest stores lack). */
const LINE = /^(\d{13}) ([-+]?(?:\d[\d.]*(?:e[-+]?\d+)?|inf|nan))(?: (-?\d{1,15}))?$/i;
/** Lines of the head looked at. */
const SAMPLE = 20;
/** More values than this without a step are of something smaller than an epoch. */
const MOST_EPOCHS = 5_000;
/** Lines of one step that wait for another one; so many are never of one moment. */
const MOST_HELD = 100_000;

const axis = (name: string, role: 'time' | 'step'): RecordField => ({ name, role, split: null });

/** A line, in the order of a record with a step. */
function numbersIn(line: string): Float64Array | null {
  const found = LINE.exec(line);
  if (found === null) return null;
  const [, time, value = '', step] = found;
  return Float64Array.of(
    Number(time) / 1000,
    step === undefined ? NaN : Number(step),
    numberIn(value),
  );
}

function numberIn(value: string): number {
  if (/inf$/i.test(value)) return value.startsWith('-') ? -Infinity : Infinity;
  return Number(value);
}

interface Held {
  readonly numbers: Float64Array;
  readonly line: number;
}

/** Reads the file of one metric. Lines wait as long as all have one step: where the caller named none, the order counts. */
class MetricReader implements LogReader {
  readonly #sink: LogSink;
  readonly #lines: LineReader;
  readonly #shape: RecordShape;
  readonly #uncounted: RecordShape;
  #held: Held[] | null = [];
  /** Whether the steps of the lines count, not their order. */
  #isCounted = true;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    const name = placeOf(head.path).series ?? stemOf(head.path);
    const value: RecordField = { name, role: 'value', split: null };
    this.#shape = { fields: [axis('timestamp', 'time'), axis('step', 'step'), value] };
    this.#uncounted = { fields: [axis('timestamp', 'time'), value] };
    this.#lines = new LineReader((text, line) => this.#line(text, line), {
      encoding: detectEncoding(head.bytes),
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#count();
  }

  #line(text: string, line: number): void {
    if (text.trim() === '') return;
    const numbers = numbersIn(text);
    if (numbers === null) {
      this.#sink.problem({ code: 'bad-row', line, details: {} });
      return;
    }
    const held = this.#held;
    if (held === null) this.#record(numbers, line);
    else if (held.length === 0 || Object.is(held[0]!.numbers[1], numbers[1])) {
      held.push({ numbers, line });
      if (held.length === MOST_HELD) this.#count();
    } else {
      this.#release();
      this.#record(numbers, line);
    }
  }

  /** From the first line on the order counts, if all so far stand at one step. */
  #count(): void {
    if (this.#held !== null && this.#held.length > 1) {
      this.#isCounted = false;
      if (this.#held.length <= MOST_EPOCHS)
        this.#sink.mark({ kind: 'unit', unit: 'epoch', line: 1 });
    }
    this.#release();
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { numbers, line } of held) this.#record(numbers, line);
  }

  #record(numbers: Float64Array, line: number): void {
    if (this.#isCounted) this.#sink.record(this.#shape, numbers, line);
    else this.#sink.record(this.#uncounted, Float64Array.of(numbers[0]!, numbers[2]!), line);
  }
}

/** A metric in MLflow's file store (`mlruns/<experiment>/<run>/metrics/<name>`). Samples of the machine's load are none. */
export const mlflowMetric: LogFormat = {
  id: 'mlflow',
  growth: 'append',
  recognize(head) {
    const { series } = placeOf(head.path);
    if (series?.startsWith('system/') === true) return false;
    const lines = head.text.split(/\r?\n/, SAMPLE + 1);
    const whole = (head.complete ? lines : lines.slice(0, -1)).filter(line => line !== '');
    if (whole.length === 0 || !whole.every(line => numbersIn(line) !== null)) return false;
    return series !== undefined || meaningOfFile(head.path).kind === 'measure';
  },
  open: (head, sink) => new MetricReader(head, sink),
};
