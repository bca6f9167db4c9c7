import type { SyntaxNode } from '@lezer/common';
import { meaningOf, type Meaning } from '../../names';
import type { SettingKind } from '../../setting';
import { wordsOf } from '../../words';
import { isValue, type Expression } from './expression';
import type { Bound, Loop } from './facts';
import type { Walk } from './walk';

const RANGE = /(?:^|\.)(?:range|trange|xrange|tnrange)$/;
const EPOCH = new Set(['epoch', 'epochs', 'epo', 'ep', 'epoc']);
const STEP = new Set([
  'step',
  'steps',
  'iter',
  'iteration',
  'it',
  'itr',
  'update',
  'i',
  't',
  'e',
  'n',
  '_',
]);
/** Loops over these repeat a training instead of being one. */
const REPEAT = /fold|seed|run|trial|split|rep|client|task|exp|model|param|layer|batch|agent|class/i;

/** The bound of `for epoch in tqdm(range(1, n + 1))` or `while step < max_steps`; null for other loops. */
export function boundOf(node: SyntaxNode, walk: Walk): Bound | null {
  return node.name === 'ForStatement' ? forBound(node, walk) : whileBound(node, walk);
}

function forBound(node: SyntaxNode, walk: Walk): Bound | null {
  const variable = variableOf(node, walk);
  const range = rangeIn(node.getChild('in')?.nextSibling, walk, 0);
  if (!range?.firstChild || variable === null) return null;
  const value = endOf(walk.read.argumentsOf(range).map(argument => walk.read.read(argument.value)));
  if (value === null) return null;
  return { key: walk.read.textOf(range.firstChild), value, counts: counted(variable, value) };
}

/** Where a range ends; `range(1, 101)` makes 100 turns, and `range(30, 101)` goes on at the 30th. */
function endOf([first, second]: readonly Expression[]): Expression | null {
  if (!second || !first) return first ?? null;
  if (second.added?.to === first.text) return second.added.number;
  if (first.number === 0 || second.number === null) return second;
  if (first.number === 1) return { ...second, number: second.number - 1, shift: 1 };
  return { ...second, exact: false };
}

/** The loop's variable; null where it has several. */
function variableOf(node: SyntaxNode, walk: Walk): string | null {
  const variable = node.name === 'ForStatement' ? node.firstChild?.nextSibling : null;
  return variable?.name === 'VariableName' ? walk.read.textOf(variable) : null;
}

/** The `range(…)` in an expression, also inside `tqdm(…)` and the like. */
function rangeIn(
  node: SyntaxNode | null | undefined,
  walk: Walk,
  depth: number,
): SyntaxNode | null {
  if (node?.name !== 'CallExpression' || depth > 3 || !node.firstChild) return null;
  if (RANGE.test(walk.read.textOf(node.firstChild))) return node;
  for (const argument of walk.read.argumentsOf(node)) {
    const found = rangeIn(argument.value, walk, depth + 1);
    if (found) return found;
  }
  return null;
}

function whileBound(node: SyntaxNode, walk: Walk): Bound | null {
  return comparedBound(node.firstChild?.nextSibling, /^<=?$/, walk);
}

/** Takes the `step >= max_steps` of `while True: … if step >= max_steps: break` as the bound of its loop. */
export function readBreak(node: SyntaxNode, walk: Walk): void {
  const branch = node.parent?.parent;
  if (branch?.name !== 'IfStatement') return;
  const condition = branch.firstChild?.nextSibling;
  const bound = comparedBound(condition, /^(?:>=?|==)$/, walk);
  if (bound && condition && !WAITS.test(walk.read.textOf(condition))) walk.endsAt(bound);
}

/** What a condition of early stopping speaks of. */
const WAITS = /patience|improv|wait|bad|best|since|stop/i;

/** What a counter is compared with. */
function comparedBound(
  condition: SyntaxNode | null | undefined,
  comparison: RegExp,
  walk: Walk,
): Bound | null {
  const operator = condition?.getChild('CompareOp');
  if (!operator || !comparison.test(walk.read.textOf(operator))) return null;
  const [left, right] = [operator.prevSibling, operator.nextSibling];
  if (!left || !right || !isValue(right)) return null;
  const counts = countedBy(walk.read.textOf(left).replace(/^.*\./, ''));
  return counts === undefined ? null : { key: 'while', value: walk.read.read(right), counts };
}

/** null for a counter of steps, which counts only if the loop trains; undefined for no counter. */
function countedBy(counter: string): SettingKind | null | undefined {
  const words = wordsOf(counter);
  if (words.some(word => EPOCH.has(word))) return 'epochs';
  return words.some(word => STEP.has(word)) ? null : undefined;
}

function counted(variable: string, value: Expression): SettingKind | null {
  if (wordsOf(variable).some(word => EPOCH.has(word))) return 'epochs';
  const kinds = value.references.map(reference => meaningOf(reference.name)?.kind);
  return kinds.includes('epochs') ? 'epochs' : null;
}

/** Whether a loop repeats trainings (folds, seeds) instead of being one. */
export function repeats(node: SyntaxNode, walk: Walk): boolean {
  const variable = variableOf(node, walk);
  return variable !== null && REPEAT.test(variable);
}

/** Adds the bound of a loop that was walked through, where it is the length of the training. */
export function closeLoop(own: Bound | null, loop: Loop | undefined, walk: Walk): void {
  const bound = own ?? loop?.ends;
  const counts = bound && loop ? countsOf(bound, loop, walk) : null;
  if (!bound || counts === null) return;
  const { kind, strength } = counts;
  walk.add({
    role: 'loop',
    key: bound.key,
    name: bound.key,
    meaning: { kind, strength },
    value: bound.value,
    bounds: walk.inner ? null : kind,
    group: `loop ${bound.value.start}`,
  });
}

/** What the turns of a loop are; null where they are no training. */
function countsOf(bound: Bound, loop: Loop, walk: Walk): Meaning | null {
  if (bound.counts !== null) return { kind: bound.counts, strength: 'sure' };
  if (!isTraining(loop, walk)) return null;
  return loop.isEpoch
    ? { kind: 'epochs', strength: 'sure' }
    : { kind: 'iterations', strength: 'hint' };
}

/** A loop that does not say what it counts is the training if it is the outermost that updates weights. */
function isTraining(loop: Loop, walk: Walk): boolean {
  return (
    loop.trains && !loop.holdsEpochs && !loop.repeats && walk.loops.every(each => each.repeats)
  );
}
