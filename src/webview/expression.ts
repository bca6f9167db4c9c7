import { expressionTree, type ExpressionNode, type Place } from './expressionTree';

/** A step of looking for an expression; numbers are steps to go on with. */
type Step =
  | { readonly do: 'one'; readonly is: (character: string) => boolean }
  | { readonly do: 'fork'; first: number; second: number }
  | { readonly do: 'go'; to: number }
  | { readonly do: 'keep'; readonly slot: number }
  | { readonly do: 'at'; readonly where: Place }
  | { readonly do: 'end' };

/** A way that the text may be as the expression says: where it stands, and where its groups begin and end. */
interface Way {
  readonly step: number;
  readonly slots: readonly number[];
}

/** More steps than this are no expression of a person. */
const MOST_STEPS = 400;
/** No name is longer; what follows is not looked at. */
const LONGEST = 500;

/** What an expression finds first in a text: all of it, then its groups, '' for those that take no part. Null: nothing. */
export type Finder = (text: string) => readonly string[] | null;

const finders = new Map<string, Finder | null>();

/**
 * An expression as a way to find it, whatever the case. All ways are followed side by side (Thompson 1968, with groups as
 * in Pike's sam), so that no expression takes longer than its length times that of the text. Null for what is none.
 */
export function finderOf(source: string): Finder | null {
  const known = finders.get(source);
  if (known !== undefined) return known;
  const made = makeFinder(source);
  if (finders.size > 50) finders.clear();
  finders.set(source, made);
  return made;
}

function makeFinder(source: string): Finder | null {
  const read = source.length > LONGEST ? null : expressionTree(source);
  if (read === null) return null;
  const steps: Step[] = [{ do: 'keep', slot: 0 }];
  if (!write(read.tree, steps)) return null;
  steps.push({ do: 'keep', slot: 1 }, { do: 'end' });
  return text => {
    const slots = search(steps, text.slice(0, LONGEST));
    if (slots === null) return null;
    const part = (group: number) => text.slice(slots[2 * group] ?? 0, slots[2 * group + 1] ?? 0);
    return Array.from({ length: read.groups + 1 }, (_, group) => part(group));
  };
}

/** Writes the steps of a part behind those there are; false when they become too many. */
function write(node: ExpressionNode, steps: Step[]): boolean {
  if (steps.length > MOST_STEPS) return false;
  switch (node.kind) {
    case 'one':
      steps.push({ do: 'one', is: node.is });
      return true;
    case 'at':
      steps.push({ do: 'at', where: node.where });
      return true;
    case 'all':
      // An empty part is a step too, so that repeating it comes to an end.
      if (node.parts.length === 0) steps.push({ do: 'go', to: steps.length + 1 });
      return node.parts.every(part => write(part, steps));
    case 'any':
      return writeAny(node.parts, steps);
    case 'group': {
      const { index, part } = node;
      if (index === null) return write(part, steps);
      steps.push({ do: 'keep', slot: 2 * index + 2 });
      const fits = write(part, steps);
      steps.push({ do: 'keep', slot: 2 * index + 3 });
      return fits;
    }
    case 'repeat':
      return writeRepeat(node, steps);
  }
}

function writeAny([first, ...rest]: readonly ExpressionNode[], steps: Step[]): boolean {
  if (!first) return true;
  if (rest.length === 0) return write(first, steps);
  const fork = { do: 'fork' as const, first: steps.length + 1, second: 0 };
  steps.push(fork);
  if (!write(first, steps)) return false;
  const go = { do: 'go' as const, to: 0 };
  steps.push(go);
  fork.second = steps.length;
  const fits = writeAny(rest, steps);
  go.to = steps.length;
  return fits;
}

function writeRepeat(
  { part, least, most, lazy }: ExpressionNode & { readonly kind: 'repeat' },
  steps: Step[],
): boolean {
  // Nothing is a step too, like an empty part.
  if (most === 0) steps.push({ do: 'go', to: steps.length + 1 });
  for (let i = 0; i < least; i++) if (!write(part, steps)) return false;
  const forks: (Step & { readonly do: 'fork' })[] = [];
  const times = most === Infinity ? 1 : most - least;
  for (let i = 0; i < times; i++) {
    const fork = { do: 'fork' as const, first: steps.length + 1, second: 0 };
    forks.push(fork);
    steps.push(fork);
    if (!write(part, steps)) return false;
    if (most === Infinity) steps.push({ do: 'go', to: steps.indexOf(fork) });
  }
  for (const fork of forks) {
    fork.second = steps.length;
    if (lazy) [fork.first, fork.second] = [fork.second, fork.first];
  }
  return true;
}

/** Where what is found first begins and ends, and its groups; null: nothing. */
function search(steps: readonly Step[], text: string): readonly number[] | null {
  let ways: Way[] = [];
  let found: readonly number[] | null = null;
  for (let at = 0; at <= text.length; at++) {
    const next: Way[] = [];
    const seen = new Set<number>();
    if (found === null)
      follow(steps, text, at, { step: 0, slots: [] }, ways, new Set(ways.map(w => w.step)));
    for (const { step, slots } of ways) {
      const here = steps[step]!;
      if (here.do === 'end') {
        found = slots;
        // What is less wanted than what was found does not count.
        break;
      }
      if (here.do === 'one' && at < text.length && here.is(text[at]!)) {
        follow(steps, text, at + 1, { step: step + 1, slots }, next, seen);
      }
    }
    ways = next;
    if (ways.length === 0 && found !== null) break;
  }
  return found;
}

/** Adds all that a way leads to without another character, the most wanted first, each step once. */
function follow(
  steps: readonly Step[],
  text: string,
  at: number,
  from: Way,
  ways: Way[],
  seen: Set<number>,
): void {
  const open: Way[] = [from];
  for (let way = open.pop(); way; way = open.pop()) {
    const { step, slots } = way;
    if (seen.has(step)) continue;
    seen.add(step);
    const here = steps[step]!;
    switch (here.do) {
      case 'go':
        open.push({ step: here.to, slots });
        break;
      case 'fork':
        open.push({ step: here.second, slots }, { step: here.first, slots });
        break;
      case 'keep': {
        const kept = [...slots];
        kept[here.slot] = at;
        open.push({ step: step + 1, slots: kept });
        break;
      }
      case 'at':
        if (isAt(here.where, text, at)) open.push({ step: step + 1, slots });
        break;
      case 'one':
      case 'end':
        ways.push(way);
    }
  }
}

function isAt(where: Place, text: string, at: number): boolean {
  const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character);
  switch (where) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'edge':
      return isWord(text[at - 1]) !== isWord(text[at]);
    case 'inside':
      return isWord(text[at - 1]) === isWord(text[at]);
  }
}
