const LONGEST = 80;
/** Control, format (bidirectional marks among them), private and unassigned characters, and separators of lines. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text on one line with nothing invisible in it, whatever a file or its name held. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '\uFFFD');
}

/**
 * A name from a log or a config as it may be shown: one line, nothing invisible that reorders or hides text,
 * at most 80 characters. It is still plain text: whoever puts it into markup escapes it.
 */
export function shownName(name: string): string {
  const text = visible(name.slice(0, LONGEST * 4));
  const letters = Array.from(text);
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
