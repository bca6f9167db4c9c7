const NAN = /^[+-]?nan$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const PERCENT = /^[+-]?[\d.]+(?:e[+-]?\d+)?\s*%$/i;
const TENSOR =
  /^(?:(?:tf|torch|np|numpy|jnp)\.)?(?:tensor|array|float(?:16|32|64))\(\s*\[?\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*\]?\s*(?:,[^)]*)?\)$/i;
/** A list of one. */
const ALONE = /^\[\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*\]$/i;
/** With a word on it, as Julia's Flux printed what it followed: `0.5 (tracked)`. */
const NOTED = /^([+-]?[\d.]+(?:e[+-]?\d+)?)\s+\([a-z]{1,16}\)$/i;
/** A longer text is no number. */
const LONGEST = 64;
/** With what a library prints around it. */
const LONGEST_WRAPPED = 160;

/**
 * The number a cell holds, or `null` where it holds none (empty, a word, a list, a date). NaN and infinities as
 * logs write them are numbers; percent signs are dropped; `tensor(0.5)`, `[0.5]` and `0.5 (tracked)` are 0.5. No blanks around it expected.
 */
export function numberIn(text: string): number | null {
  if (text === '') return null;
  if (text.length > LONGEST) return text.length > LONGEST_WRAPPED ? null : rareNumber(text);
  if (!startsLikeNumber(text.charCodeAt(0))) return rareNumber(text);
  const value = Number(text);
  if (Number.isNaN(value)) return rareNumber(text);
  // Number() reads 0x10, 0b1 and 0o7, which no log means.
  return text.startsWith('0') && /[xob]/i.test(text.charAt(1)) ? null : value;
}

/** Digits, signs and the point. */
function startsLikeNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 43 || code === 46;
}

function rareNumber(text: string): number | null {
  if (PERCENT.test(text)) return Number.parseFloat(text);
  if (NAN.test(text)) return NaN;
  const infinite = INFINITE.exec(text);
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
  const inside = (TENSOR.exec(text) ?? ALONE.exec(text) ?? NOTED.exec(text))?.[1];
  return inside === undefined || Number.isNaN(Number(inside)) ? null : Number(inside);
}
