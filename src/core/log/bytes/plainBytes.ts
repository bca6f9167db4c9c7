const BELL = 0x07;
const BACKSPACE = 0x08;
const ESCAPE = 0x1b;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * Writes a line without terminal control to `out`, as `plainText` does with text: escape sequences, NUL bytes and BOMs
 * are left out, backspaces take back what is written over. Returns how long it is; -1 where bytes alone do not say
 * (backspaces over characters outside ASCII, control within one). `out` must be as long as the line. Linear.
 */
export function plainBytes(bytes: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let length = 0;
  let isWide = false;
  for (let at = from; at < to;) {
    const byte = bytes[at]!;
    const next = controlEnd(bytes, at, to, byte);
    if (next === at) {
      isWide ||= byte >= 0x80;
      out[length++] = byte;
      at++;
      continue;
    }
    if (next < 0 || (next < to && bytes[next]! >> 6 === 2)) return -1;
    if (byte === BACKSPACE && next < to) {
      if (isWide) return -1;
      length = Math.max(0, length - (next - at));
    }
    at = next;
  }
  return length;
}

/** Where the control that begins at `at` ends; `at` where none does, -1 where it may end within a character. */
function controlEnd(bytes: Uint8Array, at: number, to: number, byte: number): number {
  if (byte === ESCAPE) return escapeEnd(bytes, at, to);
  if (byte === 0) return at + 1;
  if (byte === BACKSPACE) {
    let end = at + 1;
    while (end < to && bytes[end] === BACKSPACE) end++;
    return end;
  }
  const isBom = byte === 0xef && at + 2 < to && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
  return isBom ? at + 3 : at;
}

/** ECMA-48, as in ansi.ts: `ESC [ … final`, `ESC ] … BEL or ESC \`, and two-character sequences. */
function escapeEnd(bytes: Uint8Array, at: number, to: number): number {
  const kind = at + 1 < to ? bytes[at + 1]! : 0;
  if (kind === CLOSE) return commandEnd(bytes, at + 2, to);
  let end = at + 2;
  if (kind !== OPEN) return kind >= 0x80 ? -1 : Math.min(end, to);
  while (end < to && !(bytes[end]! >= 0x40 && bytes[end]! <= 0x7e)) end++;
  return Math.min(end + 1, to);
}

function commandEnd(bytes: Uint8Array, at: number, to: number): number {
  let end = at;
  while (end < to && bytes[end] !== BELL && bytes[end] !== ESCAPE) end++;
  if (end >= to || bytes[end] === BELL) return Math.min(end + 1, to);
  return end + 1 < to && bytes[end + 1]! >= 0x80 ? -1 : Math.min(end + 2, to);
}
