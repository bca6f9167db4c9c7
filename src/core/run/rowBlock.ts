/** Records of one shape in consecutive lines, from `line` on (see `LogSink.records`). */
export interface RowBlock {
  readonly values: Float64Array;
  readonly stride: number;
  readonly count: number;
  readonly line: number;
}

/** Up to where the elements of a column that begins at `start` (negative: there is none) rise from the one before, or stay. NaN ends them. */
export function risingEnd(
  values: Float64Array,
  start: number,
  from: number,
  to: number,
  before: number,
  orStay: boolean,
): number {
  if (start < 0) return to;
  let last = before;
  for (let at = from; at < to; at++) {
    const value = values[start + at]!;
    if (!(value > last || (orStay && value === last))) return at;
    last = value;
  }
  return to;
}
