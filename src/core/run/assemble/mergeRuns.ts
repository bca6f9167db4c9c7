import { Rows, type Run, Series } from '../run';

/** A row of one of the runs to be merged. */
interface Place {
  readonly run: number;
  readonly row: number;
  readonly key: number;
}

/** One run of several that are parts of it: rows in the order of their epoch, else step; every row knows its log. */
export function mergeRuns(runs: readonly Run[], name: string): Run {
  const logs = [...new Set(runs.flatMap(run => run.logs))];
  const rows = new Rows();
  const moved = runs.map(run => new Uint32Array(run.rows.count));
  for (const { run, row } of orderOf(runs)) {
    const from = runs[run]!;
    const log = logs.indexOf(from.logs[from.rows.log.at(row)] ?? '');
    const { epoch, step, time, line } = from.rows;
    moved[run]![row] = rows.push(
      epoch.at(row),
      step.at(row),
      time.at(row),
      line.at(row),
      Math.max(0, log),
    );
  }
  const series = joined(
    runs.flatMap((run, index) => run.series.map(each => movedSeries(each, moved[index]!))),
  );
  const first = <T>(pick: (run: Run) => T | null): T | null =>
    runs.map(pick).find(value => value !== null) ?? null;
  return {
    name,
    format: runs[0]!.format,
    logs,
    status: runs.find(run => run.status !== 'unknown')?.status ?? 'unknown',
    unit: runs[0]!.unit,
    epochBase: first(run => run.epochBase),
    plannedEpochs: first(run => run.plannedEpochs),
    stepsPerEpoch: first(run => run.stepsPerEpoch),
    parameters: new Map(runs.flatMap(run => [...run.parameters])),
    rows,
    series,
    version: runs.reduce((sum, run) => sum + run.version, 0),
  };
}

function orderOf(runs: readonly Run[]): Place[] {
  const byEpoch = runs.every(run => run.rows.epoch.view().some(label => !Number.isNaN(label)));
  const places = runs.flatMap((run, index) => {
    const column = byEpoch ? run.rows.epoch : run.rows.step;
    // Rows of one run keep their order whatever their counters say.
    let key = -Infinity;
    return Array.from({ length: run.rows.count }, (_, row): Place => {
      if (column.at(row) > key) key = column.at(row);
      return { run: index, row, key };
    });
  });
  return places.sort((a, b) => compare(a.key, b.key) || a.run - b.run || a.row - b.row);
}

function movedSeries(series: Series, rows: Uint32Array): Series {
  const { name, metric, split, goal, values, outOf } = series;
  const copy = new Series(name, metric, split, goal, values, undefined, outOf);
  for (const row of series.rows.view()) copy.rows.push(rows[row]!);
  return copy;
}

/** Minus infinity is equal to itself here, where a difference would be NaN. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Pieces of one curve become one, in the order of their rows. */
function joined(pieces: readonly Series[]): Series[] {
  const curves = new Map<string, Series[]>();
  for (const piece of pieces) {
    const key = `${piece.name}\n${piece.metric}\n${piece.split ?? ''}`;
    curves.set(key, [...(curves.get(key) ?? []), piece]);
  }
  return Array.from(curves.values(), parts => {
    const [first] = parts;
    if (parts.length === 1) return first!;
    const points = parts.flatMap(part =>
      Array.from(part.rows.view(), (row, at) => ({ row, value: part.values.at(at) })),
    );
    const { name, metric, split, goal, outOf } = first!;
    const isOne = parts.every(part => part.outOf === outOf);
    const size = isOne ? outOf : null;
    const curve = new Series(name, metric, split, goal, undefined, undefined, size);
    for (const { row, value } of points.sort((a, b) => a.row - b.row)) curve.push(row, value);
    return curve;
  });
}
