/** What tqdm draws behind its bar: `[00:06<00:12, 139.33it/s, loss=0.07]`, `[00:00<?, ?it/s]`. */
const STATS =
  /\[\d{1,4}(?::\d\d){1,2}(?:<[\d:?]{1,12})?,\s{1,3}[^\]\s,]{0,16}(?:\/s|s\/[a-z]{1,8})(?:,[^\]]{0,400})?\]/gi;
/** A bar that has not begun. */
const AT_START = /\s0%\|[^|]{0,200}\|\s*0\/\d+\s\[/;
/** Parts of a line beyond which the rest is one. */
const MOST_PARTS = 200;

/**
 * The lines that stand in one, where a program printed while a bar was drawn, which ends without a line break: bars
 * and what stands behind them, in the order in which they were meant. What is behind a bar that has not begun was
 * printed before it: of two epochs, it is of the first. Empty where the line is one. Linear in its length.
 */
export function gluedParts(text: string): readonly string[] {
  if (!text.includes('/s') && !text.includes('s/')) return [];
  const parts: string[] = [];
  let from = 0;
  for (const stats of text.matchAll(STATS)) {
    const end = stats.index + stats[0].length;
    if (parts.length >= MOST_PARTS || !/^\s*[\w'"{[(=*#~>|-]/.test(text.slice(end, end + 200)))
      break;
    parts.push(text.slice(from, end));
    from = end;
  }
  if (parts.length === 0) return [];
  parts.push(text.slice(from).trimStart());
  return inOrder(parts);
}

/** Text behind a bar that has not begun comes before it. */
function inOrder(parts: string[]): readonly string[] {
  for (let at = 0; at + 1 < parts.length; at++) {
    const [bar, behind] = [parts[at]!, parts[at + 1]!];
    if (!AT_START.test(` ${bar}`) || /%\|/.test(behind)) continue;
    parts[at] = behind;
    parts[at + 1] = bar;
    at++;
  }
  return parts;
}
