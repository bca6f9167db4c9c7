import { numberAt } from '../../bytes/numberAt';
import { numberOf } from './numerals';
import type { LineShape } from './lineShape';
import { NUMBER, type LineScanner } from './scan';

/** Numbers per slot in a map: the kind, then the first run with the offset from its start, then the last with that from its end. */
const WIDTH = 5;
const DECIMAL = 0;
/** Thousands are grouped. */
const GROUPED = 1;
/** The same on every line of the shape: nan, inf, digits that are part of the shape. */
const FIXED = 2;

/** Where the numbers of the lines of one shape stand among their runs of digits. */
export interface SlotMap {
  readonly places: Int32Array;
  /** Values of the slots that never change. */
  readonly fixed: ReadonlyMap<number, number>;
  readonly count: number;
}

/** For lines whose numbers nobody asks for. */
export const NO_SLOTS: SlotMap = { places: new Int32Array(0), fixed: new Map(), count: 0 };

const COMMA = 44;
const one = new Float64Array(1);

/** The value in a slot of a line whose shape was just taken. */
export function valueAt(map: SlotMap, slot: number, bytes: Uint8Array, shape: LineShape): number {
  putValue(map, slot, bytes, shape, one, 0);
  return one[0]!;
}

/** Puts the value in a slot into `out[index]`: a number that is returned may be an object. */
export function putValue(
  map: SlotMap,
  slot: number,
  bytes: Uint8Array,
  shape: LineShape,
  out: Float64Array,
  index: number,
): void {
  const at = slot * WIDTH;
  const { places } = map;
  const kind = places[at]!;
  if (kind === FIXED) {
    out[index] = map.fixed.get(slot)!;
    return;
  }
  const from = shape.starts[places[at + 1]!]! + places[at + 2]!;
  const to = shape.ends[places[at + 3]!]! + places[at + 4]!;
  if (kind === GROUPED) {
    out[index] = numberOf(String.fromCharCode(...bytes.subarray(from, to)));
    return;
  }
  // What it may look at beyond the number makes it quick; what it may read beyond is seen by where it ends.
  if (numberAt(bytes, from, bytes.length, out, index) !== to) numberAt(bytes, from, to, out, index);
}

/** The first run of a plain number with the offset from its start, the last with that from its end; `null`: it is none. */
export function decimalPlace({ places }: SlotMap, slot: number): readonly number[] | null {
  const at = slot * WIDTH;
  return places[at] === DECIMAL ? [...places.subarray(at + 1, at + WIDTH)] : null;
}

/**
 * The map of a shape by its first line, which stands from `from` to `to` and was read by both `shape` and `scan`;
 * `null` where the two do not agree on a number.
 */
export function slotMapOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  shape: LineShape,
  scan: LineScanner,
): SlotMap | null {
  const offsets = offsetsOf(scan.text, to - from);
  if (offsets === null) return null;
  const map = {
    places: new Int32Array(scan.count * WIDTH),
    fixed: new Map<number, number>(),
    count: scan.count,
  };
  for (let slot = 0, run = 0; slot < scan.count; slot++) {
    const start = from + byteAt(offsets, scan.starts[slot]!);
    const end = from + byteAt(offsets, scan.ends[slot]!);
    while (run < shape.runs && shape.ends[run]! <= start) run++;
    const hasRun = run < shape.runs && shape.starts[run]! < end;
    if (scan.kinds[slot] === NUMBER && hasRun) {
      map.places.set(placeOf(bytes, start, end, run, shape), slot * WIDTH);
    } else {
      map.places[slot * WIDTH] = FIXED;
      map.fixed.set(slot, scan.value(slot));
    }
    if (!Object.is(valueAt(map, slot, bytes, shape), scan.value(slot))) return null;
  }
  return map;
}

/** How a number that stands from `start` to `end` is found again, given the first run of digits in it. */
function placeOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  run: number,
  shape: LineShape,
): readonly number[] {
  let last = run;
  while (last + 1 < shape.runs && shape.starts[last + 1]! < end) last++;
  const kind = bytes.subarray(start, end).includes(COMMA) ? GROUPED : DECIMAL;
  return [kind, run, start - shape.starts[run]!, last, end - shape.ends[last]!];
}

function byteAt(offsets: Int32Array, at: number): number {
  return offsets === ASCII ? at : offsets[at]!;
}

const ASCII = new Int32Array(0);

/** The byte at which each character begins; `ASCII` where that is its number, `null` where the bytes were no valid UTF-8. */
function offsetsOf(text: string, length: number): Int32Array | null {
  if (text.length === length) return ASCII;
  const offsets = new Int32Array(text.length + 1);
  let byte = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[at] = byte;
    const code = text.charCodeAt(at);
    // Either half of a pair of surrogates is two bytes of its four.
    if (code < 0x80) byte++;
    else byte += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  offsets[text.length] = byte;
  return byte === length ? offsets : null;
}
