import type { Parser, SyntaxNode } from '@lezer/common';
import { parser } from '@plutojl/lezer-julia';
import type { ConfigSetting } from '../../setting';
import { childrenOf, CodeSource, countsEpochs } from '../code/source';

const VALUE = /^(?:IntegerLiteral|FloatLiteral|StringLiteral|Identifier|FieldExpression)$/;
const DEEPEST = 40;

/** Its own types name a class that moved. */
const grammar = () => parser as unknown as Parser;

/** The settings among the constants, keyword arguments, fields and loops of a program. */
export function readJulia(text: string): readonly ConfigSetting[] {
  const source = new CodeSource(text, {
    text: 'StringLiteral',
    reference: /^(?:Identifier|FieldExpression)$/,
  });
  const groups = new Map<number, Pair[]>();
  grammar()
    .parse(text)
    .iterate({
      enter: ref => {
        if (PAIR.test(ref.name)) addPair(ref.node, groups);
        else if (ref.name === 'ForBinding') readLoop(ref.node, source);
        else if (ref.name === 'MacrocallExpression') readMacro(ref.node, source);
      },
    });
  for (const pairs of groups.values()) {
    const group = source.values.mapping(pairs.map(({ name }) => source.nameOf(name)));
    for (const { node, name, value } of pairs)
      if (VALUE.test(value.name)) source.add({ path: pathOf(node, source), name, value, group });
  }
  return source.values.settings();
}

/** Where a value may be given a name. */
const PAIR = /^(?:Assignment|KwArg|BinaryExpression)$/;

interface Pair {
  readonly node: SyntaxNode;
  readonly name: SyntaxNode;
  readonly value: SyntaxNode;
}

/** Pairs below the same node are neighbours. */
function addPair(node: SyntaxNode, groups: Map<number, Pair[]>): void {
  if (node.name === 'BinaryExpression' && !isPair(node)) return;
  const pair = pairOf(node);
  if (pair === null) return;
  const around = node.parent?.from ?? 0;
  const beside = groups.get(around);
  if (beside) beside.push({ node, ...pair });
  else groups.set(around, [{ node, ...pair }]);
}

const isPair = (node: SyntaxNode): boolean => node.getChild('PairOp') !== null;

/** `epochs = 10`, `epochs::Int = 10`, `"epochs" => 10`. */
function pairOf(node: SyntaxNode): { name: SyntaxNode; value: SyntaxNode } | null {
  const [left, , value] = childrenOf(node);
  if (!left || !value) return null;
  const typed = left.name === 'BinaryExpression' && left.getChild('SubTypeOp') !== null;
  const name = typed ? left.firstChild : left;
  return name && /^(?:Identifier|StringLiteral)$/.test(name.name) ? { name, value } : null;
}

/** `for epoch in 1:100`. */
function readLoop(node: SyntaxNode, source: CodeSource): void {
  const [variable, , range] = childrenOf(node);
  if (!variable || !range || !countsEpochs(source.textOf(variable))) return;
  const [from, , to] = childrenOf(range);
  if (from && to && source.textOf(from) === '1') source.addBare('epochs', to);
}

/** `@epochs 10 train!(…)`. */
function readMacro(node: SyntaxNode, source: CodeSource): void {
  const [macro, list] = childrenOf(node);
  const first = list?.firstChild;
  if (macro && first && /@epochs$/.test(source.textOf(macro))) source.addBare('epochs', first);
}

/** What a value is handed to: the name that is called or defined. */
function pathOf(node: SyntaxNode, source: CodeSource): readonly string[] {
  let at = node.parent;
  for (let depth = 0; at && depth < DEEPEST; depth++, at = at.parent) {
    if (at.name === 'CallExpression' && at.firstChild) return [source.lastNameOf(at.firstChild)];
    if (/Definition$|^Program$/.test(at.name)) return [];
  }
  return [];
}
