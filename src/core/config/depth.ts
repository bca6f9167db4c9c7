/** Brackets in brackets beyond which nobody wrote a text by hand; parsers' trees cost more the deeper they are. */
const DEEPEST = 300;

/** Whether a text nests brackets deeper than any program does, texts and comments included. Linear. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // ( [ {
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > DEEPEST) return true;
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
  }
  return false;
}
