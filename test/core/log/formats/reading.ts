import type {
  LogFormat,
  LogMark,
  LogProblem,
  LogSink,
  RecordShape,
} from '../../../../src/core/log/format';
import { HEAD_BYTES } from '../../../../src/core/log/format';
import { headOf } from '../../../../src/core/run/logReading';

/** A record as plain data: its fields as `role name (split)` with their values. */
export interface PlainRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, number>>;
}

/** Everything a reader said, in order. */
export interface Heard {
  readonly records: PlainRecord[];
  readonly marks: LogMark[];
  readonly problems: LogProblem[];
}

class Listener implements LogSink {
  readonly heard: Heard = { records: [], marks: [], problems: [] };

  record(shape: RecordShape, values: Float64Array, line: number): void {
    const fields = shape.fields.map(({ name, role, split }, at): [string, number] => {
      const told = split === null ? name : `${name} (${split})`;
      return [role === 'value' ? told : `${role}: ${told}`, values[at] ?? NaN];
    });
    this.heard.records.push({ line, fields: Object.fromEntries(fields) });
  }

  mark(mark: LogMark): void {
    this.heard.marks.push(mark);
  }

  problem(problem: LogProblem): void {
    this.heard.problems.push(problem);
  }
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Whether a format takes a file with this content. */
export function recognizes(format: LogFormat, path: string, content: string | Uint8Array): boolean {
  const bytes = bytesOf(content);
  const head = bytes.subarray(0, HEAD_BYTES);
  return format.recognize(headOf(path, head, head.length === bytes.length));
}

/** Reads content cut into parts of the given sizes; what is left comes as one part. */
export function read(
  format: LogFormat,
  path: string,
  content: string | Uint8Array,
  sizes: readonly number[] = [],
): Heard {
  const bytes = bytesOf(content);
  const head = bytes.subarray(0, HEAD_BYTES);
  const listener = new Listener();
  const reader = format.open(headOf(path, head, head.length === bytes.length), listener);
  // As the bytes of a large file come: each part where the one before was, which is gone then.
  const room = new Uint8Array(bytes.length);
  let from = 0;
  for (const size of [...sizes, bytes.length]) {
    const to = Math.min(bytes.length, from + size);
    room.set(bytes.subarray(from, to));
    reader.push(room.subarray(0, to - from));
    room.fill(88, 0, to - from);
    from = to;
  }
  reader.end();
  return listener.heard;
}
