import { TreeFragment, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';

interface Parsed {
  readonly text: string;
  readonly tree: Tree;
}

/** Shorter texts are parsed anew as quickly. */
const SHORTEST = 5_000;
/** Texts somebody may be typing in. */
const MOST = 4;
/** Less than this share of a text in common, and it is another text. */
const ALIKE = 0.9;

const parsed: Parsed[] = [];

/** The tree of a Python text. Of a text that was parsed before but for one change, only what the change reaches is parsed again. */
export function parsePython(text: string): Tree {
  if (text.length < SHORTEST) return parser.parse(text);
  const before = parsed.find(each => each.text === text);
  if (before) return before.tree;
  const [fragments, from] = reusable(text);
  const tree = parser.parse(text, fragments);
  if (from) parsed.splice(parsed.indexOf(from), 1);
  parsed.unshift({ text, tree });
  parsed.length = Math.min(parsed.length, MOST);
  return tree;
}

/** What can be used of an earlier tree, and which that is. */
function reusable(text: string): readonly [readonly TreeFragment[], Parsed | null] {
  for (const before of parsed) {
    const start = commonStart(before.text, text);
    const end = commonEnd(before.text, text, start);
    if (start + end < ALIKE * Math.max(before.text.length, text.length)) continue;
    const change = {
      ...{ fromA: start, toA: before.text.length - end },
      ...{ fromB: start, toB: text.length - end },
    };
    return [TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [change]), before];
  }
  return [[], null];
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** Up to where the common start ends in the shorter text. */
function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let at = 0;
  while (
    at < most &&
    one.charCodeAt(one.length - 1 - at) === other.charCodeAt(other.length - 1 - at)
  )
    at++;
  return at;
}
