import type { Run, Series } from '../run/run';

/** The first values of a run: what stays the same when its log is renamed or grows. */
export interface RunHead {
  readonly series: string;
  /** As text, because NaN and infinities are values. */
  readonly values: readonly string[];
}

/** Fewer values say nothing about whose they are. */
const FEWEST = 3;
const MOST = 20;

/** The head of a run as far as it was written; null where that is too little to be known again. */
export function headOf({ series }: Pick<Run, 'series'>): RunHead | null {
  const first = series.find(({ count }) => count >= FEWEST);
  return first ? { series: first.name, values: valuesOf(first, MOST) } : null;
}

/** Whether a run begins with the very values of a head. */
export function beginsWith({ series }: Pick<Run, 'series'>, head: RunHead): boolean {
  return series.some(each => {
    if (each.name !== head.series || each.count < head.values.length) return false;
    return valuesOf(each, head.values.length).every((value, at) => value === head.values[at]);
  });
}

function valuesOf({ values, count }: Series, most: number): readonly string[] {
  return Array.from({ length: Math.min(count, most) }, (_, at) => String(values.at(at)));
}
