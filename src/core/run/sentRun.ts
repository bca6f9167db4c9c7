import { IndexColumn } from './indexColumn';
import { NumberColumn } from './numberColumn';
import { Rows, type Run, Series } from './run';

/** A run as it is sent from one thread to another: its columns as plain arrays. */
export interface SentRun extends Omit<Run, 'rows' | 'series'> {
  readonly rows: {
    readonly epoch: Float64Array;
    readonly step: Float64Array;
    readonly time: Float64Array;
    readonly line: Uint32Array;
    readonly log: Uint32Array;
  };
  readonly series: readonly (Pick<Series, 'name' | 'metric' | 'split' | 'goal' | 'outOf'> & {
    readonly values: Float64Array;
    readonly rows: Uint32Array;
  })[];
}

/** Copies the columns to where both threads see them: sending costs the one that receives nothing. */
export function sentRun(run: Run): SentRun {
  const { epoch, step, time, line, log } = run.rows;
  return {
    ...run,
    rows: {
      epoch: doublesOf(epoch),
      step: doublesOf(step),
      time: doublesOf(time),
      line: indicesOf(line),
      log: indicesOf(log),
    },
    series: run.series.map(({ name, metric, split, goal, outOf, values, rows }) => {
      return { name, metric, split, goal, outOf, values: doublesOf(values), rows: indicesOf(rows) };
    }),
  };
}

/** The run again; its columns are the arrays that were sent. */
export function receivedRun(sent: SentRun): Run {
  const { epoch, step, time, line, log } = sent.rows;
  const rows = new Rows({
    epoch: NumberColumn.of(epoch),
    step: NumberColumn.of(step),
    time: NumberColumn.of(time),
    line: IndexColumn.of(line),
    log: IndexColumn.of(log),
  });
  const series = sent.series.map(({ name, metric, split, goal, outOf, values, rows: at }) => {
    const [numbers, places] = [NumberColumn.of(values), IndexColumn.of(at)];
    return new Series(name, metric, split, goal, numbers, places, outOf);
  });
  return { ...sent, rows, series };
}

function doublesOf(column: NumberColumn): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(8 * column.length));
  shared.set(column.glance());
  return shared;
}

function indicesOf(column: IndexColumn): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(4 * column.length));
  for (let at = 0; at < shared.length; at++) shared[at] = column.at(at);
  return shared;
}
