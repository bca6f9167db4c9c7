import type { SettingKind } from './setting';

const NUMBER = /^[+-]?(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][+-]?\d+)?$/;

/**
 * The number a literal says, in the form configs share: digits, `_` between them, a point, an exponent.
 * null for every other text, the empty one and hexadecimal included.
 */
export function numberOf(text: string): number | null {
  if (text.length === 0 || text.length > 40 || !NUMBER.test(text) || !/\d/.test(text)) return null;
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : null;
}

/** Whether a number can be a training length: positive, and no moment in Unix time or 64-bit sentinel. */
export function isLength(kind: SettingKind, value: number | null): value is number {
  return value !== null && value > 0 && value < (kind === 'epochs' ? 1e7 : 1e12);
}
