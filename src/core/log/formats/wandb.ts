import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { isObject } from './json/flatten';
import { ObjectRecords } from './json/objectRecords';
import { parseJson } from './json/parse';
import { BlockRecords } from './wandb/blocks';
import { readRecord, type WandbListener } from './wandb/record';
import { Settings } from './wandb/settings';

/** What a file begins with, in the place of a part's header: name, magic number, version. */
const MAGIC = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe];
const FILE_HEADER = 7;
/** What W&B itself adds to a row begins with this. */
const STEP = '_step';
const DEEPEST = 8;

/** Reads the rows that a run logged; the line of a record is its number in the file. */
class WandbReader implements LogReader, WandbListener {
  readonly #sink: LogSink;
  readonly #blocks: BlockRecords;
  readonly #rows: ObjectRecords;
  readonly #settings: Settings;
  #record = 0;
  #isWhole = true;
  /** Introduced already; what comes again are corrections. */
  #isNamed = false;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    this.#rows = new ObjectRecords(head.path.slice(head.path.lastIndexOf('/') + 1), sink);
    this.#settings = new Settings(sink);
    this.#blocks = new BlockRecords(
      FILE_HEADER,
      (bytes, from, to, record) => this.#read(bytes, from, to, record),
      problem => sink.problem(problem),
    );
    if (!beginsAsWandb(head.bytes)) {
      sink.problem({ code: 'bad-record', line: 0, details: { record: 0, byte: 0 } });
    }
  }

  push(bytes: Uint8Array): void {
    this.#blocks.push(bytes);
  }

  end(): void {
    // Rows are given out as they are read.
  }

  #read(bytes: Uint8Array, from: number, to: number, record: number): boolean {
    this.#record = record;
    this.#isWhole = true;
    const isWhole = readRecord(bytes, from, to, this) && this.#isWhole;
    this.#settings.tellPlanned(record);
    return isWhole;
  }

  history(row: ReadonlyMap<string, string>, step: number): void {
    const values: [string, unknown][] = [[STEP, step]];
    // Their order changes from row to row: sorted, rows of one kind share a shape.
    for (const name of [...row.keys()].sort()) {
      const value = parseJson(row.get(name)!);
      if (value === undefined) this.#isWhole = false;
      else if (name === STEP) values[0] = [name, value];
      else values.push([name, numbersOf(value, 0)]);
    }
    this.#rows.add(Object.fromEntries(values), this.#record);
  }

  run(name: string): void {
    if (this.#isNamed) return;
    this.#isNamed = true;
    this.#sink.mark({ kind: 'run', name: name === '' ? null : name, line: this.#record });
  }

  setting(name: string, json: string): void {
    this.#settings.note(name, json, this.#record);
  }

  exit(code: number): void {
    const status = code === 0 ? 'finished' : 'interrupted';
    this.#sink.mark({ kind: 'status', status, line: this.#record });
  }
}

/** A logged value without pictures, tables and histograms, which say what they are by `_type`. */
function numbersOf(value: unknown, depth: number): unknown {
  if (!isObject(value)) return value;
  if ('_type' in value || depth === DEEPEST) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, numbersOf(inner, depth + 1)]),
  );
}

const beginsAsWandb = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/** The file that W&B writes beside its uploads, and that is all there is of an offline run. */
export const wandb: LogFormat = {
  id: 'wandb',
  growth: 'append',
  recognize: head => beginsAsWandb(head.bytes) || /\.wandb$/i.test(head.path),
  open: (head, sink) => new WandbReader(head, sink),
};
