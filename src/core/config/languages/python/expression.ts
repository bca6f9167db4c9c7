import type { SyntaxNode } from '@lezer/common';
import { numberOf } from '../../numbers';
import { rehearses } from './rehearsal';

/** Where an expression takes its value from: `epochs`, `args.epochs`, `config["epochs"]`. */
export interface Reference {
  readonly form: 'name' | 'attribute' | 'item';
  readonly name: string;
  /** The object it is read from, as written (`self`, `args`, `cfg.train`); empty for a plain name. */
  readonly of: string;
}

/** A value in Python source, as far as a training length needs it understood. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The number it is, also inside quotes; null for everything that is computed. */
  readonly number: number | null;
  /** Whether another number in its place would mean that number. */
  readonly exact: boolean;
  /** What stands there beyond `number`: 1 for the 101 of `range(1, 101)`, which makes 100 turns; 0 for most. */
  readonly shift: number;
  readonly references: readonly Reference[];
  /** The default of `config.get("epochs", 10)` or `os.getenv("EPOCHS", 10)`. */
  readonly fallback: Expression | null;
  /** The 200 of `start + 200` or `200 + 1`, and what it is added to; null for every other expression. */
  readonly added: { readonly to: string; readonly number: Expression } | null;
}

const DEEPEST = 12;
/** Calls that hand their argument through. */
const THROUGH =
  /^(?:int|float|str|round|ceil|floor|abs|max|min|math\.ceil|math\.floor|np\.ceil|eval)$/;
