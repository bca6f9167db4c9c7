import { BARS, DIGITS, EXACT, FRACTION, LINE_END, LONG, MORE, STAMPED } from './pathTokens';

/** Kinds of nodes (lines.kernel.ts): up to sixteen bytes, and the tokens of pathTokens.ts. */
export const NODE_LITERAL = 0;
export const NODE_DIGITS = 1;
export const NODE_FRACTION = 2;
export const NODE_EXACT = 3;
export const NODE_STAMPED = 4;
export const NODE_BARS = 5;
export const NODE_MORE = 6;
export const NODE_LINE_END = 7;
export const NODE_LONG = 8;

/** A node is eight integers: its kind, what belongs to it, four with bytes, the node behind it, the node to try instead. */
export const NODE = 8;
export const ARGUMENT = 1;
const BYTES = 2;
export const NEXT = 6;
export const OTHER = 7;
export const LONGEST_LITERAL = 16;
/** Ways on from one place. */
const MOST_WAYS = 24;

/** What stands for a first byte: all digits begin alike. */
export function rootOf(byte: number): number {
  return (byte ^ 48) <= 9 ? 48 : byte;
}

/** Nodes of paths that share their beginnings; 0 is none. */
export class PathNodes {
  words = new Int32Array(NODE * 64);
  /** The first node by the first byte of a line (see `rootOf`). */
  readonly roots = new Int32Array(256);
  /** Nodes so far, with the one that is none. */
  size = 1;
  /** Whether there are other first nodes since this was last set back. */
  isRerooted = true;
  /** How often all were forgotten. */
  cleared = 0;
  /** Nodes whose words were changed after they had been made. */
  readonly changed = new Set<number>();

  /** Forgets all paths. */
  clear(): void {
    this.roots.fill(0);
    this.words.fill(0, 0, NODE);
    this.size = 1;
    this.changed.clear();
    this.cleared++;
  }

  /**
   * Adds a path from the nodes at `roots[first]` on, with what is said at its end (the place of its shape, that of its
   * program, how many numbers it asks for); false where there were too many
   * ways or the path is there.
   */
  add(first: number, tokens: readonly number[], end: readonly [number, number, number]): boolean {
    let before = -first - 1;
    let field = NEXT;
    let node = this.roots[first]!;
    let ways = 0;
    for (let at = 0; at < tokens.length;) {
      if (node === 0) {
        this.#link(before, field, this.#append(tokens, at, end));
        return true;
      }
      const length = this.#shared(node, tokens, at);
      if (length > 0) {
        this.#split(node, length);
        at += length;
        ways = 0;
      } else if (++ways > MOST_WAYS) return false;
      before = node;
      field = length > 0 ? NEXT : OTHER;
      node = this.words[node * NODE + field]!;
    }
    return false;
  }

  /** How many tokens from `at` on a node asks for too. */
  #shared(node: number, tokens: readonly number[], at: number): number {
    const { words } = this;
    const kind = words[node * NODE]!;
    if (kind !== NODE_LITERAL) {
      const [own, argument] = kindOf(tokens[at]!);
      return kind === own && (words[node * NODE + ARGUMENT] === argument || kind === NODE_LINE_END)
        ? 1
        : 0;
    }
    const length = words[node * NODE + ARGUMENT]!;
    let same = 0;
    while (same < length && tokens[at + same] === this.byteAt(node, same)) same++;
    return same;
  }

  /** The byte of a literal. */
  byteAt(node: number, at: number): number {
    return (this.words[node * NODE + BYTES + (at >> 2)]! >>> ((at & 3) << 3)) & 255;
  }

  /** Makes two nodes of a literal that is longer. */
  #split(node: number, length: number): void {
    const place = node * NODE;
    if (this.words[place] !== NODE_LITERAL || this.words[place + ARGUMENT] === length) return;
    const bytes = Array.from({ length: this.words[place + ARGUMENT]! }, (_, at) =>
      this.byteAt(node, at),
    );
    const rest = this.#literal(bytes.slice(length));
    this.words[rest * NODE + NEXT] = this.words[place + NEXT]!;
    this.#putBytes(node, bytes.slice(0, length));
    this.words[place + NEXT] = rest;
    this.changed.add(node);
  }

  /** The rest of a path; gives its first node. */
  #append(tokens: readonly number[], from: number, end: readonly [number, number, number]): number {
    let first = 0;
    let last = 0;
    for (let at = from; at < tokens.length;) {
      let literal = at;
      const most = Math.min(tokens.length, at + LONGEST_LITERAL);
      while (literal < most && tokens[literal]! < DIGITS) literal++;
      const [kind, argument] = kindOf(tokens[at]!);
      const node = literal > at ? this.#literal(tokens.slice(at, literal)) : this.#node(kind);
      if (literal === at) this.words[node * NODE + ARGUMENT] = argument;
      if (kind === NODE_LINE_END) this.words.set(end, node * NODE + ARGUMENT);
      if (last === 0) first = node;
      else this.words[last * NODE + NEXT] = node;
      last = node;
      at = Math.max(literal, at + 1);
    }
    return first;
  }

  #literal(bytes: readonly number[]): number {
    const node = this.#node(NODE_LITERAL);
    this.#putBytes(node, bytes);
    return node;
  }

  #putBytes(node: number, bytes: readonly number[]): void {
    const place = node * NODE;
    this.words[place + ARGUMENT] = bytes.length;
    this.words.fill(0, place + BYTES, place + NEXT);
    bytes.forEach((byte, at) => {
      this.words[place + BYTES + (at >> 2)]! |= byte << ((at & 3) << 3);
    });
  }

  #node(kind: number): number {
    if ((this.size + 1) * NODE > this.words.length) {
      const larger = new Int32Array(2 * this.words.length);
      larger.set(this.words);
      this.words = larger;
    }
    const place = this.size * NODE;
    this.words.fill(0, place, place + NODE);
    this.words[place] = kind;
    return this.size++;
  }

  #link(before: number, field: number, node: number): void {
    if (before < 0) {
      this.roots[-before - 1] = node;
      this.isRerooted = true;
    } else {
      this.words[before * NODE + field] = node;
      this.changed.add(before);
    }
  }
}

/** The kind of a token's node, and what belongs to it. */
function kindOf(token: number): readonly [kind: number, argument: number] {
  if (token >= MORE) return [NODE_MORE, token - MORE];
  if (token >= EXACT) return [NODE_EXACT, token - EXACT];
  switch (token) {
    case DIGITS:
      return [NODE_DIGITS, 0];
    case FRACTION:
      return [NODE_FRACTION, 0];
    case STAMPED:
      return [NODE_STAMPED, 0];
    case BARS:
      return [NODE_BARS, 0];
    case LINE_END:
      return [NODE_LINE_END, 0];
    case LONG:
      return [NODE_LONG, 0];
    default:
      return [NODE_LITERAL, 0];
  }
}
