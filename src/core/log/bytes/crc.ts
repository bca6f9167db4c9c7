/** Castagnoli's polynomial and that of zip and Ethernet, bits reversed. */
const CASTAGNOLI = tablesOf(0x82f63b78);
const ETHERNET = tablesOf(0xedb88320);

/** Eight tables of 256: table n is the effect of a byte that stands n bytes before the end of a block of eight. */
function tablesOf(polynomial: number): Int32Array {
  // Signed, so that whoever reads it needs no conversion.
  const all = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    all[byte] = crc;
  }
  for (let at = 256; at < all.length; at++) {
    const before = all[at - 256]!;
    all[at] = (before >>> 8) ^ all[before & 255]!;
  }
  return all;
}

/** CRC-32 of `bytes[from, to)`, as zip has it; unsigned. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  let crc = ~0;
  for (let at = from; at < to; at++) crc = ETHERNET[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * CRC-32C of `bytes[from, to)`, eight bytes at a time. Source: Kounavis and Berry, "Novel Table Lookup-Based
 * Algorithms for High-Performance CRC Generation" (slicing-by-8).
 */
function crc32c(bytes: Uint8Array, from: number, to: number): number {
  // Not handed in: that it never changes lets the compiler leave out the checks of its bounds.
  const t = CASTAGNOLI;
  let crc = ~0;
  let at = from;
  for (; at + 8 <= to; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t[1792 + (crc & 255)]! ^
      t[1536 + ((crc >>> 8) & 255)]! ^
      t[1280 + ((crc >>> 16) & 255)]! ^
      t[1024 + (crc >>> 24)]! ^
      t[768 + bytes[at + 4]!]! ^
      t[512 + bytes[at + 5]!]! ^
      t[256 + bytes[at + 6]!]! ^
      t[bytes[at + 7]!]!;
  }
  for (; at < to; at++) crc = t[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc;
}

/** CRC-32C as TFRecord stores it: rotated and shifted, so that the CRC of data that holds CRCs stays good. Signed. */
export function maskedCrc32c(bytes: Uint8Array, from: number, to: number): number {
  const crc = crc32c(bytes, from, to);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) | 0;
}
