import type { LineNumbers } from './lineNumbers';
import type { Plan } from './plan';

const divisor = new Float64Array(1);
let buffer = new Float64Array(64);

/** The values of a plan's columns in the line at hand; `averages`: the running ones, where they are printed. */
export function columnValues(plan: Plan, averages: boolean, numbers: LineNumbers): number[] {
  const { length } = plan.columns;
  if (buffer.length < length) buffer = new Float64Array(2 * length);
  putColumnValues(plan, averages, numbers, buffer, 0);
  const values: number[] = [];
  for (let at = 0; at < length; at++) values.push(buffer[at]!);
  return values;
}

/** The same, put into `out` from `from` on, which has room for them. */
export function putColumnValues(
  { columns }: Plan,
  averages: boolean,
  numbers: LineNumbers,
  out: Float64Array,
  from: number,
): void {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const at = from + index;
    numbers.put(averages && column.average >= 0 ? column.average : column.slot, out, at);
    if (column.divisor < 0) continue;
    numbers.put(column.divisor, divisor, 0);
    out[at] = out[at]! / divisor[0]!;
  }
}
