import { candidateOf } from './candidate';
import type { Argument, Reference } from './expression';
import type { Expressions } from './expression';
import type { CallFact, Candidate, Facts } from './facts';
import { append } from '../../grouped';
import { isOther, meaningOf } from '../../names';

/** Follows names to where their values are set, inside one file. */
export class Resolver {
  readonly #facts: Facts;
  readonly #read: Expressions;
  readonly #byName = new Map<string, Candidate[]>();
  readonly #byStart = new Map<number, Candidate>();
  readonly #callsOf = new Map<string, CallFact[]>();

  constructor(facts: Facts, read: Expressions) {
    this.#facts = facts;
    this.#read = read;
    for (const candidate of facts.candidates) {
      this.#byStart.set(candidate.value.start, candidate);
      if (['keyword', 'positional', 'loop'].includes(candidate.role)) continue;
      append(this.#byName, candidate.name, candidate);
    }
    for (const call of facts.calls) append(this.#callsOf, call.name, call);
  }

  /** The places a value comes from directly; empty for a literal and for what another file says. */
  sourcesOf(candidate: Candidate): readonly Candidate[] {
    const { references } = candidate.value;
    const clear = references.filter(reference => meaningOf(reference.name)?.strength === 'sure');
    // In `total_epochs // steps` the clear name is the length.
    // In `n_steps // n_steps_per_epoch` one name says that it is a part.
    const wholes = references.filter(reference => !isOther(reference.name));
    const [followed = []] = [clear, wholes, references].filter(each => each.length > 0);
    return followed.flatMap(reference => this.#sources(reference, candidate));
  }

  /** Where the number of a value that only names it stands, over any number of links; null where it is not found. */
  originOf(candidate: Candidate): Candidate | null {
    let at = candidate;
    for (let depth = 0; depth < 8 && at.value.number === null; depth++) {
      const sources = this.sourcesOf(at);
      const next = sources.find(one => one.value.number !== null) ?? sources[0];
      if (next === undefined) return null;
      at = next;
    }
    return at === candidate || at.value.number === null ? null : at;
  }

  /** What the calls in this file hand to a parameter: one per call, null where a call leaves it out. */
  argumentsFor(scope: number, parameter: string): readonly (Candidate | null)[] {
    const fact = this.#facts.functions[scope];
    if (!fact || fact.name === '') return [];
    const name = fact.name === '__init__' && fact.className ? fact.className : fact.name;
    const skipped =
      fact.className !== null && /^(?:self|cls)$/.test(fact.parameters[0] ?? '') ? 1 : 0;
    const index = fact.parameters.indexOf(parameter) - skipped;
    const method = fact.className !== null && fact.name !== '__init__';
    return (this.#callsOf.get(name) ?? [])
      .filter(call => method === (call.of !== '') && call.scope !== scope)
      .map(call => this.#argument(call, index, parameter));
  }

  /** The values of a name; those whose names say nothing are read here. */
  #named(name: string): readonly Candidate[] {
    for (const unread of this.#facts.unread.get(name) ?? [])
      for (const candidate of candidateOf(unread, this.#read)) {
        this.#facts.candidates.push(candidate);
        append(this.#byName, name, candidate);
      }
    this.#facts.unread.delete(name);
    return this.#byName.get(name) ?? [];
  }

  #sources(reference: Reference, from: Candidate): readonly Candidate[] {
    const same = this.#named(reference.name).filter(one => one !== from);
    switch (reference.form) {
      case 'name':
        return this.#variable(reference.name, from, same);
      case 'attribute': {
        const set = same.filter(
          one => one.role !== 'parameter' && (one.of !== '' || one.role !== 'assignment'),
        );
        const here = set.filter(one => one.of === reference.of || one.role === 'flag');
        return here.length > 0 ? here : set;
      }
      case 'item':
        return same.filter(one => one.role === 'entry' || one.role === 'flag' || one.of !== '');
    }
  }

  #variable(name: string, from: Candidate, same: readonly Candidate[]): readonly Candidate[] {
    let scope = from.scope;
    for (let depth = 0; scope >= 0 && depth < 20; depth++) {
      const fact = this.#facts.functions[scope]!;
      const set = same.filter(
        one => one.role === 'assignment' && one.of === '' && one.scope === scope,
      );
      if (set.length > 0) return set;
      if (fact.parameters.includes(name)) return this.#parameter(scope, name, same);
      scope = fact.outer;
    }
    return [];
  }

  #parameter(scope: number, name: string, same: readonly Candidate[]): readonly Candidate[] {
    const defaults = same.filter(one => one.role === 'parameter' && this.ownerOf(one) === scope);
    const given = this.argumentsFor(scope, name).filter(one => one !== null);
    // A decorated function is called by its options, not by its name.
    const options = same.filter(one => one.role === 'flag');
    return [...defaults, ...given, ...options];
  }

  /** The function a parameter belongs to: the next one that starts after its scope's and has the name. */
  ownerOf(parameter: Candidate): number {
    const [className, name] = parameter.around;
    return this.#facts.functions.findIndex(
      fact =>
        fact.name === name &&
        fact.outer === parameter.scope &&
        (fact.className ?? '') === (className ?? '') &&
        fact.parameters.includes(parameter.name),
    );
  }

  #argument(call: CallFact, index: number, parameter: string): Candidate | null {
    const args = this.#read.argumentsOf(call.node);
    const named = args.find(argument => argument.keyword === parameter);
    const spread = args.findIndex(argument => argument.keyword === '*');
    const plain = index >= 0 && (spread < 0 || spread > index) ? args[index] : undefined;
    const argument = named ?? (plain?.keyword === null ? plain : undefined);
    return argument ? this.#candidateFor(argument, index, call, parameter) : null;
  }

  #candidateFor(argument: Argument, index: number, call: CallFact, parameter: string): Candidate {
    const value = this.#read.read(argument.value);
    const known = this.#byStart.get(value.start);
    if (known) return known;
    const made: Candidate = {
      role: 'positional',
      key: `${call.name} (${ordinal(index + 1)} positional)`,
      name: parameter,
      keyPath: null,
      keyStart: null,
      keyEnd: null,
      value,
      meaning: meaningOf(parameter),
      around: [call.name],
      of: '',
      scope: call.scope,
      group: `position ${value.start}`,
      inner: call.inner,
      rehearsal: false,
      bounds: null,
    };
    this.#byStart.set(value.start, made);
    this.#facts.candidates.push(made);
    return made;
  }
}

const ordinal = (n: number) => `${n}${['st', 'nd', 'rd'][n - 1] ?? 'th'}`;
