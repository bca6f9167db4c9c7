const ESCAPE = 0x1b;
const BELL = 0x07;

/** The text without terminal control: ANSI escape sequences, NUL bytes, BOMs; backspaces take back what is written over. */
export function plainText(text: string): string {
  let from = 0;
  let out = '';
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    const next = controlEnd(text, i, code);
    if (next === i) {
      i++;
      continue;
    }
    out += text.slice(from, i);
    if (code === 0x08 && next < text.length)
      out = out.slice(0, Math.max(0, out.length - (next - i)));
    from = i = next;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Where the control sequence at `i` ends; `i` itself where there is none. */
function controlEnd(text: string, i: number, code: number): number {
  switch (code) {
    case ESCAPE:
      return escapeEnd(text, i);
    case 0x08: {
      let end = i + 1;
      while (text.charCodeAt(end) === 0x08) end++;
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
