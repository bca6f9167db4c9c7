/** A longer text is no number. */
const LONGEST = 64;
const GROUPED = /[+-]?[1-9]\d{0,2}(?:,\d{3}){1,15}(?![\d,])(?:\.\d{1,60})?/y;
const PLAIN = /[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,4})?/y;
const WORDS = /[+-]?(?:nan|inf(?:inity)?)(?![\p{L}\p{N}_])/iuy;

/** Where the number that begins at `at` ends; -1: there is none. `grouped`: it may be written `12,000`. */
export function numberEnd(line: string, at: number, grouped: boolean): number {
  const code = line.charCodeAt(at) | 32;
  const isWord = code === 110 || code === 105;
  if (isWord) return endBy(WORDS, line, at);
  const group = grouped ? endBy(GROUPED, line, at) : -1;
  if (group >= 0) return group;
  const end = endBy(PLAIN, line, at);
  return end >= 0 ? end : endBy(WORDS, line, at);
}

function endBy(form: RegExp, line: string, at: number): number {
  form.lastIndex = at;
  if (!form.test(line) || form.lastIndex - at > LONGEST) return -1;
  return form.lastIndex;
}

/** The value of what `numberEnd` found. */
export function numberValue(text: string): number {
  const last = text.charCodeAt(text.length - 1) | 32;
  if (last === 110 || last === 102 || last === 121) {
    if (/nan$/i.test(text)) return NaN;
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  return Number(text.includes(',') ? text.replaceAll(',', '') : text);
}
