import type { SyntaxNode } from '@lezer/common';
import type { Place } from '../../place';
import { ConfigValues } from '../../values';

/** A value of a program and what it is called. */
export interface NamedNode {
  readonly path: readonly string[];
  readonly name: SyntaxNode;
  readonly value: SyntaxNode;
  /** Of the names it stands beside, as `ConfigValues.mapping` gave it. */
  readonly group: number;
}

/** How a grammar calls what values are made of. */
export interface NodeNames {
  readonly text: string;
  /** A name or member that a value is read from. */
  readonly reference: RegExp;
  /** Whether a dot is a letter of names like any other, as in R. */
  readonly dots?: boolean;
}

/** The text of a program, and the values found in it so far. */
export class CodeSource {
  readonly values = new ConfigValues();
  readonly #text: string;
  readonly #names: NodeNames;

  constructor(text: string, names: NodeNames) {
    this.#text = text;
    this.#names = names;
  }

  textOf(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  /** A name as written, or the inside of a text that is one. */
  nameOf(node: SyntaxNode): string {
    return this.textOf(node).replace(/^["']|["']$/g, '');
  }

  /** The last name of what is called or read: `fit` of `model.fit`. */
  lastNameOf(node: SyntaxNode): string {
    const text = this.textOf(node).slice(-100);
    return this.#names.dots ? text.replace(/^.*[$:]/s, '') : text.replace(/^.*[.$]/s, '');
  }

  /** What R's `umap.model$n_epochs` says before its last name, which the grammar keeps apart. */
  ownersOf(name: SyntaxNode): readonly string[] {
    const before = /([\w.$]+)\$$/.exec(this.#text.slice(Math.max(0, name.from - 100), name.from));
    return before?.[1]?.split('$') ?? [];
  }

  /** Where a value stands, inside its quotes; R's `30L` without its letter. */
  placeOf(node: SyntaxNode): Place {
    const text = this.textOf(node);
    const quote = node.name === this.#names.text ? 1 : 0;
    const end = node.to - (/^\d+L$/.test(text) ? 1 : quote);
    return { start: node.from + quote, end, text: this.#text.slice(node.from + quote, end) };
  }

  /** Hands on a value under its name. */
  add({ path, name, value, group }: NamedNode): void {
    const standsFor = this.#names.reference.test(value.name);
    this.values.value({
      path: this.#names.dots ? path.map(withoutDots) : path,
      key: this.#names.dots ? withoutDots(this.nameOf(name)) : this.nameOf(name),
      keyPlace: { start: name.from, end: name.to },
      place: this.placeOf(value),
      group,
      isText: value.name === this.#names.text,
      standsFor,
      refersTo: standsFor ? this.lastNameOf(value) : null,
    });
  }

  /** A number that ends a loop over epochs, or is named where no key stands: `name` says what it is. */
  addBare(name: string, value: SyntaxNode): void {
    this.values.variable(name, this.placeOf(value));
  }
}

/** The children of a node, those between brackets and commas included. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Whether a loop's variable counts epochs. */
export function countsEpochs(name: string): boolean {
  return /^(?:i_?)?ep(?:och|o|oc)?s?(?:_?(?:i|idx|index|num|no))?$/i.test(name);
}

/** `n.trees` is one name, whose words the dot parts. */
function withoutDots(name: string): string {
  return name.replaceAll('.', '_');
}
