import type { Framing } from '../scalars/recordStream';

/** A length of eight bytes in front of every record. */
const LENGTH = 8;
/** What a record begins with: the key of its values, and the length of the only one. */
const VALUES = (1 << 3) | 2;
const LONGEST_VARINT = 5;

/**
 * Records with nothing but their length in front. That it is one shows in the record: it holds one value, which says
 * its own length. Source: `visualdl/writer/record_writer.py`.
 */
export const framing: Framing = {
  header: LENGTH + 1 + LONGEST_VARINT,
  prefix: LENGTH,
  suffix: 0,
  lengthAt(bytes, at) {
    if (bytes[at + LENGTH] !== VALUES) return -1;
    let length = 0;
    for (let i = 7; i >= 0; i--) length = length * 256 + bytes[at + i]!;
    let value = 0;
    for (let i = 0; i < LONGEST_VARINT; i++) {
      const byte = bytes[at + LENGTH + 1 + i]!;
      value += (byte & 127) * 128 ** i;
      if (byte < 128) return value > 0 && value + i + 2 === length ? length : -1;
    }
    return -1;
  },
  isWhole: () => true,
};
