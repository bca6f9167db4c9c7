import type { RecordShape, Split } from '../log/format';
import type { IndexColumn } from './indexColumn';
import { NumberColumn } from './numberColumn';
import { Standing } from './standing';
import { describeMetric, type MetricDescription } from './metric';

/** A series while it is being read: its values, and where its counters stand as printed. */
export class Track {
  readonly name: string;
  /** What the line, section or file says; the name's own split is in `meaning`. */
  readonly split: Split | null;
  readonly meaning: MetricDescription;
  readonly isRate: boolean;
  /** The names of the values of each shape of record that it was printed in, its own among them. */
  readonly beside: ReadonlySet<string>[] = [];
  readonly values = new NumberColumn();
  /** Where its values stand. */
  standing = new Standing();
  /** How many samples its values are shares of; `null`: not said yet, NaN: not the same everywhere. */
  #outOf: number | null = null;

  constructor(name: string, split: Split | null) {
    this.name = name;
    this.split = split;
    this.meaning = describeMetric(name, split);
    this.isRate = this.meaning.kind === 'rate';
  }

  /** How many samples all of its values are shares of; `null` where that is not known. */
  get outOf(): number | null {
    return Number.isNaN(this.#outOf) ? null : this.#outOf;
  }

  /** A shape of record says of how many samples its values are shares (absent: it does not). */
  noteSize(outOf = NaN): void {
    this.#outOf = this.#outOf === null || this.#outOf === outOf ? outOf : NaN;
  }

  get rows(): IndexColumn {
    return this.standing.rows;
  }

  /** How many values there are. */
  get count(): number {
    return this.standing.count;
  }
}

/** What tells series apart. A batch line and an epoch line may print the same name: they are two curves. */
export function trackKey(
  name: string,
  split: Split | null,
  hasEpoch: boolean,
  hasStep: boolean,
): string {
  return `${name}\n${split ?? ''}\n${hasEpoch ? 'e' : ''}${hasStep ? 's' : ''}`;
}

/** Where the fields of a shape are. -1: it has none. */
export interface Layout {
  readonly epoch: number;
  readonly step: number;
  readonly time: number;
  readonly values: readonly number[];
  /** For each value, what tells its series from others: name, split, and whether it is counted in steps. */
  readonly keys: readonly string[];
}

/** Finds the fields of a shape once; the first field of a role counts. */
export function layoutOf(shape: RecordShape): Layout {
  const first = (role: string): number => shape.fields.findIndex(field => field.role === role);
  const epoch = first('epoch');
  const step = first('step');
  const values = shape.fields.flatMap((field, index) => (field.role === 'value' ? [index] : []));
  const keys = values.map(index => {
    const { name, split } = shape.fields[index]!;
    return trackKey(name, split, epoch >= 0, step >= 0);
  });
  return { epoch, step, time: first('time'), values, keys };
}
