import type { RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import type { LineNumbers } from './lineNumbers';
import { Shares } from './shares';
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

/**
 * Where a name was printed last: epoch, step, line, and whether its owner prints it at one place again and again (1):
 * then the place tells nothing. (Numbers in one array: as fields of an object each would be an object of its own.)
 */
export type Printed = Float64Array;

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
/** Where the parts of what a template said last stand. */
const EPOCH = 0;
const STEP = 1;
const LINE = 2;
const VALUE = 3;
const RANK = 4;

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
  /** Slots of its columns, and of their running averages (-1: none). */
  readonly slots: Int16Array;
  readonly averages: Int16Array;
  /** Which of its columns are shares; `null` where none is. */
  readonly shares: Shares | null;
  /** Whether any line of it may be a point: no other process prints it, it is not of the best, and it has a place. */
  readonly isUsual: boolean;
  #shapes: (RecordShape | undefined)[] = [];
  /** What was known of its shares when the shapes were made. */
  #sharesVersion = 0;
  /** Epoch, step, line, first value and process of the last line (NaN: it had none). */
  readonly #last = new Float64Array(5).fill(NaN);

  constructor(plan: Plan) {
    this.plan = steadyPlan(plan);
    this.counts = plan.epoch !== null || plan.step !== null;
    this.isRound = countsRounds(plan);
    this.needsPlace = plan.columns.every(column => column.kind !== 'measure');
    this.names = plan.columns.map(column => column.name);
    this.stepComesLast = stepComesLast(plan);
    this.isPlain = isPlain(plan);
    this.isSilent = isSilent(plan);
    this.isBatch = plan.epoch !== null && plan.step !== null;
    this.slots = Int16Array.from(plan.columns, column => column.slot);
    this.averages = Int16Array.from(plan.columns, column => column.average);
    this.shares = Shares.of(plan.columns);
    this.isUsual = plan.rank < 0 && plan.isOnce !== true && (this.counts || !this.needsPlace);
    this.hasLoss = plan.columns.some(column => column.isLoss);
    this.says = saysOf(plan);
    this.isUnsigned = !this.counts && !this.needsPlace && plan.bar === null && saysNone(plan);
  }

  /** Whether one of the last lines was of the same place: one point is enough. */
  isRepeated(epoch: number, step: number, line: number): boolean {
    const last = this.#last;
    const isNear = line - last[LINE]! <= AGAIN;
    const again = isNear && last[STEP] === step && Object.is(last[EPOCH], epoch);
    last[EPOCH] = epoch;
    last[STEP] = step;
    last[LINE] = line;
    return again;
  }

  /** Whether a line that counts nothing says the same as the one before it at one step: two loggers print it. */
  isEcho({ epoch, step }: { epoch: number; step: number }, numbers: LineNumbers): boolean {
    const last = this.#last;
    const first = numbers.value(this.plan.columns[0]?.slot ?? -1);
    const isEcho = step === last[STEP] && Object.is(epoch, last[EPOCH]) && first === last[VALUE];
    last[EPOCH] = epoch;
    last[STEP] = step;
    last[VALUE] = first;
    return isEcho;
  }

  /** Whether a line that stands once in an epoch (NaN: the log counts none) has already been there. */
  isAgain(epoch: number): boolean {
    if (this.plan.isOnce !== true) return false;
    const isAgain = epoch === this.#last[EPOCH];
    this.#last[EPOCH] = epoch;
    return isAgain;
  }

  /** Whether a process may speak for all of them: the first that printed such a line does (NaN: it does not say). */
  speaks(rank: number): boolean {
    if (rank !== rank) return true;
    const first = this.#last[RANK]!;
    if (first !== first) this.#last[RANK] = rank;
    return first !== first || rank === first;
  }

  rename(column: number, name: string): void {
    this.names[column] = name;
    this.#shapes = [];
    this.claims = [];
    this.printed = [];
  }

  /** The split of a column in a section. */
  splitOf(column: number, section: Split | null): Split | null {
    const { named, split } = this.plan.columns[column]!;
    return named ? null : (split ?? this.plan.split ?? section);
  }

  shape(hasEpoch: boolean, hasStep: boolean, section: Split | null): RecordShape {
    if (this.shares !== null && this.shares.version !== this.#sharesVersion) this.#forgetShapes();
    const key = (hasEpoch ? 1 : 0) + (hasStep ? 2 : 0) + sectionIndex(section) * 4;
    return (this.#shapes[key] ??= { fields: this.#fields(hasEpoch, hasStep, section) });
  }

  #forgetShapes(): void {
    this.#shapes = [];
    this.#sharesVersion = this.shares?.version ?? 0;
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
        const field = { name, role: 'value', split: this.splitOf(column, section) } as const;
        const outOf = this.shares?.sizeOf(column) ?? null;
        return outOf === null ? field : { ...field, outOf };
      }),
    ];
  }
}

function stepComesLast({ step, columns }: Plan): boolean {
  const first = columns[0]?.slot ?? Infinity;
  return step !== null && step.within !== true && step.slot > first;
}

function isPlain(plan: Plan): boolean {
  const isTable = plan.cells !== null || plan.header !== null || plan.below !== null;
  const isSaid = plan.status !== null || plan.federation !== null || plan.recalls;
  return !isTable && !isSaid && plan.pair === null;
}

function isSilent({ columns, announces, run, bar, evidence }: Plan): boolean {
  return columns.length === 0 && !announces && run === null && bar === null && !evidence;
}
