import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { lazily } from '../../lazily';
import type { ConfigSetting } from '../../setting';
import { childrenOf, CodeSource, countsEpochs } from '../code/source';

const VALUE = /^(?:Number|UnaryExpression|String|VariableName|MemberExpression|null)$/;
const LOOP = /^(?:For|While|Do)Statement$/;
const FLAG_DEFAULT = /^default(?:Value)?$/;
const DEEPEST = 40;

const typed = lazily(() => parser.configure({ dialect: 'ts jsx' }));

/** The settings among the constants, options, defaults and flags of a program. */
export function readJavaScript(text: string): readonly ConfigSetting[] {
  const tree = typed().parse(text);
  const reader = new Reader(text, tree);
  tree.iterate({ enter: ref => reader.enter(ref) });
  return reader.settings();
}

class Reader {
  readonly #source: CodeSource;
  /** Constants and variables stand beside each other, wherever in the file. */
  readonly #scope: number;
  /** Names of the parameters of each function of the file. */
  readonly #parametersOf = new Map<string, readonly string[]>();

  constructor(text: string, tree: Tree) {
    this.#source = new CodeSource(text, {
      text: 'String',
      reference: /^(?:VariableName|MemberExpression|null)$/,
    });
    this.#scope = this.#source.values.mapping(this.#declared(tree));
    tree.iterate({
      enter: ref => {
        if (ref.name === 'FunctionDeclaration') this.#function(ref.node);
      },
    });
  }

  settings(): readonly ConfigSetting[] {
    return this.#source.values.settings();
  }

  /** Takes a place in the tree; its node costs more than its name. */
  enter(ref: SyntaxNodeRef): void {
    switch (ref.name) {
      case 'VariableDeclaration':
      case 'PropertyDeclaration':
        this.#definitions(ref.node, [], this.#scope);
        break;
      case 'ParamList':
        this.#parameters(ref.node);
        break;
      case 'AssignmentExpression':
        this.#assignment(ref.node);
        break;
      case 'ObjectExpression':
        this.#object(ref.node);
        break;
      case 'ArgList':
        this.#option(ref.node);
        this.#plain(ref.node);
        break;
      case 'ForSpec':
        this.#loop(ref.node);
    }
  }

  #function(node: SyntaxNode): void {
    const name = node.getChild('VariableDefinition');
    const list = node.getChild('ParamList');
    if (!name || !list) return;
    const parameters = list
      .getChildren('VariableDefinition')
      .map(each => this.#source.textOf(each));
    this.#parametersOf.set(this.#source.textOf(name), parameters);
  }

  #declared(tree: Tree): readonly string[] {
    const names: string[] = [];
    tree.iterate({
      enter: ref => {
        if (ref.name === 'VariableDefinition') names.push(this.#source.nameOf(ref.node));
      },
    });
    return names;
  }

  #namesIn(node: SyntaxNode): number {
    const names = childrenOf(node)
      .map(child => (child.name === 'Property' ? (child.firstChild ?? child) : child))
      .filter(child => /Definition$/.test(child.name))
      .map(child => this.#source.nameOf(child));
    return this.#source.values.mapping(names);
  }

  /** `name = value` pairs of a declaration or a list of parameters. */
  #definitions(node: SyntaxNode, path: readonly string[], group: number): void {
    const children = childrenOf(node);
    for (const [index, child] of children.entries()) {
      const value = children[index + 1];
      const name = children.slice(0, index).findLast(each => /Definition$/.test(each.name));
      if (child.name !== 'Equals' || !value || !name || !VALUE.test(value.name)) continue;
      this.#source.add({ path, name, value, group });
    }
  }

  #parameters(node: SyntaxNode): void {
    this.#definitions(node, pathOf(node, this.#source), this.#namesIn(node));
  }

  #assignment(node: SyntaxNode): void {
    const [target, , value] = childrenOf(node);
    const name = target?.lastChild;
    if (target?.name !== 'MemberExpression' || name?.name !== 'PropertyName') return;
    if (!value || !VALUE.test(value.name)) return;
    const path = this.#source.textOf(target).split('.').slice(0, -1);
    this.#source.add({ path, name, value, group: this.#scope });
  }

  #object(node: SyntaxNode): void {
    const path = pathOf(node, this.#source);
    const group = this.#namesIn(node);
    const flag = this.#flagOf(node);
    for (const property of node.getChildren('Property')) {
      const name = property.firstChild;
      const value = property.lastChild;
      if (!name || !value || name === value || !VALUE.test(value.name)) continue;
      const isDefault = FLAG_DEFAULT.test(this.#source.nameOf(name));
      if (flag !== null && isDefault) this.#source.addBare(flag, value);
      else if (!this.#isOneRound(node, value)) this.#source.add({ path, name, value, group });
    }
  }

  /** `addArgument('--epochs', {defaultValue: 10})`, `.option('epochs', {default: 10})`. */
  #flagOf(node: SyntaxNode): string | null {
    const first = node.parent?.name === 'ArgList' ? node.parent.getChild('String') : null;
    if (!first || first.from > node.from) return null;
    return /^-{0,2}[\w-]+/.exec(this.#source.nameOf(first))?.[0] ?? null;
  }

  /** The plain arguments of a function that stands in the file: `run(20, 768)` where it is `run(epochs, batchSize)`. */
  #plain(list: SyntaxNode): void {
    const callee = list.parent?.firstChild;
    const names =
      callee?.name === 'VariableName' && this.#parametersOf.get(this.#source.textOf(callee));
    if (!names) return;
    const values = childrenOf(list).filter(child => !/^[(),]$/.test(child.name));
    for (const [at, value] of values.entries())
      if (value.name === 'Number') this.#source.addBare(names[at] ?? '', value);
  }

  /** `.option('-e, --epochs <n>', 'what it is', '10')`, as Commander has it. */
  #option(list: SyntaxNode): void {
    const callee = list.parent?.firstChild;
    const [flags, , value] = list.getChildren('String').map(node => this.#source.placeOf(node));
    if (!callee || flags === undefined || this.#source.lastNameOf(callee) !== 'option') return;
    const name = /--([\w-]+)/.exec(flags.text)?.[1];
    const number = list.getChild('Number');
    if (name === undefined) return;
    if (number) this.#source.addBare(name, number);
    else if (value) this.#source.values.variable(name, value);
  }

  /** `fit(…, {epochs: 1})` inside a loop is one turn of it. */
  #isOneRound(node: SyntaxNode, value: SyntaxNode): boolean {
    if (this.#source.textOf(value) !== '1') return false;
    let at = node.parent;
    for (let depth = 0; at && depth < DEEPEST; depth++, at = at.parent)
      if (LOOP.test(at.name)) return true;
    return false;
  }

  /** `for (let epoch = 0; epoch < 50; epoch++)`. */
  #loop(node: SyntaxNode): void {
    const condition = node.getChild('BinaryExpression');
    const [counter, operator, bound] = condition ? childrenOf(condition) : [];
    if (operator?.name !== 'CompareOp' || bound?.name !== 'Number' || !counter) return;
    if (this.#source.textOf(operator) !== '<') return;
    if (countsEpochs(this.#source.textOf(counter))) this.#source.addBare('epochs', bound);
  }
}

/** Names above a value: keys, what is called with it, what it is assigned to. */
function pathOf(node: SyntaxNode, source: CodeSource): readonly string[] {
  const path: string[] = [];
  let at = node.parent;
  for (let depth = 0; at && depth < DEEPEST; depth++, at = at.parent) {
    if (/Statement$|^Block$|^Script$/.test(at.name)) break;
    const name = namerOf(at);
    if (name) path.unshift(source.lastNameOf(name));
    if (at.name === 'VariableDeclaration' || /Function|Method/.test(at.name)) break;
  }
  return path;
}

function namerOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.name) {
    case 'Property':
    case 'CallExpression':
    case 'NewExpression':
    case 'AssignmentExpression':
      return node.firstChild;
    case 'VariableDeclaration':
    case 'FunctionDeclaration':
      return node.getChild('VariableDefinition');
    case 'MethodDeclaration':
      return node.getChild('PropertyDefinition');
    default:
      return null;
  }
}
