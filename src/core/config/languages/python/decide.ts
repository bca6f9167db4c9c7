import { companionsOf } from '../../companions';
import { explainOff, govern, type Total } from '../../govern';
import { grouped } from '../../grouped';
import { isLength } from '../../numbers';
import type { ConfigSetting, SettingKind, SettingPlace } from '../../setting';
import { hasCompany, isArchitecture, isElsewhere, isPolicyUpdate } from '../../surroundings';
import { meaningOf, type Meaning } from '../../names';
import type { Expression, Expressions } from './expression';
import type { Candidate, Facts } from './facts';
import { isGeneralTotal, isOfAnything, isOfPart, isPlaceholder } from './general';
import { isInput, isTrainer } from './trainers';
import { Resolver } from './resolve';

/** A loop that trains without saying what it counts is the training only if it is at least this long. */
const FEWEST = 10;

/** Values that stand beside others under a name. */
const NAMED = /^(?:keyword|entry|field|flag|assignment)$/;

interface Judged extends Total<Judged> {
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
  readonly #innerFunctions: ReadonlySet<string>;

  constructor(facts: Facts, read: Expressions) {
    this.#facts = facts;
    this.#resolver = new Resolver(facts, read);
    this.#innerFunctions = new Set(
      facts.calls.filter(call => call.inner && /^(?:self)?$/.test(call.of)).map(call => call.name),
    );
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
    const shown = unique(judged);
    const isOnly = shown.filter(one => one.primary).length === 1;
    return shown.map(one => this.#setting(one, isOnly));
  }

  #setting(one: Judged, isOnly: boolean): ConfigSetting {
    const { candidate, meaning, value, primary, governedBy } = one;
    const { number, exact, shift, start, end, text } = value;
    const origin = this.#resolver.originOf(candidate);
    const total = primary && number !== null ? { value: number, start, isOnly } : null;
    return {
      ...{ kind: meaning.kind, key: candidate.key, keyPath: candidate.keyPath },
      ...{ keyStart: candidate.keyStart, keyEnd: candidate.keyEnd },
      ...{ start, end, text, value: number, editable: exact, primary, cell: null },
      ...(shift > 0 && { shift }),
      source: origin && placeOf(origin),
      governedBy: governedBy && placeOf(governedBy.candidate),
      companions: total ? companionsOf(total, this.#facts.dependents) : [],
    };
  }

