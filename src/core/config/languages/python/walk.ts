import { append } from '../../grouped';
import { meaningOf, type Meaning } from '../../names';
import { candidateOf } from './candidate';
import type { Expressions } from './expression';
import type { Bound, Facts, Found, Loop } from './facts';

/** A class or function being walked through. */
interface Frame {
  readonly kind: 'class' | 'function';
  readonly name: string;
  /** Index into `Facts.functions`; a class has that of the function around it. */
  readonly scope: number;
  readonly loops: Loop[];
}

/** Where a pass over the tree is, and what it has found so far. */
export class Walk {
  readonly read: Expressions;
  readonly facts: Facts = {
    candidates: [],
    unread: new Map(),
    names: new Map(),
    functions: [{ name: '', className: null, outer: -1, parameters: [] }],
    calls: [],
    building: new Set(),
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

  /** Notes a value. One whose name says nothing is looked at only when something refers to that name. */
  add(found: Found): void {
    const group = found.group ?? `scope ${this.scope} ${this.className ?? ''}`;
    const meaning = found.meaning === undefined ? this.meaningOf(found.name) : found.meaning;
    this.name(group, found.name);
    const here = { group, meaning, scope: this.scope, loops: this.#top.loops.slice() };
    if (meaning === null && !found.bounds) append(this.facts.unread, found.name, { found, here });
    else this.facts.candidates.push(...candidateOf({ found, here }, this.read));
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }
}
