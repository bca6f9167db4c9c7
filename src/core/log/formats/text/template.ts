import type { RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import type { LineNumbers } from './lineNumbers';
import { type Plan, steadyPlan } from './plan';
import { countsRounds } from './rounds';

/** The split of each column by the words of its line. */
function splitsOf({ columns, split }: Plan): readonly (Split | null)[] {
  return columns.map(column => column.split ?? meaningOf(column.name).split ?? split);
}

function saysOf(plan: Plan): Split | null {
  const [first = null, ...others] = splitsOf(plan);
  return others.every(split => split === first) ? first : null;
}

function saysNone(plan: Plan): boolean {
  return splitsOf(plan).every(split => split === null);
}

const SECTIONS: readonly (Split | null)[] = [null, 'train', 'validation', 'test'];

/** A number for each section, from 0. */
export function sectionIndex(section: Split | null): number {
  return SECTIONS.indexOf(section);
}

/** Where a name was printed last. */
export interface Printed {
  epoch: number;
  step: number;
  line: number;
  /** Whether its owner prints it at one place again and again: then the place tells nothing. */
  repeated: boolean;
}

/** Who printed a name last, and where (see Claims). */
export interface Claim {
  readonly owner: Template;
  last: Template;
  at: Printed;
  /** Whether nobody else has asked for the name, nor its owner in another section. */
  isAlone: boolean;
}

/** Lines within which a step that is printed again is the same point: a second process, a second look. */
const AGAIN = 2;

/** One shape of lines: what they say, and the records they become under the counters and sections met so far. */
export class Template {
  readonly plan: Plan;
  /** Whether a second line of it came since this was last set back (see Templates). */
  isMet = false;
  /** Whether the line prints a counter of its own. */
  readonly counts: boolean;
  /** Whether what it counts are rounds (see Rounds). */
  readonly isRound: boolean;
  /** Whether its values are points only where the log has counted: nothing in it is a measure. */
  readonly needsPlace: boolean;
  /** Names of the columns; changed where another template already owns the name. */
  readonly names: string[];
  /** Templates for its cells under the headers met so far. */
  readonly under = new Map<object, Template | null>();
  /** Claims on its names, by section and column. */
  claims: (Claim | null | undefined)[] = [];
  /** By section where all its names were printed last, if it is alone with them; `null`: it is not. */
  printed: (Printed | null | undefined)[] = [];
  /** Whether its lines say nothing but counters and values: nothing of them is looked at but these. */
  readonly isPlain: boolean;
  /** Whether its lines are no settings either, whatever digits stand in their names (see SilentLines). */
  isPure = false;
  /** Whether plain lines say nothing at all. */
  readonly isSilent: boolean;
  /** Whether it prints its place first and values behind it, or values of a whole epoch with the step reached (fairseq). */
  readonly stepComesLast: boolean;
  /** What all its values are said to be of by the line itself; `null`: it does not say, or says several. */
  readonly says: Split | null;
  /** Whether it measures something and says neither where nor on what. */
  readonly isUnsigned: boolean;
  readonly hasLoss: boolean;
  /** Batches of an epoch are trained on; a loss without a sign is of the training anyway (see run/splits.ts). */
  readonly isBatch: boolean;
  #shapes: (RecordShape | undefined)[] = [];
  #epoch = NaN;
  #step = NaN;
  #line = 0;
  #rank = NaN;
  #value = NaN;

  constructor(plan: Plan) {
    this.plan = steadyPlan(plan);
    this.counts = plan.epoch !== null || plan.step !== null;
    this.isRound = countsRounds(plan);
    this.needsPlace = plan.columns.every(column => column.kind !== 'measure');
    this.names = plan.columns.map(column => column.name);
    const first = plan.columns[0]?.slot ?? Infinity;
    this.stepComesLast = plan.step !== null && plan.step.within !== true && plan.step.slot > first;
    this.isPlain = isPlain(plan);
    this.isSilent = isSilent(plan);
    this.isBatch = plan.epoch !== null && plan.step !== null;
    this.hasLoss = plan.columns.some(column => column.isLoss);
    this.says = saysOf(plan);
    this.isUnsigned = !this.counts && !this.needsPlace && plan.bar === null && saysNone(plan);
  }

  /** Whether one of the last lines was of the same place: one point is enough. */
  isRepeated(epoch: number, step: number, line: number): boolean {
    const isNear = line - this.#line <= AGAIN;
    const again = isNear && this.#step === step && Object.is(this.#epoch, epoch);
    this.#epoch = epoch;
    this.#step = step;
    this.#line = line;
    return again;
  }

  /** Whether a line that counts nothing says the same as the one before it at one step: two loggers print it. */
  isEcho({ epoch, step }: { epoch: number; step: number }, numbers: LineNumbers): boolean {
    const first = numbers.value(this.plan.columns[0]?.slot ?? -1);
    const isEcho = step === this.#step && Object.is(epoch, this.#epoch) && first === this.#value;
    this.#epoch = epoch;
    this.#step = step;
    this.#value = first;
    return isEcho;
  }

  /** Whether a line that stands once in an epoch (NaN: the log counts none) has already been there. */
  isAgain(epoch: number): boolean {
    const isAgain = this.plan.isOnce === true && epoch === this.#epoch;
    if (this.plan.isOnce === true) this.#epoch = epoch;
    return isAgain;
  }

  /** Whether a process may speak for all of them: the first that printed such a line does (NaN: it does not say). */
  speaks(rank: number): boolean {
    if (Number.isNaN(this.#rank)) this.#rank = rank;
    return Number.isNaN(rank) || rank === this.#rank;
  }

  rename(column: number, name: string): void {
    this.names[column] = name;
    this.#shapes = [];
    this.claims = [];
    this.printed = [];
  }

  /** The split of a column in a section. */
  splitOf(column: number, section: Split | null): Split | null {
    const { named, split, isLoss } = this.plan.columns[column]!;
    if (named) return null;
    return split ?? this.plan.split ?? section ?? (this.isBatch && !isLoss ? 'train' : null);
  }

  shape(hasEpoch: boolean, hasStep: boolean, section: Split | null): RecordShape {
    const key = (hasEpoch ? 1 : 0) + (hasStep ? 2 : 0) + sectionIndex(section) * 4;
    return (this.#shapes[key] ??= { fields: this.#fields(hasEpoch, hasStep, section) });
  }

  #fields(hasEpoch: boolean, hasStep: boolean, section: Split | null): RecordField[] {
    const { epoch, step } = this.plan;
    const axis = (role: 'epoch' | 'step', name: string | undefined): RecordField => {
      return { name: name === undefined || name === '' ? role : name, role, split: null };
    };
    return [
      ...(hasEpoch ? [axis('epoch', epoch?.name)] : []),
      ...(hasStep ? [axis('step', step?.name)] : []),
      ...this.names.map((name, column): RecordField => {
        return { name, role: 'value', split: this.splitOf(column, section) };
      }),
    ];
  }
}

function isPlain(plan: Plan): boolean {
  const isTable = plan.cells !== null || plan.header !== null || plan.below !== null;
  const isSaid = plan.status !== null || plan.federation !== null || plan.recalls;
  return !isTable && !isSaid && plan.pair === null;
}

function isSilent({ columns, announces, run, bar, evidence }: Plan): boolean {
  return columns.length === 0 && !announces && run === null && bar === null && !evidence;
}
