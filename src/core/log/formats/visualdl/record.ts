import { Fields, floatAt } from '../../bytes/fields';

/** Takes the scalars of a record: the bytes of its name, the step, milliseconds since 1970, the value. */
export interface ScalarListener {
  scalar(name: Uint8Array, step: number, milliseconds: number, value: number): void;
}

/** Keys of fields: number times 8 plus how it is written. Source: `visualdl/proto/record.proto`. */
const VALUES = (1 << 3) | 2;
const STEP = 1 << 3;
const TAG = (2 << 3) | 2;
const TIME = 3 << 3;
const VALUE = (4 << 3) | 5;
/** A line of a group, with a name of its own: `add_scalars`. */
const TAG_VALUE = (14 << 3) | 2;
const INNER = { tag: (1 << 3) | 2, value: (2 << 3) | 5 };
const SLASH = 0x2f;
/** A longer name is none. */
const LONGEST_NAME = 500;

const record = new Fields();
const value = new Fields();
const inner = new Fields();

/** Reads a `Record` in `bytes[from, to)`; whether all of it could be read. What is no scalar says nothing. */
export function readRecord(
  bytes: Uint8Array,
  from: number,
  to: number,
  listener: ScalarListener,
): boolean {
  let isWhole = true;
  record.open(bytes, from, to);
  while (record.next()) {
    if (record.key === VALUES) {
      isWhole = readValue(bytes, record.from, record.to, listener) && isWhole;
    }
  }
  return isWhole && !record.isBroken;
}

function readValue(bytes: Uint8Array, from: number, to: number, listener: ScalarListener): boolean {
  let [step, time, scalar] = [0, NaN, NaN];
  let isScalar = false;
  let tag: Uint8Array = new Uint8Array();
  value.open(bytes, from, to);
  while (value.next()) {
    switch (value.key) {
      case STEP:
        step = value.varint;
        break;
      case TAG:
        tag = bytes.subarray(value.from, value.to);
        break;
      case TIME:
        time = value.varint;
        break;
      case VALUE:
        scalar = floatAt(bytes, value.from);
        isScalar = true;
        break;
      case TAG_VALUE:
        ({ tag, scalar } = lineOf(bytes, value, tag));
        isScalar = true;
    }
  }
  if (isScalar && !value.isBroken) listener.scalar(tag, step, time, scalar);
  return !value.isBroken;
}

/** A line of a group is called after both. */
function lineOf(
  bytes: Uint8Array,
  place: Fields,
  group: Uint8Array,
): { tag: Uint8Array; scalar: number } {
  let tag = group;
  let scalar = 0;
  inner.open(bytes, place.from, place.to);
  while (inner.next()) {
    if (inner.key === INNER.value) scalar = floatAt(bytes, inner.from);
    else if (inner.key === INNER.tag && group.length + inner.to - inner.from <= LONGEST_NAME) {
      tag = Uint8Array.from([...group, SLASH, ...bytes.subarray(inner.from, inner.to)]);
    }
  }
  return { tag, scalar };
}
