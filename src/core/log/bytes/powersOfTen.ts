/** The largest power of ten that a double holds exactly. */
export const EXACT_POWER = 22;
/** The largest power in the table: products and quotients by it stay far from overflow and denormals. */
export const LARGEST_POWER = 270;

/** 10^n for n from 0 to `LARGEST_POWER`, rounded; exact up to `EXACT_POWER`. */
export const POWERS = new Float64Array(LARGEST_POWER + 1);
/** What rounding took from each power: `POWERS[n] + POWER_TAILS[n]` is 10^n to about 106 bits. */
export const POWER_TAILS = new Float64Array(LARGEST_POWER + 1);
/** 1 / 10^n, rounded: for corrections, where one more rounding does no harm. */
export const INVERSES = new Float64Array(LARGEST_POWER + 1);
/** The upper half of each power's bits (Dekker's split); the lower half is the difference. */
export const POWER_HALVES = new Float64Array(LARGEST_POWER + 1);

/** Dekker's splitter: 2^27 + 1. */
export const SPLITTER = 134_217_729;

for (let power = 1n, n = 0; n <= LARGEST_POWER; power *= 10n, n++) {
  POWERS[n] = Number(power);
  POWER_TAILS[n] = Number(power - BigInt(POWERS[n]!));
  INVERSES[n] = 1 / POWERS[n]!;
  const split = POWERS[n]! * SPLITTER;
  POWER_HALVES[n] = split - (split - POWERS[n]!);
}
