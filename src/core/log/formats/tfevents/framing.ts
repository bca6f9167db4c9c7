import { maskedCrc32c } from '../../bytes/crc';
import type { Framing } from '../scalars/recordStream';

/** A length (8 bytes) and its CRC (4). */
const HEADER = 12;
const CRC = 4;

/** CRCs of the lengths that records of one number have, computed when first met. */
const SHORT = 4096;
const crcs = new Int32Array(SHORT);
const isComputed = new Uint8Array(SHORT);

function u32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function lengthCrc(bytes: Uint8Array, at: number, length: number): number {
  if (!(length >= 0 && length < SHORT)) return maskedCrc32c(bytes, at, at + 8);
  if (isComputed[length] === 0) {
    crcs[length] = maskedCrc32c(bytes, at, at + 8);
    isComputed[length] = 1;
  }
  return crcs[length]!;
}

/** TFRecord: a length with its CRC in front of every record, the CRC of the data behind it. */
export const framing: Framing = {
  header: HEADER,
  prefix: HEADER,
  suffix: CRC,
  lengthAt(bytes, at) {
    // The upper half is zero below 4 GB: asked first, because looking for a lost header asks at every byte.
    if (u32(bytes, at + 4) !== 0) return -1;
    const length = u32(bytes, at);
    return u32(bytes, at + 8) === lengthCrc(bytes, at, length) ? length >>> 0 : -1;
  },
  isWhole: (bytes, from, to) => u32(bytes, to) === maskedCrc32c(bytes, from, to),
};
