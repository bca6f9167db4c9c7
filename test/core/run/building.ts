import type { FieldRole, LogMark, RecordShape, Split } from '../../../src/core/log/format';
import { RunBuilder } from '../../../src/core/run/buildRuns';
import type { Run } from '../../../src/core/run/run';

const ROLES: Readonly<Record<string, FieldRole>> = {
  epoch: 'epoch',
  step: 'step',
  iter: 'step',
  time: 'time',
};

/** A record as plain data; `val:loss` is the loss on the validation set as a line would say it. */
export type PlainRow = Readonly<Record<string, number>>;

const SPLITS: Readonly<Record<string, Split>> = { train: 'train', val: 'validation', test: 'test' };

function shapeOf(names: readonly string[]): RecordShape {
  return {
    fields: names.map(name => {
      const colon = name.indexOf(':');
      const split = SPLITS[name.slice(0, Math.max(0, colon))] ?? null;
      const plain = split === null ? name : name.slice(colon + 1);
      return { name: plain, role: ROLES[plain] ?? 'value', split };
    }),
  };
}

/** Gives rows and marks to a builder, one line each. */
export function build(items: readonly (PlainRow | LogMark)[]): RunBuilder {
  const builder = new RunBuilder('log.txt', 'text');
  const shapes = new Map<string, RecordShape>();
  items.forEach((item, index) => {
    if ('kind' in item) {
      builder.mark(item as LogMark);
      return;
    }
    const names = Object.keys(item);
    const key = names.join(' ');
    const shape = shapes.get(key) ?? shapeOf(names);
    shapes.set(key, shape);
    builder.record(shape, Float64Array.from(Object.values(item)), index + 1);
  });
  return builder;
}

/** A run's curves as `name split: x=y x=y`, x the epoch where there is one, else the step. */
export function curvesOf(run: Run): string[] {
  return run.series.map(series => {
    const points = Array.from(series.rows.view(), (row, at) => {
      const epoch = run.rows.epoch.at(row);
      const x = Number.isNaN(epoch) ? run.rows.step.at(row) : epoch;
      return `${x}=${series.values.at(at)}`;
    });
    return `${series.name} ${series.split ?? '–'}: ${points.join(' ')}`;
  });
}
