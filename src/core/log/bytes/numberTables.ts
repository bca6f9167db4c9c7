import { INVERSES, LARGEST_POWER, POWER_HALVES, POWER_TAILS, POWERS } from './powersOfTen';

/** Where the tables stand in the memory of a kernel (numbers.kernel.ts), and where they end. */
const TABLES = 4096;
const TENS = 20_480;
const MANTISSAS = 20_736;
const LARGEST_MANTISSA = 40;
/** Bytes that are read at once, and where the vectors stand by which they become a number. */
const VECTOR = 16;
const PLACES = 21_504;
const VECTORS = 21_776;
/** No place among them. */
const NOWHERE = 255;

/** The upper 64 bits of 10^n, the first of them set; what is below is cut off. */
function mantissaOf(n: number): bigint {
  const power = 10n ** BigInt(Math.abs(n));
  const scaled = n < 0 ? 2n ** 256n / power : power << 64n;
  return scaled >> BigInt(scaled.toString(2).length - 64);
}

/** Puts the tables by which a kernel reads numbers into its memory. */
export function putNumberTables(memory: ArrayBuffer): void {
  [POWERS, POWER_TAILS, INVERSES, POWER_HALVES].forEach((table, at) => {
    new Float64Array(memory, TABLES * (at + 1), LARGEST_POWER + 1).set(table);
  });
  const integers = new BigUint64Array(memory);
  for (let n = 0n; n <= BigInt(VECTOR); n++) integers[TENS / 8 + Number(n)] = 10n ** n;
  for (let n = -LARGEST_MANTISSA; n <= LARGEST_MANTISSA; n++)
    integers[MANTISSAS / 8 + LARGEST_MANTISSA + n] = mantissaOf(n);
  putVectors(memory);
}

/** For each number of digits the places that bring them to the end of a vector; then what they are compared with and multiplied by. */
function putVectors(memory: ArrayBuffer): void {
  const bytes = new Uint8Array(memory);
  for (let count = 0; count <= VECTOR; count++)
    for (let at = 0; at < VECTOR; at++) {
      const place = at - (VECTOR - count);
      bytes[PLACES + VECTOR * count + at] = place < 0 ? NOWHERE : place;
    }
  bytes.fill(48, VECTORS, VECTORS + VECTOR);
  bytes.fill(10, VECTORS + VECTOR, VECTORS + 2 * VECTOR);
  const shorts = new Int16Array(memory, VECTORS + 2 * VECTOR, 24);
  // Two digits by one product: 10 * 256 + 1.
  shorts.fill(2561, 0, 8);
  for (let at = 8; at < 24; at += 2) shorts.set([at < 16 ? 100 : 10_000, 1], at);
}
