import { govern, type Total } from '../../govern';
import { isLength } from '../../numbers';
import type { ConfigSetting, SettingKind } from '../../setting';
import { hasCompany, isElsewhere } from '../../surroundings';
import { meaningOf, type Meaning } from '../../names';
import type { Expression, Expressions } from './expression';
import type { Candidate, Facts } from './facts';
import { isInput, isTrainer, roleOf } from './trainers';
import { Resolver } from './resolve';

/** A loop that trains without saying what it counts is the training only if it is at least this long. */
const FEWEST = 10;

interface Judged extends Total {
  readonly candidate: Candidate;
  readonly value: Expression;
  readonly fallback: boolean;
}

/** The settings among the values of a Python file, in the order of the text. */
export function decide(facts: Facts, read: Expressions): readonly ConfigSetting[] {
  return new Decision(facts, read).settings();
}

class Decision {
  readonly #facts: Facts;
  readonly #resolver: Resolver;
  /** What each value was seen to bound. */
  readonly #reached = new Map<Candidate, SettingKind>();
  readonly #names = new Map<string, string[]>();
  readonly #innerFunctions: ReadonlySet<string>;

  constructor(facts: Facts, read: Expressions) {
    this.#facts = facts;
    this.#resolver = new Resolver(facts, read);
    this.#innerFunctions = new Set(
      facts.calls.filter(call => call.inner && /^(?:self)?$/.test(call.of)).map(call => call.name),
    );
    for (const { group, name } of facts.candidates) {
      const names = this.#names.get(group);
      if (names) names.push(name);
      else this.#names.set(group, [name]);
    }
  }

  settings(): readonly ConfigSetting[] {
    for (const candidate of [...this.#facts.candidates]) {
      const kind = this.#bounds(candidate);
      if (kind !== null) this.#reach(candidate, kind, 0);
    }
    for (const [scope, fact] of this.#facts.functions.entries()) {
      // Calls with a literal are settings wherever the parameter's name is clear.
      for (const name of fact.parameters) {
        if (meaningOf(name)?.strength === 'sure') this.#resolver.argumentsFor(scope, name);
      }
    }
    const judged = this.#facts.candidates.flatMap(candidate => this.#judge(candidate));
    this.#compare(judged);
    return unique(judged).map(setting);
  }

  /** What a value bounds by where it stands; null where it only has a name. */
  #bounds(candidate: Candidate): SettingKind | null {
    if (this.#isInner(candidate) || candidate.rehearsal) return null;
    if (candidate.bounds !== null) return candidate.bounds;
    const { meaning, role, around } = candidate;
    if (role !== 'keyword' || meaning === null || meaning.kind === 'patience') return null;
    if (meaning.strength === 'hint' || isElsewhere(around) || isInput(around)) return null;
    return meaning.strength === 'sure' || isTrainer(around, meaning.kind) ? meaning.kind : null;
  }

  #reach(candidate: Candidate, kind: SettingKind, depth: number): void {
    if (depth > 8 || this.#reached.has(candidate)) return;
    this.#reached.set(candidate, kind);
    for (const source of this.#resolver.sourcesOf(candidate)) this.#reach(source, kind, depth + 1);
  }

  #isInner(candidate: Candidate): boolean {
    if (!/^(?:keyword|positional|loop)$/.test(candidate.role)) return false;
    const scope = this.#facts.functions[candidate.scope];
    return candidate.inner || (scope !== undefined && this.#innerFunctions.has(scope.name));
  }

  #judge(candidate: Candidate): Judged[] {
    const reached = this.#reached.get(candidate);
    const named = candidate.meaning;
    const kind = named && named.strength !== 'hint' ? named.kind : (reached ?? named?.kind);
    if (kind === undefined) return [];
    const meaning: Meaning = { kind, strength: named?.strength ?? 'hint' };
    const whole: Judged = {
      candidate,
      name: candidate.name,
      meaning,
      value: candidate.value,
      fallback: false,
      primary: this.#isPrimary(candidate, kind, reached !== undefined),
    };
    const { fallback } = candidate.value;
    const spare = fallback
      ? [
          {
            ...whole,
            value: fallback,
            fallback: true,
            primary:
              this.#mayBeTotal(candidate, kind, fallback.number) &&
              (reached !== undefined || meaning.strength === 'sure'),
          },
        ]
      : [];
    const shown = whole.primary || (meaning.strength !== 'hint' && this.#isShown(candidate));
    return [...(shown ? [whole] : []), ...spare];
  }

  /** Whether it is worth saying although no suggestion belongs there: later links, other limits. */
  #isShown(candidate: Candidate): boolean {
    if (isElsewhere(candidate.around)) return false;
    return (
      candidate.value.number !== null ||
      this.#reached.has(candidate) ||
      /^None$/.test(candidate.value.text)
    );
  }

  #mayBeTotal(candidate: Candidate, kind: SettingKind, value: number | null): boolean {
    if (kind === 'patience' || !isLength(kind, value)) return false;
    if (candidate.rehearsal || this.#isInner(candidate)) return false;
    return !isElsewhere(candidate.around) && !isInput(candidate.around);
  }

  #isPrimary(candidate: Candidate, kind: SettingKind, reached: boolean): boolean {
    const { value, meaning, role } = candidate;
    if (!this.#mayBeTotal(candidate, kind, value.number)) return false;
    if (role === 'parameter' && this.#isOverridden(candidate)) return false;
    if (role === 'loop') return candidate.bounds !== null;
    if (this.#buildsOnly(candidate)) return false;
    if (reached || meaning?.strength === 'sure') return true;
    return meaning?.strength === 'likely' && this.#isTotal(candidate, kind);
  }

  /** A general name means the total beside other values of a training. */
  #isTotal(candidate: Candidate, kind: SettingKind): boolean {
    const neighbours = this.#names.get(candidate.group) ?? [];
    switch (candidate.role) {
      case 'keyword':
        return isTrainer(candidate.around, kind);
      case 'entry':
        return isTrainer(candidate.around, kind) || hasCompany(neighbours);
      case 'field':
      case 'flag':
        return hasCompany(neighbours);
      case 'assignment':
        return roleOf(candidate.key) === 'limit' && hasCompany(neighbours);
      case 'parameter':
      case 'positional':
      case 'loop':
      case 'fallback':
        return false;
    }
  }

  /** Every call in the file gives the parameter another value. */
  #isOverridden(candidate: Candidate): boolean {
    const given = this.#resolver.argumentsFor(this.#resolver.ownerOf(candidate), candidate.name);
    return given.length > 0 && given.every(one => one !== null);
  }

  /** `fit(…, steps_per_epoch=1, epochs=1)` only builds the model. */
  #buildsOnly(candidate: Candidate): boolean {
    if (candidate.role !== 'keyword' || candidate.value.number !== 1) return false;
    return (this.#names.get(candidate.group) ?? []).includes('steps_per_epoch');
  }

  #compare(judged: readonly Judged[]): void {
    const totals = judged.filter(one => one.primary);
    const groups = new Map<string, Judged[]>();
    for (const one of totals) {
      const { group } = one.candidate;
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
    for (const [name, group] of groups) if (!name.startsWith('scope')) govern(group);
    const clear = totals.filter(one => !one.fallback && one.meaning.strength !== 'hint');
    for (const one of totals) {
      const { role, bounds } = one.candidate;
      const others = clear.some(other => other !== one && other.primary);
      if (one.fallback && others) one.primary = false;
      if (role === 'keyword' && one.value.number === 1 && others) one.primary = false;
      const unnamed = one.meaning.strength === 'hint' && one.meaning.kind === 'iterations';
      if (unnamed && (others || (one.value.number ?? 0) < FEWEST)) one.primary = false;
      if (unnamed && role === 'loop' && bounds === null) one.primary = false;
    }
  }
}

/** One setting per place; a primary one wins. */
function unique(judged: readonly Judged[]): readonly Judged[] {
  const byStart = new Map<number, Judged>();
  for (const one of judged) {
    const known = byStart.get(one.value.start);
    if (!known || (one.primary && !known.primary)) byStart.set(one.value.start, one);
  }
  return [...byStart.values()].sort((a, b) => a.value.start - b.value.start);
}

function setting({ candidate, meaning, value, primary }: Judged): ConfigSetting {
  return {
    kind: meaning.kind,
    key: candidate.key,
    keyPath: candidate.keyPath,
    keyStart: candidate.keyStart,
    keyEnd: candidate.keyEnd,
    start: value.start,
    end: value.end,
    text: value.text,
    value: value.number,
    editable: value.exact,
    primary,
    cell: null,
  };
}
