import { meaningOfFile, stemOf } from '../fileName';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { mayHoldCurves, type NamedArray, recordArrays } from './numpy/arrayRecords';
import { headerOf, isNpy, rowsOf } from './numpy/npy';
import { entriesOf, isZip, namesIn, unpack, type ZipEntry } from './numpy/zip';

/** Bytes kept, packed and unpacked: curves are small, and what is larger holds something else. */
const LARGEST = 67_108_864;

const arrayName = (name: string): string => name.replace(/\.npy$/, '');

/** Collects the file; its directory is at its end. */
class ArraysReader implements LogReader {
  readonly #head: LogHead;
  readonly #sink: LogSink;
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  constructor(head: LogHead, sink: LogSink) {
    this.#head = head;
    this.#sink = sink;
  }

  push(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length <= LARGEST) this.#parts.push(bytes.slice());
  }

  end(): void {
    if (this.#length > LARGEST) {
      this.#sink.problem({ code: 'too-large', line: 0, details: { bytes: LARGEST } });
      return;
    }
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#parts.length = 0;
    const { path } = this.#head;
    const arrays = isNpy(bytes) ? this.#single(bytes) : this.#several(bytes);
    recordArrays(arrays, path, this.#sink);
  }

  #single(bytes: Uint8Array): NamedArray[] {
    const rows = rowsOf(bytes);
    if (rows === null) return [];
    if (rows.values.length < (headerOf(bytes)?.shape[0] ?? 0)) {
      this.#sink.problem({ code: 'truncated', line: 0, details: {} });
    }
    return [{ ...rows, name: stemOf(this.#head.path) }];
  }

  #several(bytes: Uint8Array): NamedArray[] {
    const arrays: NamedArray[] = [];
    const entries = entriesOf(bytes);
    let room = LARGEST;
    for (let record = 1; ; record++) {
      const next = entries.next();
      if (next.done === true) {
        if (next.value !== null) this.#sink.problem(next.value);
        return arrays;
      }
      room -= next.value.size;
      const array = room < 0 ? null : this.#array(next.value, record);
      if (room < 0) {
        this.#sink.problem({ code: 'too-large', line: 0, details: { bytes: LARGEST } });
        return arrays;
      }
      if (array !== null) arrays.push(array);
    }
  }

  #array(entry: ZipEntry, record: number): NamedArray | null {
    const bytes = unpack(entry);
    if (bytes === null) {
      const details = { record, byte: entry.at };
      this.#sink.problem({ code: 'bad-record', line: 0, details });
      return null;
    }
    const rows = rowsOf(bytes);
    return rows && { ...rows, name: arrayName(entry.name) };
  }
}

/** NumPy's arrays: one (`.npy`) called like a measure, or several (`.npz`) as Stable-Baselines3's evaluations are. */
export const numpy: LogFormat = {
  id: 'numpy',
  growth: 'rewrite',
  recognize({ bytes, path }) {
    if (isNpy(bytes)) return headerOf(bytes) !== null && meaningOfFile(path).kind === 'measure';
    if (!isZip(bytes)) return false;
    const names = namesIn(bytes).filter(name => name.endsWith('.npy'));
    return mayHoldCurves(names.map(arrayName));
  },
  open: (head, sink) => new ArraysReader(head, sink),
};
