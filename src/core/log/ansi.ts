const ESCAPE = 0x1b;
const BELL = 0x07;
const BACKSPACE = 0x08;

/** The text without terminal control: ANSI escape sequences, NUL bytes, BOMs; backspaces take back what is written over. Linear. */
export function plainText(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    const next = controlEnd(text, i, code);
    if (next === i) {
      i++;
      continue;
    }
    if (i > from) pieces.push(text.slice(from, i));
    if (code === BACKSPACE && next < text.length) takeBack(pieces, next - i);
    from = i = next;
  }
  if (from === 0) return text;
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Takes characters off the end: whole pieces as far as possible, since a piece that is cut again and again is copied each time. */
function takeBack(pieces: string[], count: number): void {
  let left = count;
  for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
    if (last.length > left) {
      pieces.push(last.slice(0, last.length - left));
      return;
    }
    left -= last.length;
    if (left === 0) return;
  }
}

/** Where the control sequence at `i` ends; `i` itself where there is none. */
function controlEnd(text: string, i: number, code: number): number {
  switch (code) {
    case ESCAPE:
      return escapeEnd(text, i);
    case BACKSPACE: {
      let end = i + 1;
      while (text.charCodeAt(end) === BACKSPACE) end++;
      return end;
    }
    case 0x00:
    case 0xfeff:
      return i + 1;
    default:
      return i;
  }
}

/** ECMA-48: CSI `ESC [ … final`, OSC `ESC ] … BEL or ESC \`, and two-character sequences. */
function escapeEnd(text: string, i: number): number {
  const kind = text[i + 1];
  if (kind === '[') {
    let end = i + 2;
    while (end < text.length && !isFinal(text.charCodeAt(end))) end++;
    return Math.min(end + 1, text.length);
  }
  if (kind === ']') {
    let end = i + 2;
    while (end < text.length && text.charCodeAt(end) !== BELL && text.charCodeAt(end) !== ESCAPE)
      end++;
    return Math.min(text.charCodeAt(end) === ESCAPE ? end + 2 : end + 1, text.length);
  }
  return Math.min(i + 2, text.length);
}

function isFinal(code: number): boolean {
  return code >= 0x40 && code <= 0x7e;
}
