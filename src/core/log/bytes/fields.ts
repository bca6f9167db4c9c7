const TWO_32 = 4_294_967_296;

/** Floats stand at any byte, so they are read through here. Little-endian, as every machine that runs this is. */
const words = new Int32Array(2);
const floats = new Float32Array(words.buffer);
const doubles = new Float64Array(words.buffer);

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/**
 * Walks the fields of one protobuf message. `next()` moves to the next field, whose `key` and payload then stand here.
 * Ends at the first thing that is no field; `isBroken` says so.
 * Source: protobuf.dev, "Encoding".
 */
export class Fields {
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #end = 0;
  /** The field's number times 8, plus how it is written: 0 varint, 1 eight bytes, 2 bytes with a length, 5 four bytes. */
  key = 0;
  /** Where the payload of a field of kind 1, 2 or 5 begins and ends. */
  from = 0;
  to = 0;
  /** The value of a varint, signed, to 53 bits. */
  varint = 0;
  isBroken = false;

  open(bytes: Uint8Array, from: number, to: number): this {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    this.isBroken = false;
    return this;
  }

  next(): boolean {
    if (this.#at >= this.#end) return false;
    // Numbers below 16 take one byte, and those of events are.
    const first = this.#bytes[this.#at]!;
    if (first < 128) {
      this.#at++;
      this.key = first;
    } else {
      if (!this.#varint()) return this.#break();
      this.key = this.varint;
    }
    return this.key >= 8 && this.#payload() ? true : this.#break();
  }

  #payload(): boolean {
    switch (this.key & 7) {
      case 0:
        return this.#varint();
      case 1:
        return this.#take(8);
      case 2:
        return this.#varint() && this.varint >= 0 && this.#take(this.varint);
      case 5:
        return this.#take(4);
      default:
        return false;
    }
  }

  #take(length: number): boolean {
    if (length > this.#end - this.#at) return false;
    this.from = this.#at;
    this.to = this.#at += length;
    return true;
  }

  #break(): false {
    this.isBroken = true;
    this.#at = this.#end;
    return false;
  }

  #varint(): boolean {
    const bytes = this.#bytes;
    const most = Math.min(this.#end, this.#at + 4);
    let low = 0;
    // 28 bits are enough for all but negative and very large numbers.
    for (let at = this.#at, shift = 0; at < most; at++, shift += 7) {
      const byte = bytes[at]!;
      low |= (byte & 127) << shift;
      if (byte > 127) continue;
      this.#at = at + 1;
      this.varint = low;
      return true;
    }
    return this.#longVarint(most, low);
  }

  /** The rest of a varint of more than four bytes, the first four of which are `low`. */
  #longVarint(from: number, low: number): boolean {
    const most = Math.min(this.#end, this.#at + 10);
    let high = 0;
    for (let at = from, unit = 1; at < most; at++, unit *= 128) {
      const byte = this.#bytes[at]!;
      // Of the tenth byte only one bit is left to use.
      high += unit * (at - this.#at === 9 ? byte & 1 : byte & 127);
      if (byte > 127) continue;
      this.#at = at + 1;
      this.varint = signed(low, high);
      return true;
    }
    return false;
  }
}

/** A 64-bit integer of its low 28 and its high 36 bits, as a signed one. */
function signed(low: number, high: number): number {
  if (high < 2 ** 35) return low + high * 2 ** 28;
  return -((2 ** 36 - 1 - high) * 2 ** 28 + (2 ** 28 - 1 - low) + 1);
}

export function floatAt(bytes: Uint8Array, at: number): number {
  words[0] = wordAt(bytes, at);
  return floats[0]!;
}

export function doubleAt(bytes: Uint8Array, at: number): number {
  words[0] = wordAt(bytes, at);
  words[1] = wordAt(bytes, at + 4);
  return doubles[0]!;
}

/** A little-endian integer of `size` bytes (1, 2, 4 or 8), as a number of 53 bits. */
export function integerAt(bytes: Uint8Array, at: number, size: number, isSigned: boolean): number {
  let low = 0;
  let high = 0;
  for (let i = Math.min(size, 4) - 1; i >= 0; i--) low = low * 256 + bytes[at + i]!;
  for (let i = size - 1; i >= 4; i--) high = high * 256 + bytes[at + i]!;
  const value = high * TWO_32 + low;
  const range = 256 ** size;
  return isSigned && value >= range / 2 ? wrapped(low, high, size) : value;
}

/** A negative integer by its complement: the difference to the range would not be exact in 64 bits. */
function wrapped(low: number, high: number, size: number): number {
  if (size < 8) return low - 256 ** size;
  return -((TWO_32 - 1 - high) * TWO_32 + (TWO_32 - 1 - low) + 1);
}

/** IEEE half precision. */
export function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** Google's 16-bit float: the upper half of a float. */
export function bfloatOf(bits: number): number {
  words[0] = bits << 16;
  return floats[0]!;
}