  /** What a value bounds by where it stands; null where it only has a name. */
  #bounds(candidate: Candidate): SettingKind | null {
    if (this.#isInner(candidate) || candidate.rehearsal) return null;
    const { bounds, role, meaning } = candidate;
    if (bounds !== null || !/^(?:keyword|entry)$/.test(role)) return bounds;
    // What an entry only names is the total wherever a number in its place would be.
    if (role === 'entry' && candidate.value.number !== null) return null;
    if (meaning && this.#isPolicyUpdate(candidate, meaning.kind)) return null;
    return boundOfKeyword(candidate, this.#facts.names.get(candidate.group) ?? []);
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
    const named = candidate.meaning ?? { kind: reached, strength: 'hint' as const };
    const clear = named.strength !== 'hint';
    const kind = clear ? named.kind : (reached ?? named.kind);
    if (kind === undefined) return [];
    const meaning: Meaning = { kind, strength: named.strength };
    const { value, name } = candidate;
    const primary = this.#isPrimary(candidate, kind, reached !== undefined);
    const shown = primary || (clear && this.#isShown(candidate));
    const whole = { candidate, name, meaning, value, fallback: false, primary, governedBy: null };
    return [...(shown ? [whole] : []), ...this.#fallback(candidate, meaning)];
  }

  /** The 10 of `config.get("epochs", 10)`: the total if nothing else in the file is. */
  #fallback(candidate: Candidate, meaning: Meaning): Judged[] {
    const value = candidate.value.fallback;
    if (value === null) return [];
    const total =
      this.#reached.has(candidate) ||
      meaning.strength === 'sure' ||
      (meaning.strength === 'likely' && isGeneralTotal(candidate, meaning.kind, this.#facts));
    const primary = total && this.#mayBeTotal(candidate, meaning.kind, value.number);
    const said = { candidate, name: candidate.name, meaning, value };
    return [{ ...said, fallback: true, primary, governedBy: null }];
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
    const { around } = candidate;
    if (kind !== 'epochs' && isArchitecture(around)) return false;
    return !isElsewhere(around, kind) && !isInput(around);
  }

  #isPrimary(candidate: Candidate, kind: SettingKind, reached: boolean): boolean {
    if (!this.#mayBeTotal(candidate, kind, candidate.value.number)) return false;
    if (this.#isOverridden(candidate) || this.#isAside(candidate, kind)) return false;
    if (candidate.role === 'loop') return candidate.bounds !== null;
    const strength = candidate.meaning?.strength;
    return (
      reached ||
      (strength === 'sure' && !isOfAnything(candidate)) ||
      (strength !== 'hint' && isGeneralTotal(candidate, kind, this.#facts))
    );
  }

  /** It is something else beside the training, whatever it is called. */
  #isAside(candidate: Candidate, kind: SettingKind): boolean {
    return (
      isPlaceholder(candidate, this.#facts) ||
      isOfPart(candidate, this.#facts) ||
      this.#buildsOnly(candidate) ||
      this.#isPolicyUpdate(candidate, kind)
    );
  }

  /** The epochs of PPO go over one rollout. */
  #isPolicyUpdate({ group, name, role, around, meaning }: Candidate, kind: SettingKind): boolean {
    if (kind === 'boosting-rounds' || !NAMED.test(role)) return false;
    if (kind !== 'epochs' && meaning?.strength !== 'likely') return false;
    return isPolicyUpdate(name, this.#facts.names.get(group) ?? [], around);
  }

  /** Every call in the file gives the parameter another value. */
  #isOverridden(candidate: Candidate): boolean {
    if (candidate.role !== 'parameter') return false;
    const given = this.#resolver.argumentsFor(this.#resolver.ownerOf(candidate), candidate.name);
    return given.length > 0 && given.every(one => one !== null);
  }

  /** `fit(…, steps_per_epoch=1, epochs=1)` only builds the model. */
  #buildsOnly(candidate: Candidate): boolean {
    if (candidate.role !== 'keyword' || candidate.value.number !== 1) return false;
    return (this.#facts.names.get(candidate.group) ?? []).includes('steps_per_epoch');
  }

  /** What a value is, seen beside the others: one total in a group, and the weak only where no strong one is. */
  #compare(judged: readonly Judged[]): void {
    const totals = judged.filter(one => one.primary);
    for (const [name, group] of grouped(judged, one => one.candidate.group)) {
      // Constants of a scope need not belong together; the fields of a class do.
      const isLoose = group.some(({ candidate }) => candidate.role !== 'field');
      if (name.startsWith('scope') && isLoose) continue;
      govern(group);
      explainOff(group, isOff);
    }
    const strong = totals.filter(one => one.primary && !isWeak(one));
    for (const one of totals) if (isWeak(one) && strong.length > 0) one.primary = false;
    for (const one of totals) if (isUnnamed(one) && !isLong(one)) one.primary = false;
  }
}

/** A default of a default, a single epoch, or a loop that does not say what it counts. */
function isWeak(one: Judged): boolean {
  const single = one.candidate.role === 'keyword' && one.value.number === 1;
  return one.fallback || single || isUnnamed(one);
}

const isUnnamed = ({ meaning }: Judged) =>
  meaning.strength === 'hint' && meaning.kind === 'iterations';

const isLong = ({ value }: Judged) => (value.number ?? 0) >= FEWEST;

/** What an argument called by a clear name, or a general one of a trainer, bounds. */
function boundOfKeyword(
  { meaning, around }: Candidate,
  neighbours: readonly string[],
): SettingKind | null {
  if (meaning === null || meaning.kind === 'patience') return null;
  if (isElsewhere(around, meaning.kind) || isInput(around)) return null;
  const trains = isTrainer(around, meaning.kind) || hasCompany(neighbours);
  const known = meaning.strength === 'likely' && trains;
  return known || meaning.strength === 'sure' ? meaning.kind : null;
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

/** Whether a limit limits nothing. */
function isOff({ meaning, value, candidate }: Judged): boolean {
  if (meaning.kind === 'patience' || candidate.value.references.length > 0) return false;
  return value.number === null ? value.text === 'None' : value.number <= 0;
}

function placeOf({ key, keyPath, value: { start, end, text } }: Candidate): SettingPlace {
  return { name: keyPath ?? key, start, end, text, cell: null };
}
