import { INVERSES, LARGEST_POWER, POWER_HALVES, POWER_TAILS, POWERS } from './powersOfTen';

/** Where the tables stand in the memory of a kernel (numbers.kernel.ts), and where they end. */
const TABLES = 4096;
const TENS = 20_480;
const MANTISSAS = 20_736;
const LARGEST_MANTISSA = 40;

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
  for (let n = 0n; n <= 8n; n++) integers[TENS / 8 + Number(n)] = 10n ** n;
  for (let n = -LARGEST_MANTISSA; n <= LARGEST_MANTISSA; n++)
    integers[MANTISSAS / 8 + LARGEST_MANTISSA + n] = mantissaOf(n);
}
