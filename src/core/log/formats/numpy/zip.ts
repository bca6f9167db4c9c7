import { inflateSync } from 'fflate';
import { crc32 } from '../../bytes/crc';
import type { LogProblem } from '../../format';

/** A file in an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly checkSum: number;
  /** Where the entry begins. */
  readonly at: number;
}

/** Where an entry is, by its local header or by the directory at the end. */
interface Place {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly checkSum: number;
  readonly at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
/** A comment may follow the end of the directory. */
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 1000;
const WIDE = 0xffffffff;

/** Whether bytes are the beginning of an archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > LOCAL_LENGTH && viewOf(bytes).getUint32(0, true) === LOCAL;
}

/** The names of the files whose headers stand in the beginning of an archive. */
export function namesIn(head: Uint8Array): readonly string[] {
  return localPlaces(head).map(place => place.name);
}

/** The files of an archive (PKWARE APPNOTE 4.3); of one that was cut, those that are whole. */
export function* entriesOf(bytes: Uint8Array): Generator<ZipEntry, LogProblem | null> {
  const directory = centralPlaces(bytes);
  const view = viewOf(bytes);
  let cut = directory === null;
  for (const place of (directory ?? localPlaces(bytes)).slice(0, MOST_ENTRIES)) {
    const { at, packedSize } = place;
    if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) {
      cut = true;
      continue;
    }
    const from = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (from + packedSize > bytes.length) cut = true;
    else yield { ...place, packed: bytes.subarray(from, from + packedSize) };
  }
  return cut ? { code: 'truncated', line: 0, details: {} } : null;
}

/** Unpacks a file; `null`: its bytes are not what was packed. Never more than its `size` bytes. */
export function unpack({ method, packed, size, checkSum }: ZipEntry): Uint8Array | null {
  if (method !== 0 && method !== 8) return null;
  try {
    const bytes = method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(size) });
    return bytes.length === size && crc32(bytes, 0, bytes.length) === checkSum ? bytes : null;
  } catch {
    return null;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function localPlaces(bytes: Uint8Array): Place[] {
  const view = viewOf(bytes);
  const places: Place[] = [];
  let at = 0;
  while (at + LOCAL_LENGTH <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const nameLength = view.getUint16(at + 26, true);
    const extraLength = view.getUint16(at + 28, true);
    const from = at + LOCAL_LENGTH;
    if (from + nameLength + extraLength > bytes.length || places.length >= MOST_ENTRIES) break;
    const sizes = [view.getUint32(at + 22, true), view.getUint32(at + 18, true)];
    const [size, packedSize] = widened(view, from + nameLength, extraLength, sizes);
    const place = {
      name: nameAt(bytes, from, nameLength),
      at,
      size: size!,
      packedSize: packedSize!,
    };
    const [method, checkSum] = [view.getUint16(at + 8, true), view.getUint32(at + 14, true)];
    places.push({ ...place, method, checkSum });
    at = from + nameLength + extraLength + packedSize!;
  }
  return places;
}

/** `null`: there is no directory, since the end of the file is missing. */
function centralPlaces(bytes: Uint8Array): Place[] | null {
  const view = viewOf(bytes);
  let end = bytes.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) return null;
  const places: Place[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + CENTRAL_LENGTH <= end && view.getUint32(at, true) === CENTRAL) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const from = at + CENTRAL_LENGTH;
    if (from + nameLength + extraLength > end || places.length >= MOST_ENTRIES) break;
    const sizes = [24, 20, 42].map(offset => view.getUint32(at + offset, true));
    const [size, packedSize, local] = widened(view, from + nameLength, extraLength, sizes);
    const [method, checkSum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    const name = nameAt(bytes, from, nameLength);
    places.push({ name, method, checkSum, size: size!, packedSize: packedSize!, at: local! });
    at = from + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return places;
}

/** Numbers that did not fit stand, in their order, in the extra field 1 (Zip64). */
function widened(view: DataView, from: number, length: number, numbers: number[]): number[] {
  let at = from;
  while (at + 4 <= from + length && view.getUint16(at, true) !== 1) {
    at += 4 + view.getUint16(at + 2, true);
  }
  at += 4;
  return numbers.map(number => {
    if (number !== WIDE || at + 8 > from + length) return number;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
}

function nameAt(bytes: Uint8Array, from: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(from, from + length));
}
