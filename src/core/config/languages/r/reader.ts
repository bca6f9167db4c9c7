import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from 'lezer-r';
import type { ConfigSetting } from '../../setting';
import { childrenOf, CodeSource, countsEpochs } from '../code/source';

const VALUE = /^(?:Numeric|Integer|String|Identifier)$/;

/** The settings among the variables, named arguments and loops of a script. */
export function readR(text: string): readonly ConfigSetting[] {
  const tree = parser.parse(text);
  const source = new CodeSource(text, { text: 'String', reference: /^Identifier$/, dots: true });
  const scope = source.values.mapping(assignedIn(tree, source));
  tree.iterate({
    enter: ref => {
      if (ref.name === 'VariableAssignment') readAssignment(ref.node, source, scope);
      else if (ref.name === 'ArgList' || ref.name === 'ParamList') readArguments(ref.node, source);
      else if (ref.name === 'ForStatement') readLoop(text, ref.node, source);
    },
  });
  return source.values.settings();
}

function assignedIn(tree: Tree, source: CodeSource): readonly string[] {
  const names: string[] = [];
  tree.iterate({
    enter: ref => {
      if (ref.name === 'Assignable') names.push(source.textOf(ref.node));
    },
  });
  return names;
}

function readAssignment(node: SyntaxNode, source: CodeSource, group: number): void {
  // The grammar takes `epochs <- 3 * 10` for a product whose first part is an assignment.
  if (node.parent?.name === 'BinaryStatement') return;
  const name = node.getChild('Assignable')?.getChild('Identifier');
  // A semicolon after it is an error to the grammar.
  const value = childrenOf(node).findLast(child => !child.type.isError);
  if (!name || !value || !VALUE.test(value.name)) return;
  source.add({ path: source.ownersOf(name), name, value, group });
}

/** `fit(epochs = 30)`; the grammar puts a value beside its name, not below it. */
function readArguments(node: SyntaxNode, source: CodeSource): void {
  const children = childrenOf(node);
  const names = children.flatMap(child => child.getChild('Identifier') ?? []);
  const group = source.values.mapping(names.map(name => source.nameOf(name)));
  const callee = node.parent?.firstChild;
  const path = callee && callee !== node ? [source.lastNameOf(callee)] : [];
  for (const [index, child] of children.entries()) {
    const name = child.name === 'NamedArg' ? child.getChild('Identifier') : null;
    const value = children[index + 1];
    if (name && value && VALUE.test(value.name)) source.add({ path, name, value, group });
  }
}

/** `for (epoch in 1:20)`, `seq_len(20)`; the grammar knows no ranges, so the text is looked at. */
function readLoop(text: string, node: SyntaxNode, source: CodeSource): void {
  const head = text.slice(node.from, Math.min(node.to, node.from + 200));
  const found = /^for\s*\(\s*([\w.]+)\s+in\s+(?:1\s*:\s*|seq_len\(\s*)(\d+)L?\s*\)/.exec(head);
  if (found?.[1] === undefined || found[2] === undefined || !countsEpochs(found[1])) return;
  const end = node.from + found[0].trimEnd().search(/\d+L?\s*\)+$/) + found[2].length;
  source.values.variable('epochs', { start: end - found[2].length, end, text: found[2] });
}
