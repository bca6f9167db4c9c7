import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { Expressions } from './expression';

/** A name with more values than this says nothing about one of them. */
const MOST_VALUES = 4;

/** What a text may be made of. */
const TEXTUAL =
  /^(?:(?:Format|Continued)?String|(?:Binary|Conditional|Parenthesized|Member|Call)Expression|VariableName)$/;

/** The expressions that names stand for in a source: constants, attributes, arguments and their defaults, entries of dicts. */
export class PathNames {
  readonly #values = new Map<string, SyntaxNode[]>();
  readonly #read: Expressions;

  constructor(tree: Tree, read: Expressions) {
    this.#read = read;
    tree.iterate({ enter: ref => this.#enter(ref) });
  }

  /** What a name stands for, whatever object it is read from; empty where nothing or too much says it. */
  of(name: string): readonly SyntaxNode[] {
    const values = this.#values.get(plain(name)) ?? [];
    return values.length > MOST_VALUES ? [] : values;
  }

  /** A node is made only where it is looked at: making one costs more than passing over it. */
  #enter(ref: SyntaxNodeRef): void {
    switch (ref.name) {
      case 'AssignStatement':
        this.#assignment(ref.node);
        break;
      case 'ArgList':
      case 'ParamList':
        this.#arguments(ref.node);
        break;
      case 'DictionaryExpression':
        this.#entries(ref.node);
    }
  }

  #assignment(node: SyntaxNode): void {
    const target = node.firstChild;
    const value = node.lastChild;
    if (target && value && target.to < value.from) this.#note(this.#leaf(target), value);
  }

  /** `f(out="x")`, `def f(out="x")`, and `add_argument("--out", default="x")`. */
  #arguments(list: SyntaxNode): void {
    const first = list.firstChild?.nextSibling ?? null;
    const flag = this.#flagOf(first);
    for (let node = first; node; node = node.nextSibling) {
      const key = node.name === 'AssignOp' ? keyBefore(node) : null;
      if (!key || !node.nextSibling) continue;
      const called = this.#read.textOf(key);
      this.#note(flag !== null && called === 'default' ? flag : called, node.nextSibling);
    }
  }

  /** The long one of the flags that an argument list begins with. */
  #flagOf(first: SyntaxNode | null): string | null {
    for (let node = first; node?.name === 'String'; node = node.nextSibling?.nextSibling ?? null) {
      const text = this.#read.stringOf(node) ?? '';
      if (text.startsWith('--')) return text;
    }
    return null;
  }

  #entries(dictionary: SyntaxNode): void {
    for (let node = dictionary.firstChild; node; node = node.nextSibling) {
      if (node.name !== ':' || !node.prevSibling || !node.nextSibling) continue;
      const key = this.#read.stringOf(node.prevSibling);
      if (key !== null) this.#note(key, node.nextSibling);
    }
  }

  /** `LOG`, `args.log`, `config["log"]`: the last name. */
  #leaf(target: SyntaxNode): string {
    return this.#read
      .textOf(target)
      .replace(/["']?\]$/, '')
      .replace(/^.*[."'[]/s, '');
  }

  #note(name: string, value: SyntaxNode): void {
    if (!TEXTUAL.test(value.name)) return;
    const key = plain(name);
    const values = this.#values.get(key);
    if (values) values.push(value);
    else this.#values.set(key, [value]);
  }
}

/** The name of a parameter or argument, before its type. */
function keyBefore({ prevSibling: before }: SyntaxNode): SyntaxNode | null {
  return before?.name === 'TypeDef' ? before.prevSibling : before;
}

const plain = (name: string) => name.replace(/^-+/, '').replaceAll('-', '_');
