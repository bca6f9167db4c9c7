import { mayHoldSettings } from '../../gate';
import { meaningOf } from '../../names';

/** A part of a text that can be read alone. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** The keys it stands below. */
  readonly path: readonly string[];
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
  for (const block of topLevel(text).flatMap(each => smaller(each, text))) {
    const part = text.slice(block.from, block.to);
    if (!mayHoldSettings(part)) continue;
    const key = /^["' ]*([\w-]+)/.exec(part)?.[1] ?? '';
    (meaningOf(key) === null && !/epoch/i.test(part) ? others : named).push(block);
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

function topLevel(text: string): readonly Block[] {
  return blocksAt(text, { from: 0, to: text.length, path: [] }, /^(?:[A-Za-z_"'.?]|---)/);
}

/** A block that is too large alone as its entries, which are read without each other. */
function smaller(block: Block, text: string): readonly Block[] {
  if (block.to - block.from <= BUDGET / 2 || block.path.length >= DEEPEST) return [block];
  const [, key, indent] = HEAD.exec(text.slice(block.from, block.from + 400)) ?? [];
  if (key === undefined || indent === undefined) return [block];
  const from = text.indexOf('\n', block.from) + 1;
  const inner = { from, to: block.to, path: [...block.path, key] };
  const entry = new RegExp(`^ {${indent.length}}[^\\s#]`);
  return blocksAt(text, inner, entry).flatMap(each => smaller(each, text));
}

/** `  key:`, and how far what follows is indented. */
const HEAD = /^ *["']?([\w-]+)["']?:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#]/;
const DEEPEST = 4;

/** The part of a text from one line that `start` finds to the next. */
function blocksAt(text: string, { from: begin, to, path }: Block, start: RegExp): Block[] {
  const blocks: Block[] = [];
  let from = begin;
  for (let at = begin; at < to;) {
    if (at > from && start.test(text.slice(at, at + 40))) {
      blocks.push({ from, to: at, path });
      from = at;
    }
    const next = text.indexOf('\n', at);
    at = next < 0 ? to : next + 1;
  }
  return [...blocks, { from, to, path }];
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
