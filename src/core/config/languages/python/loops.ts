import type { SyntaxNode } from '@lezer/common';
import { meaningOf } from '../../names';
import type { SettingKind } from '../../setting';
import { wordsOf } from '../../words';
import { isValue, type Expression } from './expression';
import type { Loop, Walk } from './walk';

/** The bound of a loop, and what the loop's variable or bound says it counts. */
export interface Bound {
  readonly key: string;
  readonly node: SyntaxNode;
  readonly value: Expression;
  readonly counts: SettingKind | null;
}

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
  const variable = node.firstChild?.nextSibling;
  const iterated = node.getChild('in')?.nextSibling ?? null;
  if (!variable || variable.name !== 'VariableName' || !iterated) return null;
  const range = rangeIn(iterated, walk, 0);
  if (range === null) return null;
  const values = walk.read.argumentsOf(range).filter(argument => argument.keyword === null);
  const bound = (values.length > 1 ? values[1] : values[0])?.value;
  if (!bound) return null;
  const value = walk.read.read(bound);
  const from = values.length > 1 ? walk.read.read(values[0]!.value).number : 0;
  const key = walk.read.textOf(range.firstChild!);
  return {
    key,
    node: bound,
    value: from === 0 ? value : shifted(value),
    counts: counted(walk.read.textOf(variable), value),
  };
}

/** `range(1, 101)` makes 100 epochs: the number cannot be replaced by a length. */
const shifted = (value: Expression): Expression =>
  value.number === null ? value : { ...value, exact: false };

function rangeIn(node: SyntaxNode, walk: Walk, depth: number): SyntaxNode | null {
  if (node.name !== 'CallExpression' || depth > 3 || !node.firstChild) return null;
  if (RANGE.test(walk.read.textOf(node.firstChild))) return node;
  for (const argument of walk.read.argumentsOf(node)) {
    const found = rangeIn(argument.value, walk, depth + 1);
    if (found) return found;
  }
  return null;
}

function whileBound(node: SyntaxNode, walk: Walk): Bound | null {
  const condition = node.firstChild?.nextSibling;
  if (condition?.name !== 'BinaryExpression') return null;
  const [left, right] = [condition.firstChild, condition.lastChild];
  const operator = condition.getChild('CompareOp');
  if (!left || !right || !operator || !isValue(right)) return null;
  if (!/^<=?$/.test(walk.read.textOf(operator))) return null;
  const counter = walk.read.textOf(left).split('.').at(-1) ?? '';
  const counts = wordsOf(counter).some(word => EPOCH.has(word)) ? 'epochs' : null;
  if (counts === null && !wordsOf(counter).some(word => STEP.has(word) && word.length > 1))
    return null;
  return { key: 'while', node: right, value: walk.read.read(right), counts };
}

function counted(variable: string, value: Expression): SettingKind | null {
  if (wordsOf(variable).some(word => EPOCH.has(word))) return 'epochs';
  const kinds = value.references.map(reference => meaningOf(reference.name)?.kind);
  return kinds.includes('epochs') ? 'epochs' : null;
}

/** Whether a loop repeats trainings (folds, seeds) instead of being one. */
export function repeats(node: SyntaxNode, walk: Walk): boolean {
  const variable = node.name === 'ForStatement' ? node.firstChild?.nextSibling : null;
  return variable?.name === 'VariableName' && REPEAT.test(walk.read.textOf(variable));
}

/** Adds the bound of a loop that was walked through, where it is the length of the training. */
export function closeLoop(
  node: SyntaxNode,
  bound: Bound | null,
  loop: Loop | undefined,
  walk: Walk,
): void {
  if (!bound || !loop) return;
  if (bound.counts === null) {
    const outermost = walk.loops.every(outer => outer.repeats);
    if (!loop.trains || loop.holdsEpochs || loop.repeats || !outermost) return;
  }
  const kind = bound.counts ?? 'iterations';
  walk.add({
    role: 'loop',
    key: bound.key,
    name: bound.key,
    meaning: { kind, strength: bound.counts === null ? 'hint' : 'sure' },
    value: bound.value,
    bounds: walk.inner ? null : kind,
    group: `loop ${node.from}`,
  });
}
