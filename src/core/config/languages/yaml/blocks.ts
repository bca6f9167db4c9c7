import { mayHoldSettings } from '../../gate';
import { meaningOf } from '../../names';

/** A part of a text that can be read alone. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Characters of a large file that are parsed. */
const BUDGET = 150_000;
/** Brackets open at once; the parser's time grows with their square. */
const NESTED = 100;

/**
 * The top-level blocks of a large text that may hold settings, as many as can be parsed in time: those whose own key is a
 * setting before the others. `complete` says whether none was left out.
 */
export function blocksOf(text: string): { blocks: readonly Block[]; complete: boolean } {
  const named: Block[] = [];
  const others: Block[] = [];
  for (const block of topLevel(text)) {
    const part = text.slice(block.from, block.to);
    if (!mayHoldSettings(part)) continue;
    const key = /^["']?([\w-]+)/.exec(part)?.[1] ?? '';
    (meaningOf(key) === null ? others : named).push(block);
  }
  const all = [...named, ...others];
  let left = BUDGET;
  const blocks = all.filter(({ from, to }) => {
    const fits = to - from <= left;
    if (fits) left -= to - from;
    return fits;
  });
  return { blocks, complete: blocks.length === all.length };
}

function* topLevel(text: string): Generator<Block> {
  let from = 0;
  for (let at = 0; at >= 0 && at < text.length;) {
    if (/[A-Za-z_"'.?]/.test(text[at]!) || text.startsWith('---', at)) {
      if (at > from) yield { from, to: at };
      from = at;
    }
    const next = text.indexOf('\n', at);
    at = next < 0 ? -1 : next + 1;
  }
  yield { from, to: text.length };
}

/** Whether so many brackets or list marks stand open that nobody wrote them; counted without regard to quotes. */
export function nestsDeeply(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '[' || char === '{') open++;
    else if ((char === ']' || char === '}') && open > 0) open--;
    if (open > NESTED) return true;
  }
  return /(?:[-?] ){100}/.test(text);
}
