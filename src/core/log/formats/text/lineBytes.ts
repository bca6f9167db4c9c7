/** What a byte is to the shape of a line. */
export const SIGN = 0;
export const DIGIT = 1;
export const LETTER = 2;
/** Part of a character outside ASCII. */
export const HIGH = 3;
export const END = 4;
const CONTROL = 5;

/** The kind of each byte. */
export const CLASSES = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 128) CLASSES[byte] = HIGH;
  else if (/\d/.test(String.fromCharCode(byte))) CLASSES[byte] = DIGIT;
  else if (/[a-z_]/i.test(String.fromCharCode(byte))) CLASSES[byte] = LETTER;
}
CLASSES[10] = CLASSES[13] = END;
CLASSES[0] = CLASSES[8] = CLASSES[27] = CONTROL;

/** Signs that matter. */
export const PLUS = 43;
const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
const SLASH = 47;
export const COLON = 58;
export const AT = 64;
export const HEX = 120;

/** What joins the digits of a date, a time, a fraction or a grouped number. */
export const JOINTS = new Uint8Array(256);
JOINTS[COMMA] = JOINTS[MINUS] = JOINTS[SLASH] = JOINTS[COLON] = 1;

/** Signs behind which a number begins, whatever stands in front of them. */
export const FRESH = new Uint8Array(256);
for (let byte = 0; byte < 128; byte++) {
  const joins = JOINTS[byte] === 1 || byte === PLUS || byte === POINT;
  if (byte === 0 || (CLASSES[byte] === SIGN && !joins)) FRESH[byte] = 1;
}

/** What is mixed into the hash of a shape beside bytes; no two may be the same. */
export const RUN = 0x101;
export const LENGTH = 0x100000;
export const DATE = 0x110;
export const REPEATED = 0x102;
export const BAR = 0x103;
export const STAMP = 0x104;
export const GROWN = 0x105;
export const HEX_WORD = 0x106;
export const DECIMALS = 0x107;
