import { Fields } from '../../bytes/fields';

/** Takes what one record of a W&B file says. */
export interface WandbListener {
  /** A logged row: names with their JSON, in no order, and the step it was logged at. */
  history(row: ReadonlyMap<string, string>, step: number): void;
  /** The run is introduced; `''`: without a name. */
  run(name: string): void;
  /** A setting of the training, as JSON. */
  setting(name: string, json: string): void;
  /** The program ended; 0: of itself. */
  exit(code: number): void;
}

/** Keys of fields: number times 8 plus how it is written. Source: `wandb_internal.proto`. */
const HISTORY = (2 << 3) | 2;
const CONFIG = (5 << 3) | 2;
const RUN = (17 << 3) | 2;
const EXIT = (18 << 3) | 2;
const ROW = { item: (1 << 3) | 2, step: (2 << 3) | 2 };
const STEP_NUMBER = 1 << 3;
const ITEM = { key: (1 << 3) | 2, part: (2 << 3) | 2, json: (16 << 3) | 2 };
const RUN_CONFIG = (4 << 3) | 2;
const RUN_NAME = (8 << 3) | 2;
const UPDATE = (1 << 3) | 2;
const EXIT_CODE = 1 << 3;

const record = new Fields();
const row = new Fields();
const item = new Fields();
const inner = new Fields();
const decoder = new TextDecoder();

const textOf = (bytes: Uint8Array, { from, to }: Fields): string =>
  decoder.decode(bytes.subarray(from, to));

/** Reads a `Record` in `bytes[from, to)`; whether all of it could be read. Other kinds of records say nothing. */
export function readRecord(
  bytes: Uint8Array,
  from: number,
  to: number,
  listener: WandbListener,
): boolean {
  let isWhole = true;
  record.open(bytes, from, to);
  while (record.next()) {
    switch (record.key) {
      case HISTORY:
        isWhole = readRow(bytes, record.from, record.to, listener) && isWhole;
        break;
      case CONFIG:
        isWhole = readConfig(bytes, record.from, record.to, listener) && isWhole;
        break;
      case RUN:
        isWhole = readRun(bytes, record.from, record.to, listener) && isWhole;
        break;
      case EXIT:
        listener.exit(numberIn(bytes, EXIT_CODE, record));
    }
  }
  return isWhole && !record.isBroken;
}

function readRow(bytes: Uint8Array, from: number, to: number, listener: WandbListener): boolean {
  const values = new Map<string, string>();
  let step = 0;
  row.open(bytes, from, to);
  while (row.next()) {
    if (row.key === ROW.item) readItem(bytes, row, (name, json) => values.set(name, json));
    else if (row.key === ROW.step) step = numberIn(bytes, STEP_NUMBER, row);
  }
  listener.history(values, step);
  return !row.isBroken;
}

/** A name, or the names of a nested one, and the value as JSON. */
function readItem(
  bytes: Uint8Array,
  place: Fields,
  found: (name: string, json: string) => void,
): void {
  let key = '';
  let json = '';
  item.open(bytes, place.from, place.to);
  while (item.next()) {
    if (item.key === ITEM.key) key = textOf(bytes, item);
    else if (item.key === ITEM.part) {
      const part = textOf(bytes, item);
      key = key === '' ? part : `${key}/${part}`;
    } else if (item.key === ITEM.json) json = textOf(bytes, item);
  }
  found(key, json);
}

function readRun(bytes: Uint8Array, from: number, to: number, listener: WandbListener): boolean {
  let name = '';
  let isWhole = true;
  row.open(bytes, from, to);
  while (row.next()) {
    if (row.key === RUN_NAME) name = textOf(bytes, row);
    else if (row.key === RUN_CONFIG) {
      isWhole = readConfig(bytes, row.from, row.to, listener) && isWhole;
    }
  }
  listener.run(name);
  return isWhole && !row.isBroken;
}

function readConfig(bytes: Uint8Array, from: number, to: number, listener: WandbListener): boolean {
  inner.open(bytes, from, to);
  while (inner.next()) {
    if (inner.key !== UPDATE) continue;
    readItem(bytes, inner, (name, json) => listener.setting(name, json));
  }
  return !inner.isBroken;
}

/** The integer that a message holds under a key; 0 where it is not written. */
function numberIn(bytes: Uint8Array, key: number, place: Fields): number {
  let value = 0;
  item.open(bytes, place.from, place.to);
  while (item.next()) if (item.key === key) value = item.varint;
  return value;
}
