const LONGEST = 80;
/** Control, format (bidirectional marks among them), private and unassigned characters, and separators of lines. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A name from a log or a config as it may be shown: one line, nothing invisible that reorders or hides text,
 * at most 80 characters. It is still plain text: whoever puts it into markup escapes it.
 */
export function shownName(name: string): string {
  const visible = name.slice(0, LONGEST * 4).replace(INVISIBLE, '\uFFFD');
  const letters = Array.from(visible);
  return letters.length <= LONGEST ? visible : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
