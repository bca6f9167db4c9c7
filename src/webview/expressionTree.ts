/** A part of an expression. */
export type ExpressionNode =
  | { readonly kind: 'one'; readonly is: (character: string) => boolean }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly ExpressionNode[] }
  | { readonly kind: 'group'; readonly part: ExpressionNode; readonly index: number | null }
  | { readonly kind: 'at'; readonly where: Place }
  | {
      readonly kind: 'repeat';
      readonly part: ExpressionNode;
      readonly least: number;
      /** Infinity: as often as there is. */
      readonly most: number;
      readonly lazy: boolean;
    };

export type Place = 'start' | 'end' | 'edge' | 'inside';

const PLACES: Readonly<Record<string, Place>> = {
  '^': 'start',
  $: 'end',
  '\\b': 'edge',
  '\\B': 'inside',
};
/** One character, or a class of them, as JavaScript writes it. */
const ONE = /\[\^?(?:\\[^]|[^\]\\])*\]|\\(?:x[\da-f]{2}|u[\da-f]{4}|[^1-9kpPcxu])|[^\\()|*+?[]/iy;
const TIMES = /([*+?]|\{(\d+)(,(\d+)?)?\})(\??)/y;
const GROUP = /\((?:\?:|\?<[a-z_]\w*>)?/iy;

/** What cannot be read as an expression; caught in this file. */
class NoExpression extends Error {}

/**
 * Reads a regular expression as JavaScript writes it. Null for what is none, and for what nothing finds in linear time:
 * looking ahead or back, and references to what was found before.
 */
export function expressionTree(
  source: string,
): { readonly tree: ExpressionNode; readonly groups: number } | null {
  try {
    // What is no expression at all is known best by who made them.
    new RegExp(source);
    const reader = new TreeReader(source);
    return { tree: reader.whole(), groups: reader.groups };
  } catch (error) {
    if (error instanceof NoExpression || error instanceof SyntaxError) return null;
    throw error;
  }
}

class TreeReader {
  readonly #source: string;
  #at = 0;
  groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): ExpressionNode {
    const tree = this.#any();
    if (this.#at < this.#source.length) throw new NoExpression();
    return tree;
  }

  #any(): ExpressionNode {
    const parts = [this.#all()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      parts.push(this.#all());
    }
    return { kind: 'any', parts };
  }

  #all(): ExpressionNode {
    const parts: ExpressionNode[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      parts.push(this.#repeated(this.#part()));
    }
    return { kind: 'all', parts };
  }

  #repeated(part: ExpressionNode): ExpressionNode {
    const found = this.#take(TIMES);
    if (found === null) return part;
    if (part.kind === 'at') throw new NoExpression();
    const [, sign = '', least, more, most, lazy] = found;
    const ends = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[sign] ?? [
      Number(least),
      more === undefined ? Number(least) : Number(most ?? Infinity),
    ];
    return { kind: 'repeat', part, least: ends[0]!, most: ends[1]!, lazy: lazy === '?' };
  }

  #part(): ExpressionNode {
    const place = this.#place();
    if (place) return { kind: 'at', where: place };
    const open = this.#take(GROUP);
    if (open === null) return this.#one();
    const index = open[0] === '(?:' ? null : this.groups++;
    const part = this.#any();
    if (this.#source[this.#at++] !== ')') throw new NoExpression();
    return { kind: 'group', part, index };
  }

  #place(): Place | undefined {
    const written = this.#source[this.#at] === '\\' ? 2 : 1;
    const place = PLACES[this.#source.slice(this.#at, this.#at + written)];
    if (place) this.#at += written;
    return place;
  }

  #one(): ExpressionNode {
    const found = this.#take(ONE);
    if (found === null) throw new NoExpression();
    const form = new RegExp(`^(?:${found[0]})$`, 'is');
    return { kind: 'one', is: character => form.test(character) };
  }

  #take(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const found = form.exec(this.#source);
    if (found) this.#at = form.lastIndex;
    return found;
  }
}
