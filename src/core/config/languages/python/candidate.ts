import type { SyntaxNode } from '@lezer/common';
import type { Expression, Expressions } from './expression';
import type { Candidate, Unread } from './facts';
import { rehearses } from './rehearsal';

/** What a value noted on the way is, read now; empty where nothing can come of it. */
export function candidateOf({ found, here }: Unread, read: Expressions): Candidate[] {
  const { keyNode = null, ...rest } = found;
  const value = 'references' in found.value ? found.value : read.read(found.value);
  const { group, meaning, scope, loops } = here;
  if (!isWorthKeeping(value, meaning !== null)) return [];
  const isTurn = found.role === 'keyword' && value.number === 1;
  const candidate: Candidate = {
    ...{ keyPath: null, around: [], of: '', bounds: null },
    ...rest,
    ...{ value, group, meaning, scope },
    ...{ keyStart: keyNode?.from ?? null, keyEnd: keyNode?.to ?? null },
    inner: loops.some(loop => loop.epochs || (isTurn && !loop.repeats)),
    rehearsal: isRehearsal(keyNode, read),
  };
  return [candidate];
}

function isWorthKeeping(
  { number, references, fallback, text }: Expression,
  isNamed: boolean,
): boolean {
  return (isNamed && text !== '') || number !== null || references.length > 0 || fallback !== null;
}

/** Whether a statement stands directly below `if debug:` or the like. */
function isRehearsal(node: SyntaxNode | null, read: Expressions): boolean {
  let at = node;
  for (let depth = 0; at && depth < 6; depth++, at = at.parent) {
    const parent = at.parent;
    if (at.name !== 'Body' || parent?.name !== 'IfStatement') continue;
    const condition = at.prevSibling;
    const says = condition && condition.name !== 'else' ? rehearses(read.textOf(condition)) : null;
    if (says !== null) return says === 'yes';
  }
  return false;
}
