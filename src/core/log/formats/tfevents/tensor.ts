import { bfloatOf, doubleAt, Fields, floatAt, halfOf, integerAt } from '../../bytes/fields';

/** How one number of a TensorFlow type stands in `tensor_content`. */
interface Kind {
  readonly size: number;
  read(bytes: Uint8Array, at: number): number;
}

const integer = (size: number, isSigned: boolean): Kind => ({
  size,
  read: (bytes, at) => integerAt(bytes, at, size, isSigned),
});
const UINT8 = integer(1, false);

/** By number in TensorFlow's `DataType`; strings, complex and quantized numbers are no scalars to draw. */
const KINDS = new Map<number, Kind>([
  [1, { size: 4, read: floatAt }],
  [2, { size: 8, read: doubleAt }],
  [3, integer(4, true)],
  [4, UINT8],
  [5, integer(2, true)],
  [6, integer(1, true)],
  [9, integer(8, true)],
  [10, UINT8],
  [14, { size: 2, read: (bytes, at) => bfloatOf(integerAt(bytes, at, 2, false)) }],
  [17, integer(2, false)],
  [19, { size: 2, read: (bytes, at) => halfOf(integerAt(bytes, at, 2, false)) }],
  [22, integer(4, false)],
  [23, integer(8, false)],
]);
const BFLOAT16 = 14;

/** Numbers of the fields of `TensorProto`, and of its shape. Source: `tensor.proto`, `tensor_shape.proto` of TensorFlow. */
const DTYPE = 1;
const SHAPE = 2;
const CONTENT = 4;
const FLOATS = 5;
const DOUBLES = 6;
/** int_val, int64_val, bool_val, uint32_val, uint64_val. */
const INTEGERS = new Set([7, 10, 11, 16, 17]);
const HALVES = 13;
const DIMENSION = (2 << 3) | 2;
const DIMENSION_SIZE = 1 << 3;

const fields = new Fields();
const inner = new Fields();
const dimension = new Fields();

/** What a field of a tensor says of its values: the one, `null`: not exactly one, `undefined`: nothing. */
type Found = number | null | undefined;

/**
 * The number that a `TensorProto` in `bytes[from, to)` holds; `null` where it is no number, or not exactly one.
 * Where no value is written it is 0, as TensorFlow has it.
 */
export function scalarOf(bytes: Uint8Array, from: number, to: number): number | null {
  let type = 0;
  let value: Found = undefined;
  fields.open(bytes, from, to);
  while (fields.next()) {
    if (fields.key === DTYPE << 3) type = fields.varint;
    else {
      const found = valueOf(bytes, type);
      if (found !== undefined) value = value === undefined ? found : null;
    }
  }
  return fields.isBroken || !KINDS.has(type) || value === null ? null : (value ?? 0);
}

/** What the current field of the tensor says. */
function valueOf(bytes: Uint8Array, type: number): Found {
  const { key, from, to } = fields;
  switch (key >> 3) {
    case SHAPE:
      return isSingle(bytes, from, to) ? undefined : null;
    case CONTENT:
      return contentOf(bytes, from, to, type);
    case FLOATS:
      return to - from === 4 ? floatAt(bytes, from) : null;
    case DOUBLES:
      return to - from === 8 ? doubleAt(bytes, from) : null;
    case HALVES:
      return halfIn(bytes, type);
    default:
      return INTEGERS.has(key >> 3) ? integerIn(bytes) : undefined;
  }
}

/** Whether a shape is that of one number: no dimension, or only such of 1. */
function isSingle(bytes: Uint8Array, from: number, to: number): boolean {
  let isOne = true;
  inner.open(bytes, from, to);
  while (inner.next()) {
    if (inner.key !== DIMENSION) continue;
    let size = 0;
    dimension.open(bytes, inner.from, inner.to);
    while (dimension.next()) if (dimension.key === DIMENSION_SIZE) size = dimension.varint;
    isOne &&= size === 1;
  }
  return isOne && !inner.isBroken;
}

/** Empty content says nothing: the values then stand in a list. */
function contentOf(bytes: Uint8Array, from: number, to: number, type: number): Found {
  if (to === from) return undefined;
  const kind = KINDS.get(type);
  return kind?.size === to - from ? kind.read(bytes, from) : null;
}

function halfIn(bytes: Uint8Array, type: number): number | null {
  const bits = integerIn(bytes);
  if (bits === null) return null;
  return type === BFLOAT16 ? bfloatOf(bits) : halfOf(bits);
}

/** The one integer of the current field: a varint, or a packed list of one. */
function integerIn(bytes: Uint8Array): number | null {
  const { key, from, to } = fields;
  if ((key & 7) === 0) return fields.varint;
  const length = to - from;
  if (length === 0 || length > 10) return null;
  // Behind the key of a varint field, a list of one is that field.
  const keyed = new Uint8Array(length + 1);
  keyed[0] = 8;
  keyed.set(bytes.subarray(from, to), 1);
  inner.open(keyed, 0, keyed.length);
  const value = inner.next() ? inner.varint : null;
  return inner.next() || inner.isBroken ? null : value;
}
