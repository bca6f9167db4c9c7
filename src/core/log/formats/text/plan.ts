import type { RunStatus, Split } from '../../format';
import type { NameKind } from '../../name';
import type { CounterKind } from './counterWords';

/** A number that counts: where it stands, and where its total does (-1: none is printed). */
export interface Counter {
  readonly kind: CounterKind;
  readonly slot: number;
  readonly total: number;
  /** Whether the line counts the batches of the epoch too, beside a global step. */
  readonly within?: boolean;
  /** As the line names it; empty for `[5][100/1875]`. */
  readonly name: string;
  /** Whether only its place in front of the line says that it counts: not where the log has words for it. */
  readonly weak?: boolean;
}

/** A measured value of a line. */
export interface Column {
  readonly name: string;
  readonly slot: number;
  /** As the name says: a learning rate that stands alone is a point only where the log counts. */
  readonly kind: NameKind;
  readonly isLoss: boolean;
  /** What the line says besides the name; `null`: the name or the section decides. */
  readonly split: Split | null;
  /** Whether the name itself says its split (`val_loss`): then nothing else does. */
  readonly named: boolean;
  /** What stands in front of the name, to tell two equal names of one record apart. */
  readonly label: string;
  /** Slot of the running average printed in parentheses, -1: none. */
  readonly average: number;
  /** Slot to divide by, for `correct: 9842/10000`; -1: none. */
  readonly divisor: number;
  /** What the quotient is of: 100 where the line says it in percent. Absent: 1. */
  readonly scale?: number;
}

/** What the cells of a line without words are; `null` where it has words. */
export interface Cells {
  /** Slot of each cell; -1 for a cell without a number (N/A). */
  readonly slots: readonly number[];
  /** The name in front of the cells: a row of a table whose columns are splits, or of all classes together. */
  readonly label: string;
  /** Whether a pipe parts the label from the cells. */
  readonly piped: boolean;
  /** Slot of the total in a first cell like `3/100`, -1: none. */
  readonly total: number;
  /** A progress bar behind the cells. */
  readonly bar: Plan['bar'];
}

/**
 * A line of a block of names with values, one a line: a `row` between pipes, a `line` that is one only in a block that
 * was opened, what `opens` such a block, or the `rule` above and below one.
 */
export interface PairLine {
  readonly kind: 'row' | 'line' | 'opens' | 'rule';
  /** With the blanks in front of it, which say its group; empty for `opens` and `rule`. */
  readonly name: string;
}

/** What lines of one shape say, found out once. */
export interface Plan {
  readonly epoch: Counter | null;
  readonly step: Counter | null;
  readonly run: Counter | null;
  readonly columns: readonly Column[];
  /** What the numbers of a line without a split of its own were computed on, by the words of this line. */
  readonly split: Split | null;
  /** Slot of the process that printed the line, where several write one log; -1: it does not say. */
  readonly rank: number;
  /** Whether the line only announces what follows: a header, a section. */
  readonly announces: boolean;
  /** A progress bar that is drawn again and again: slots of how far it is and of the whole, and whether it is said to be of epochs; `null`: none. */
  readonly bar: { readonly at: number; readonly total: number; readonly epochs?: boolean } | null;
  readonly cells: Cells | null;
  /** Cells of a possible table header, split in two ways. */
  readonly header: {
    readonly wide: readonly string[];
    readonly narrow: readonly string[];
    /** Whether it is the name of what the next line alone holds. */
    readonly isNext?: boolean;
  } | null;
  /** The second line of a header that has two, cell by cell between pipes; `null`: the line is none. */
  readonly below: readonly string[] | null;
  /** What the line is to a block of names with values; `null`: nothing. */
  readonly pair: PairLine | null;
  readonly status: RunStatus | null;
  /** Whether the next line is said to repeat the best (`Best iteration is:`): no new point. */
  readonly recalls: boolean;
  /** Whether the line stands once in an epoch: again, it is of the best model (`all` of a detector). */
  readonly isOnce?: boolean;
  /** Whether the line says that an epoch is over. */
  readonly ends?: boolean;
  /** Whether the line shows that a training is being logged. */
  readonly evidence: boolean;
  /** What the line says of a federated training: that there is one, what a client did, that there is none; `null`: nothing. */
  readonly federation: 'global' | 'local' | 'central' | null;
}

/** A line that says nothing about a training. */
export const NOTHING: Plan = {
  epoch: null,
  step: null,
  run: null,
  columns: [],
  split: null,
  rank: -1,
  announces: false,
  bar: null,
  cells: null,
  header: null,
  below: null,
  pair: null,
  status: null,
  recalls: false,
  evidence: false,
  federation: null,
};

/**
 * The same, in objects that are all built alike: what every line goes through is several times as quick then, as the
 * compiler knows where each thing is.
 */
export function steadyPlan(plan: Plan): Plan {
  return {
    epoch: steadyCounter(plan.epoch),
    step: steadyCounter(plan.step),
    run: steadyCounter(plan.run),
    columns: plan.columns.map(steadyColumn),
    split: plan.split,
    rank: plan.rank,
    announces: plan.announces,
    bar: plan.bar === null ? null : steadyBar(plan.bar),
    cells: plan.cells,
    header: plan.header,
    below: plan.below,
    pair: plan.pair,
    status: plan.status,
    recalls: plan.recalls,
    isOnce: plan.isOnce === true,
    ends: plan.ends === true,
    evidence: plan.evidence,
    federation: plan.federation,
  };
}

function steadyCounter(counter: Counter | null): Counter | null {
  if (counter === null) return null;
  const { kind, slot, total, within, name, weak } = counter;
  return { kind, slot, total, within: within === true, name, weak: weak === true };
}

function steadyColumn(column: Column): Column {
  const { name, slot, kind, isLoss, split, named, label, average, divisor, scale = 1 } = column;
  return { name, slot, kind, isLoss, split, named, label, average, divisor, scale };
}

function steadyBar({ at, total, epochs }: NonNullable<Plan['bar']>): NonNullable<Plan['bar']> {
  return { at, total, epochs: epochs === true };
}