const CAST = /^(?:int|float)\(/;
/** What is computed from its parts. */
const COMPUTED = /^(?:Parenthesized|Binary|Unary|Conditional)Expression$/;
const LOOKUP = /(?:^|\.)(?:get|getenv|getint|getfloat|pop|setdefault)$/;

/** Reads expressions of one source text; every offset is one of that text. */
export class Expressions {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  textOf(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  read(given: SyntaxNode): Expression {
    const node = this.#unwrapped(given);
    const place = this.#placeOf(node);
    const number = this.#numberOf(node, place.text);
    const references: Reference[] = [];
    if (number === null) this.#refer(node, references, 0);
    return {
      ...place,
      number,
      exact: number !== null,
      shift: 0,
      references,
      fallback: this.#fallbackOf(node),
      added: this.#addedIn(node),
    };
  }

  #addedIn(node: SyntaxNode): Expression['added'] {
    const [left, right] = [node.firstChild, node.lastChild];
    if (node.name !== 'BinaryExpression' || !left || right?.name !== 'Number') return null;
    const operator = node.getChild('ArithOp');
    if (!operator || this.textOf(operator) !== '+') return null;
    if (left.name === 'Number') return { to: this.textOf(right), number: this.read(left) };
    if (left.name !== 'VariableName') return null;
    return { to: this.textOf(left), number: this.read(right) };
  }

  /** The 1e5 of `int(1e5)` and the 50 of `1 if debug else 50`: a number in its place would mean the same. */
  #unwrapped(node: SyntaxNode): SyntaxNode {
    if (node.name === 'ConditionalExpression') return this.#chosen(node) ?? node;
    if (node.name !== 'CallExpression' || !CAST.test(this.textOf(node).slice(0, 10))) return node;
    const [only, ...more] = this.argumentsOf(node);
    return only?.value.name === 'Number' && more.length === 0 ? only.value : node;
  }

  /** What stands for the training itself where a condition asks whether this is a rehearsal. */
  #chosen(node: SyntaxNode): SyntaxNode | null {
    const [then, condition, other] = childrenOf(node).filter(isValue);
    if (!then || !condition || !other) return null;
    const says = rehearses(this.textOf(condition));
    if (says === null) return null;
    return says === 'yes' ? other : then;
  }

  /** The content of a string literal without prefix; null for everything else. */
  stringOf(node: SyntaxNode | null): string | null {
    if (node?.name !== 'String') return null;
    return /^[rbuRBU]{0,2}(["'])(.*)\1$/s.exec(this.textOf(node))?.[2] ?? null;
  }

  /** Arguments of a call in order, with their keyword where they have one. */
  argumentsOf(call: SyntaxNode): readonly Argument[] {
    const found: Argument[] = [];
    const list = call.getChild('ArgList');
    for (let node = list?.firstChild ?? null; node; node = node.nextSibling) {
      if (isValue(node) && node.nextSibling?.name !== 'AssignOp') found.push(this.#argument(node));
    }
    return found;
  }

  #argument(value: SyntaxNode): Argument {
    const before = value.prevSibling;
    if (before?.name === '*' || before?.name === '**') return { keyword: '*', name: null, value };
    const name = before?.name === 'AssignOp' ? before.prevSibling : null;
    return { keyword: name && this.textOf(name), name, value };
  }

  #placeOf(node: SyntaxNode): { start: number; end: number; text: string } {
    let [start, end] = [node.from, node.to];
    const duration = /^(\d+)ep$/.exec(this.stringOf(node) ?? '')?.[1];
    if (duration !== undefined)
      return { start: start + 1, end: start + 1 + duration.length, text: duration };
    if (node.name === 'String' && numberOf(this.stringOf(node) ?? '') !== null) {
      start += /^[a-zA-Z]*/.exec(this.textOf(node))![0].length + 1;
      end--;
    }
    return { start, end, text: this.source.slice(start, end) };
  }

  #numberOf(node: SyntaxNode, text: string): number | null {
    if (node.name === 'Number' || node.name === 'String') return numberOf(text);
    if (node.name === 'UnaryExpression' && node.lastChild?.name === 'Number') return numberOf(text);
    return null;
  }

  #refer(node: SyntaxNode, into: Reference[], depth: number): void {
    if (depth > DEEPEST || into.length > 8) return;
    switch (node.name) {
      case 'VariableName':
        into.push({ form: 'name', name: this.textOf(node), of: '' });
        return;
      case 'MemberExpression':
        this.#member(node, into);
        return;
      case 'CallExpression':
        this.#call(node, into, depth);
        return;
    }
    if (!COMPUTED.test(node.name)) return;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      this.#refer(child, into, depth + 1);
    }
  }

  #member(node: SyntaxNode, into: Reference[]): void {
    const base = node.firstChild;
    const last = node.lastChild;
    if (!base || !last) return;
    const of = this.textOf(base);
    if (last.name === 'PropertyName') {
      into.push({ form: 'attribute', name: this.textOf(last), of });
      return;
    }
    const key = this.stringOf(node.getChild('String'));
    if (key !== null) into.push({ form: 'item', name: key, of });
  }

  #call(node: SyntaxNode, into: Reference[], depth: number): void {
    const callee = node.firstChild ? this.textOf(node.firstChild) : '';
    const args = this.argumentsOf(node);
    if (THROUGH.test(callee)) {
      for (const argument of args) this.#refer(argument.value, into, depth + 1);
    } else if (LOOKUP.test(callee)) {
      const key = this.stringOf(args[0]?.value ?? null);
      if (key !== null) into.push({ form: 'item', name: key, of: callee });
    }
  }

  #fallbackOf(node: SyntaxNode): Expression | null {
    let call = node;
    for (let depth = 0; depth < 3 && call.name === 'CallExpression'; depth++) {
      const callee = call.firstChild ? this.textOf(call.firstChild) : '';
      const args = this.argumentsOf(call);
      if (LOOKUP.test(callee) && args.length === 2 && this.stringOf(args[0]!.value) !== null) {
        const given = this.read(args[1]!.value);
        return given.number === null ? null : given;
      }
      if (!THROUGH.test(callee) || args.length !== 1) return null;
      call = args[0]!.value;
    }
    return null;
  }
}

/** An argument of a call; `keyword` is `*` for a spread list or mapping, null for a positional one. */
export interface Argument {
  readonly keyword: string | null;
  readonly name: SyntaxNode | null;
  readonly value: SyntaxNode;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Whether a node is a value, not punctuation, a comment or the place of an error. */
export function isValue(node: SyntaxNode): boolean {
  return /^[A-Z]/.test(node.name) && node.name !== 'Comment' && node.name !== 'AssignOp';
}
