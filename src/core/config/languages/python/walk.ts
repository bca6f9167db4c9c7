import type { SyntaxNode } from '@lezer/common';
import { meaningOf, type Meaning } from '../../names';
import type { SettingKind } from '../../setting';
import type { Expression, Expressions } from './expression';
import type { Candidate, Facts } from './facts';

/** The bound of a loop, and what the loop's variable or bound says it counts. */
export interface Bound {
  readonly key: string;
  readonly value: Expression;
  readonly counts: SettingKind | null;
}

/** A loop being walked through. */
export interface Loop {
  /** It counts epochs, whatever the body does. */
  readonly epochs: boolean;
  /** It repeats trainings: folds, seeds, models. */
  readonly repeats: boolean;
  /** Its body was seen to update weights. */
  trains: boolean;
  /** A loop over epochs stands inside. */
  holdsEpochs: boolean;
  /** Each turn trains one epoch of something. */
  isEpoch: boolean;
  /** What ends it from inside, as in `while True: … if step >= max_steps: break`. */
  ends: Bound | null;
}

/** A class or function being walked through. */
interface Frame {
  readonly kind: 'class' | 'function';
  readonly name: string;
  /** Index into `Facts.functions`; a class has that of the function around it. */
  readonly scope: number;
  readonly loops: Loop[];
}

/** What a new candidate must say; the rest is where the walk is. */
export type Found = Pick<Candidate, 'role' | 'key' | 'name' | 'value'> &
  Partial<Pick<Candidate, 'keyPath' | 'around' | 'of' | 'group' | 'bounds' | 'meaning'>> & {
    readonly keyNode?: SyntaxNode | null;
  };

const REHEARSAL = /debug|smoke|dry_?run|fast_dev|quick|toy|sanity|unittest|testing|profil/i;

const USUAL = { keyPath: null, around: [], of: '', bounds: null } as const;

function placeOf(node: SyntaxNode | null): Pick<Candidate, 'keyStart' | 'keyEnd'> {
  return { keyStart: node?.from ?? null, keyEnd: node?.to ?? null };
}

/** Where a pass over the tree is, and what it has found so far. */
export class Walk {
  readonly read: Expressions;
  readonly facts: Facts = {
    candidates: [],
    names: new Map(),
    functions: [{ name: '', className: null, outer: -1, parameters: [] }],
    calls: [],
    dependents: [],
  };
  readonly #meanings = new Map<string, Meaning | null>();
  readonly #frames: Frame[] = [{ kind: 'function', name: '', scope: 0, loops: [] }];

  constructor(read: Expressions) {
    this.read = read;
  }

  get scope(): number {
    return this.#top.scope;
  }

  get inClassBody(): boolean {
    return this.#top.kind === 'class';
  }

  /** Name of the innermost class; null outside. */
  get className(): string | null {
    return this.#frames.findLast(frame => frame.kind === 'class')?.name ?? null;
  }

  get functionName(): string {
    return this.#frames.findLast(frame => frame.kind === 'function')?.name ?? '';
  }

  get inner(): boolean {
    return this.#top.loops.some(loop => loop.epochs);
  }

  get loops(): readonly Loop[] {
    return this.#top.loops;
  }

  enterClass(name: string): void {
    this.#frames.push({ kind: 'class', name, scope: this.scope, loops: [] });
  }

  enterFunction(name: string, parameters: readonly string[]): void {
    const direct = this.inClassBody ? this.className : null;
    this.facts.functions.push({ name, className: direct, outer: this.scope, parameters });
    this.#frames.push({
      kind: 'function',
      name,
      scope: this.facts.functions.length - 1,
      loops: [],
    });
  }

  leaveFrame(): void {
    if (this.#frames.length > 1) this.#frames.pop();
  }

  enterLoop(epochs: boolean, repeats: boolean): void {
    if (epochs) for (const loop of this.#top.loops) loop.holdsEpochs = true;
    this.#top.loops.push({
      epochs,
      repeats,
      trains: false,
      holdsEpochs: false,
      isEpoch: false,
      ends: null,
    });
  }

  leaveLoop(): Loop | undefined {
    return this.#top.loops.pop();
  }

  /** Weights are updated here. */
  trains(): void {
    for (const loop of this.#top.loops) loop.trains = true;
  }

  /** One epoch is trained here, with a length that must stay 1. */
  trainsOneEpoch(): void {
    this.trains();
    const loop = this.#top.loops.at(-1);
    if (loop) loop.isEpoch = true;
  }

  /** The innermost loop may end here. */
  endsAt(bound: Bound): void {
    const loop = this.#top.loops.at(-1);
    if (loop) loop.ends ??= bound;
  }

  /** Notes a name as a neighbour of its group, whatever its value is. */
  name(group: string, name: string): void {
    const names = this.facts.names.get(group);
    if (names) names.push(name);
    else this.facts.names.set(group, [name]);
  }

  /** What a name means; asked again and again for the same few names. */
  meaningOf(name: string): Meaning | null {
    let meaning = this.#meanings.get(name);
    if (meaning === undefined) this.#meanings.set(name, (meaning = meaningOf(name)));
    return meaning;
  }

  add({ keyNode = null, ...found }: Found): void {
    const group = found.group ?? `scope ${this.scope} ${this.className ?? ''}`;
    const meaning = found.meaning === undefined ? this.meaningOf(found.name) : found.meaning;
    this.name(group, found.name);
    if (!this.#worthKeeping(found, meaning)) return;
    const inner = this.inner || this.#isTurn(found);
    const here = { ...placeOf(keyNode), scope: this.scope, inner };
    const rehearsal = isRehearsal(keyNode, this.read);
    this.facts.candidates.push({ ...USUAL, ...found, group, meaning, ...here, rehearsal });
  }

  /** One epoch of a loop whose turns may be the epochs. */
  #isTurn({ role, value }: Omit<Found, 'keyNode'>): boolean {
    if (role !== 'keyword' || value.number !== 1) return false;
    return this.#top.loops.some(loop => !loop.repeats);
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }

  #worthKeeping(found: Omit<Found, 'keyNode'>, meaning: Meaning | null): boolean {
    const { number, references, fallback } = found.value;
    return (
      (meaning !== null && found.value.text !== '') ||
      number !== null ||
      references.length > 0 ||
      fallback !== null
    );
  }
}

/** Whether a statement stands directly below `if debug:` or the like. */
function isRehearsal(node: SyntaxNode | null, read: Expressions): boolean {
  let at = node;
  for (let depth = 0; at && depth < 6; depth++, at = at.parent) {
    const parent = at.parent;
    if (at.name !== 'Body' || parent?.name !== 'IfStatement') continue;
    const condition = at.prevSibling;
    if (condition && condition.name !== 'else' && REHEARSAL.test(read.textOf(condition))) {
      return !/\bnot\b/.test(read.textOf(condition));
    }
  }
  return false;
}
