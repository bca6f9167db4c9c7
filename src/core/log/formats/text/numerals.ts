const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d|,\d|\.\d{4})/y;
/** `2020-10-17 12:30:45,123` with or without a time, a time or duration alone. */
const CLOCK_TIME =
  /\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?|\d{1,4}(?::\d{2})+(?:[.,]\d+)?(?![\d:])/y;
/** `11/05 23:17:32`: a date without a year is one only at the beginning of a line or bracket; elsewhere it is a fraction. */
const SHORT_DATE = /\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?,? +\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?/y;

const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const COMMA = 44;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Where the digits from `at` on end. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Where a date or time of day that begins here ends; 0 where none does. */
export function clockEnd(text: string, start: number): number {
  const front = digitsEnd(text.slice(start, start + 5), 0);
  const next = text[start + front];
  if (front === 0 || front > 4 || (next !== ':' && next !== '-' && next !== '/')) return 0;
  CLOCK_TIME.lastIndex = start;
  if (CLOCK_TIME.test(text)) return CLOCK_TIME.lastIndex;
  if (start > 0 && text[start - 1] !== '[') return 0;
  SHORT_DATE.lastIndex = start;
  return SHORT_DATE.test(text) ? SHORT_DATE.lastIndex : 0;
}

/** Where the number at `start` ends: sign, thousands separators, decimals, exponent, or a word (`-inf`). */
export function numberEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const from = first === MINUS || first === PLUS ? start + 1 : start;
  const whole = digitsEnd(text, from);
  if (whole === from && text.charCodeAt(from) !== POINT) return wordEnd(text, from);
  if (text.charCodeAt(whole) === COMMA && whole - from <= 3) {
    const end = groupedEnd(text, start, from) || decimalCommaEnd(text, start, whole);
    if (end > 0) return end;
  }
  return exponentEnd(text, decimalsEnd(text, whole));
}

/** `12000. Mean`: a point that ends a sentence is not part of the number. */
function decimalsEnd(text: string, whole: number): number {
  if (text.charCodeAt(whole) !== POINT) return whole;
  const end = digitsEnd(text, whole + 1);
  if (end > whole + 1) return end;
  const next = text.charCodeAt(end);
  // `round 0....`
  return next > 32 && next !== POINT ? end : whole;
}

/** `1,405,920`; not in a list, where a comma parts numbers. */
function groupedEnd(text: string, start: number, from: number): number {
  const before = text[start - 1];
  if (before === '[' || before === '(' || before === ',') return 0;
  GROUPED.lastIndex = from;
  return GROUPED.test(text) ? decimalsEnd(text, GROUPED.lastIndex) : 0;
}

/**
 * `0,34512`, `84,17 %`, `loss: 0,35`: more digits behind the comma than a group has, or fewer where a percent sign or a
 * key says that it is one number. Not in a list. Told by how many digits there are, never by which.
 */
function decimalCommaEnd(text: string, start: number, comma: number): number {
  const end = digitsEnd(text, comma + 1);
  const decimals = end - comma - 1;
  if (decimals === 0 || decimals === 3 || isListed(text, start, end)) return 0;
  return decimals > 3 || isSaidToBeOne(text, start, end) ? end : 0;
}

/** Whether a number with a comma stands in a list, or another comma follows. */
function isListed(text: string, start: number, end: number): boolean {
  if (/[[({,]/.test(text[start - 1] ?? '')) return true;
  return /[,.]/.test(text[end] ?? '') && isDigit(text.charCodeAt(end + 1));
}

function isSaidToBeOne(text: string, start: number, end: number): boolean {
  if (/^\s?%/.test(text.slice(end, end + 2))) return true;
  const before = text.slice(Math.max(0, start - 3), start);
  if (/[:=]\s?$/.test(before)) return true;
  // `Verlust 0,25, Genauigkeit 84,1`
  return (
    /\p{Ll}{2}\s$/u.test(before) && /^(?:,?\s\p{L}|,?\s*$|\s?[;|])/u.test(text.slice(end, end + 3))
  );
}

/** Whether a number with a comma has decimals behind it; of three digits only where nothing stands in front. */
const DECIMALS = /^[+-]?(?:0,\d+|\d{1,3},(?:\d{1,2}|\d{4,}))$/;

/** Whether a number as written has neither point, decimals nor exponent. */
export function isWhole(text: string): boolean {
  return /^[+-]?[\d,]+$/.test(text) && !DECIMALS.test(text);
}

function exponentEnd(text: string, at: number): number {
  if ((text.charCodeAt(at) | 32) !== 101) return at;
  const sign = text.charCodeAt(at + 1);
  const from = sign === MINUS || sign === PLUS ? at + 2 : at + 1;
  const end = digitsEnd(text, from);
  return end === from ? at : end;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 8 && ((text.charCodeAt(end) | 32) - 97) >>> 0 < 26) end++;
  return Math.max(end, at + 1);
}

/** Whether a word is a number: `nan`, `inf`, `Infinity`. */
export function isWordNumber(word: string): boolean {
  const first = word.charCodeAt(0) | 32;
  if (first !== 110 && first !== 105) return false;
  return word.length >= 3 && word.length <= 8 && /^(?:nan|inf|infinity)$/i.test(word);
}

/** The value of a number as written; NaN where it says so. */
export function numberOf(text: string): number {
  if ((text.charCodeAt(text.length - 1) | 32) >= 97) {
    if (/nan$/i.test(text)) return NaN;
    return text.charCodeAt(0) === MINUS ? -Infinity : Infinity;
  }
  if (!text.includes(',')) return Number(text);
  return Number(DECIMALS.test(text) ? text.replace(',', '.') : text.replaceAll(',', ''));
}
