import type { RecordShape, Split } from '../log/format';
import { IndexColumn, NumberColumn } from './columns';
import { describeMetric, type MetricDescription } from './metric';

/** A series while it is being read: its values, and where its counters stand as printed. */
export class Track {
  readonly name: string;
  /** What the line, section or file says; the name's own split is in `meaning`. */
  readonly split: Split | null;
  readonly meaning: MetricDescription;
  /** The names of the values of each shape of record that it was printed in, its own among them. */
  readonly beside: ReadonlySet<string>[] = [];
  readonly values = new NumberColumn();
  readonly rows = new IndexColumn();
  firstEpoch = NaN;
  lastEpoch = NaN;
  lastStep = NaN;
  /** Rows whose epoch label was the one before: a series of steps has many. */
  repeats = 0;

  constructor(name: string, split: Split | null) {
    this.name = name;
    this.split = split;
    this.meaning = describeMetric(name, split);
  }

  get count(): number {
    return this.values.length;
  }

  push(row: number, value: number, epoch: number, step: number): void {
    if (this.count === 0) this.firstEpoch = epoch;
    else if (epoch === this.lastEpoch) this.repeats++;
    this.lastEpoch = epoch;
    this.lastStep = step;
    this.rows.push(row);
    this.values.push(value);
  }
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
  // A batch line and an epoch line may print the same name: they are two curves.
  const axes = `${epoch < 0 ? '' : 'e'}${step < 0 ? '' : 's'}`;
  const keys = values.map(index => {
    const { name, split } = shape.fields[index]!;
    return `${name}\n${split ?? ''}\n${axes}`;
  });
  return { epoch, step, time: first('time'), values, keys };
}
