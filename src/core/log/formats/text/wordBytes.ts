import { COUNTER_STEMS } from './counterWords';
import { DIGIT, LETTER, HIGH, CLASSES } from './lineBytes';

/** Day or month in front of the message: how far into the line it stands tells whether it is a date. In bytes. */
export const LAST_DATE = 48;
const DATE_WORDS: ReadonlySet<number> = new Set(
  'Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map(word => (word.charCodeAt(0) << 16) | (word.charCodeAt(1) << 8) | word.charCodeAt(2)),
);

/** Whether the three letters at `at` are a day or a month. */
export function isDateWord(bytes: Uint8Array, at: number): boolean {
  if (bytes[at]! > 90) return false;
  return DATE_WORDS.has((bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!);
}

/** How far into a line the stamp of glog (`I0821`) is looked for. */
const LAST_STAMP = 12;

const STEMS: readonly Uint8Array[] = [...COUNTER_STEMS].map(stem => new TextEncoder().encode(stem));
const LONGEST_STEM = Math.max(...STEMS.map(stem => stem.length));

/** Whether a counter's word (`epoch`, `Step`) is all that stands from `from` to `to`. */
export function isStem(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length < 1 || length > LONGEST_STEM) return false;
  return STEMS.some(stem => {
    if (stem.length !== length) return false;
    for (let at = 0; at < length; at++) {
      const byte = bytes[from + at]!;
      if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) !== stem[at]) return false;
    }
    return true;
  });
}

/** Whether a byte may be part of a word. */
export function isWordByte(byte: number): boolean {
  const kind = CLASSES[byte]!;
  return kind === LETTER || kind === DIGIT || kind === HIGH;
}

/** Whether the four digits from `at` on are the rest of glog's stamp `I0821`. */
export function isStamp(bytes: Uint8Array, from: number, at: number, end: number): boolean {
  const letter = bytes[at - 1]!;
  const isLevel = letter === 73 || letter === 87 || letter === 69 || letter === 70;
  if (end - at !== 4 || !isLevel || at - 1 - from > LAST_STAMP) return false;
  return (at - 1 === from || !isWordByte(bytes[at - 2]!)) && !isWordByte(bytes[end]!);
}

/** Where the bar characters (U+2500–U+259F) from `at` on end; `at` where there are none. */
export function barEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] === 0xe2) {
    const second = bytes[end + 1]!;
    const third = bytes[end + 2]!;
    if (second < 0x94 || second > 0x96 || third < 0x80 || third > (second === 0x96 ? 0x9f : 0xbf))
      break;
    end += 3;
  }
  return end;
}

/** What a character outside ASCII is to digits behind it: part of a word with them; a word that ends there; a blank or sign. */
export const JOINED = 0;
export const WIDE = 1;
export const BLANK = 2;

/** What the bytes outside ASCII that end at `end` are: see above. */
export function behindHigh(bytes: Uint8Array, from: number, end: number): number {
  const [first, second, third] = [bytes[end - 3]!, bytes[end - 2]!, bytes[end - 1]!];
  if (end - 2 >= from && second === 0xc2 && third === 0xa0) return BLANK;
  const isFollowed = second >> 6 === 2 && third >> 6 === 2;
  if (end - 3 < from || first < 0xe3 || first > 0xef || !isFollowed) return JOINED;
  return isBlank((first << 16) | (second << 8) | third) ? BLANK : WIDE;
}

/** U+3000 and the wide signs U+FF08–U+FF1F, as their bytes. */
function isBlank(bytes: number): boolean {
  return bytes === 0xe38080 || (bytes >= 0xefbc88 && bytes <= 0xefbc9f);
}
