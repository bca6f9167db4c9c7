import type { SyntaxNode } from '@lezer/common';
import { isValue } from './expression';
import type { Walk } from './walk';

/** Calls that give a class field its default: dataclasses, pydantic, attrs, traits, click's and typer's options. */
const FIELD =
  /(?:^|[._])(?:field|option|argument|parameter|param|ib|attrib|integer|int|float|flag|hp)$/i;

/** `EPOCHS = 10`, `self.epochs = args.epochs`, `a, b = 1, 2`, and the fields of a class. */
export function readAssignment(node: SyntaxNode, walk: Walk): void {
  const parts: SyntaxNode[][] = [[]];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'AssignOp') parts.push([]);
    else if (child.name !== 'TypeDef' && isValue(child)) parts[parts.length - 1]!.push(child);
  }
  const values = parts.pop() ?? [];
  for (const targets of parts) {
    if (targets.length !== values.length) continue;
    targets.forEach((target, index) => assign(target, values[index]!, walk));
  }
}

function assign(target: SyntaxNode, value: SyntaxNode, walk: Walk): void {
  const named = nameOf(target, walk);
  if (named === null) return;
  const field = walk.inClassBody;
  const given = (field && defaultOf(value, walk)) || value;
  const path = named.of.includes('.') ? `${named.of}.${named.name}` : null;
  const owner = field ? walk.className : null;
  walk.add({
    role: field ? 'field' : 'assignment',
    key: walk.read.textOf(target).slice(0, 100),
    name: named.name,
    of: named.of,
    keyPath:
      path === null || named.of.startsWith('self') ? null : path.slice(path.indexOf('.') + 1),
    keyNode: target,
    value: given,
    around: owner === null ? named.of.split(/\W+/) : [owner],
  });
}

function nameOf(target: SyntaxNode, walk: Walk): { name: string; of: string } | null {
  if (target.name === 'VariableName') return { name: walk.read.textOf(target), of: '' };
  if (target.name !== 'MemberExpression' || !target.firstChild || !target.lastChild) return null;
  const of = walk.read.textOf(target.firstChild);
  if (target.lastChild.name === 'PropertyName') {
    return { name: walk.read.textOf(target.lastChild), of };
  }
  const key = walk.read.stringOf(target.getChild('String'));
  return key === null ? null : { name: key, of };
}

/** The value a field or option call gives: its `default`, else its first number. */
export function defaultOf(value: SyntaxNode, walk: Walk): SyntaxNode | null {
  if (value.name !== 'CallExpression' || !value.firstChild) return null;
  if (!FIELD.test(walk.read.textOf(value.firstChild))) return null;
  const args = walk.read.argumentsOf(value);
  const named = args.find(argument => argument.keyword === 'default');
  const first = args[0];
  return named?.value ?? (first?.keyword === null ? first.value : null);
}

/** Defaults of a function's parameters (`def train(epochs: int = 10)`); gives the names of all of them. */
export function readParameters(node: SyntaxNode, walk: Walk): readonly string[] {
  const around = [walk.className ?? '', nameOfDefinition(node, walk)];
  const parameters = parametersOf(node);
  for (const { name, value } of parameters) {
    if (value === null) continue;
    walk.add({
      role: 'parameter',
      key: walk.read.textOf(name),
      name: walk.read.textOf(name),
      keyNode: name,
      value: defaultOf(value, walk) ?? value,
      around,
      group: `parameters ${node.from}`,
    });
  }
  return parameters.map(({ name }) => walk.read.textOf(name));
}

interface Parameter {
  readonly name: SyntaxNode;
  value: SyntaxNode | null;
}

function parametersOf(node: SyntaxNode): readonly Parameter[] {
  const found: Parameter[] = [];
  const list = node.getChild('ParamList');
  let isDefault = false;
  for (let at = list && list.firstChild; at; at = at.nextSibling) {
    const last = found[found.length - 1];
    if (isDefault && last && isValue(at)) last.value = at;
    else if (at.name === 'VariableName') found.push({ name: at, value: null });
    isDefault = at.name === 'AssignOp';
  }
  return found;
}

/** The name of a function or class. */
export function nameOfDefinition(node: SyntaxNode, walk: Walk): string {
  const name = node.getChild('VariableName');
  return name ? walk.read.textOf(name) : '';
}
