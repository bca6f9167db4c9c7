import { IndexColumn } from './indexColumn';

/** Epoch, step and time of a record as printed, in this order; NaN: it has none. */
export type Counters = Float64Array;

/** The counters of the last of several rows, and in how many of them the epoch was the one before. */
export interface LastCounters {
  readonly epoch: number;
  readonly step: number;
  readonly repeats: number;
}

/** A series that stands somewhere. */
export interface Standee {
  standing: Standing;
}

/** Where series stand that have always been printed together: their rows, and the counters there as printed. */
export class Standing {
  readonly rows = new IndexColumn();
  /** How many rows there are. */
  count = 0;
  firstEpoch = NaN;
  lastEpoch = NaN;
  lastStep = NaN;
  /** Rows whose epoch label was the one before: a series of steps has many. */
  repeats = 0;
  /** The series that stand there; none once they have parted. */
  members: readonly Standee[] = [];

  take(row: number, counters: Counters): void {
    const epoch = counters[0]!;
    if (this.count === 0) this.firstEpoch = epoch;
    else if (epoch === this.lastEpoch) this.repeats++;
    this.count++;
    this.lastEpoch = epoch;
    this.lastStep = counters[1]!;
    this.rows.push(row);
  }

  /** As `take` for `count` rows from `row` on. */
  takeAll(row: number, count: number, last: LastCounters): void {
    this.count += count;
    this.repeats += last.repeats;
    this.lastEpoch = last.epoch;
    this.lastStep = last.step;
    this.rows.pushRange(row, 1, count);
  }

  /** Whether no run can begin with these counters, given that there are several rows. */
  goesOn(counters: Counters): boolean {
    const epoch = counters[0]!;
    return isLater(epoch, this.lastEpoch) || !this.isBefore(epoch, counters[1]!);
  }

  /** Whether counters are less than the last ones; nothing is less than what is missing. */
  isBefore(epoch: number, step: number): boolean {
    return epoch < this.lastEpoch || step < this.lastStep;
  }

  /** The same for one series that will be printed without the others. */
  partedFor(member: Standee): Standing {
    const own = new Standing();
    for (let at = 0; at < this.count; at++) own.rows.push(this.rows.at(at));
    const { count, firstEpoch, lastEpoch, lastStep, repeats } = this;
    return Object.assign(own, {
      ...{ count, firstEpoch, lastEpoch, lastStep, repeats },
      members: [member],
    });
  }
}

/** Whether an epoch has begun since a label; what has one comes after what has none. */
export function isLater(epoch: number, label: number): boolean {
  return epoch > label || (label !== label && epoch === epoch);
}

/**
 * Where series stand together that are printed together now, none of them twice: those that are new, and those that
 * always were. `null`: some of them were printed before with others, or without, from which they part.
 */
export function standTogether(series: readonly Standee[]): Standing | null {
  const [first] = series;
  if (first === undefined) return null;
  const isNew = series.every(({ standing }) => standing.count === 0);
  if (isNew) {
    const shared = new Standing();
    shared.members = series;
    for (const each of series) each.standing = shared;
    return shared;
  }
  const { standing } = first;
  const isSame = standing.members.length === series.length;
  if (isSame && series.every(each => each.standing === standing)) return standing;
  for (const each of series) part(each.standing);
  return null;
}

function part(standing: Standing): void {
  const { members } = standing;
  if (members.length <= 1) return;
  standing.members = [];
  for (const member of members) member.standing = standing.partedFor(member);
}
