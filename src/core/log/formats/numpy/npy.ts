/** What is drawn of an array: its rows, of several numbers the mean. */
export interface Rows {
  readonly values: Float64Array;
  /** Numbers in a row. */
  readonly width: number;
}

const MAGIC = '\x93NUMPY';
/** Numbers of an array that are read; what is longer is data. */
const MOST = 16_777_216;
const LONGEST_HEADER = 65_536;

/** How one number is read. */
type Reader = (view: DataView, at: number, little: boolean) => number;

const READERS: Readonly<Record<string, Reader>> = {
  f2: (view, at, little) => half(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  b1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
};

/** The header of an array (numpy.lib.format, versions 1 to 3). */
interface Header {
  readonly type: string;
  readonly little: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly from: number;
}

/** Whether bytes are the beginning of an array. */
export function isNpy(bytes: Uint8Array): boolean {
  for (let at = 0; at < MAGIC.length; at++) if (bytes[at] !== MAGIC.charCodeAt(at)) return false;
  return bytes.length >= 12;
}

/** `null`: what the array holds are no numbers (Python objects, text), or not of one or two axes. */
export function headerOf(bytes: Uint8Array): Header | null {
  if (!isNpy(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const old = bytes[6] === 1;
  const start = old ? 10 : 12;
  const from = start + (old ? view.getUint16(8, true) : view.getUint32(8, true));
  if (from > bytes.length || from > LONGEST_HEADER) return null;
  return headerIn(new TextDecoder('latin1').decode(bytes.subarray(start, from)), from);
}

/** The header is a Python dict that NumPy always writes alike. */
function headerIn(text: string, from: number): Header | null {
  const [, order, type = ''] = /'descr': *'([<>|=])([fiub][1248])'/.exec(text) ?? [];
  const axes = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1]?.match(/\d+/g) ?? [];
  if (READERS[type] === undefined || axes.length < 1 || axes.length > 2) return null;
  const fortran = /'fortran_order': *True/.test(text);
  return { type, little: order !== '>', fortran, shape: axes.map(Number), from };
}

/** The rows of an array; of one that was cut, those that are whole. `null`: it holds no rows of numbers. */
export function rowsOf(bytes: Uint8Array): Rows | null {
  const header = headerOf(bytes);
  if (header === null) return null;
  const [rows = 0, width = 1] = header.shape;
  const there = Math.floor((bytes.length - header.from) / Number(header.type.slice(1)));
  // Stored by columns, no row is whole before the last column is.
  const whole = Math.min(rows, Math.floor(there / Math.max(1, width)));
  if (width < 1 || rows * width > MOST || (header.fortran && whole < rows)) return null;
  return { values: meansOf(bytes, header, whole), width };
}

function meansOf(bytes: Uint8Array, header: Header, whole: number): Float64Array {
  const [rows = 0, width = 1] = header.shape;
  const view = new DataView(bytes.buffer, bytes.byteOffset + header.from);
  const read = READERS[header.type]!;
  const size = Number(header.type.slice(1));
  return Float64Array.from({ length: whole }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      const index = header.fortran ? column * rows + row : row * width + column;
      sum += read(view, index * size, header.little);
    }
    return sum / width;
  });
}

/** A number of 16 bits (IEEE 754 binary16). */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
