import type { LineNumbers } from './lineNumbers';
import type { Plan } from './plan';

/** The values of a plan's columns in the line at hand; `averages`: the running ones, where they are printed. */
export function columnValues({ columns }: Plan, averages: boolean, numbers: LineNumbers): number[] {
  const values: number[] = [];
  for (const column of columns) {
    const slot = averages && column.average >= 0 ? column.average : column.slot;
    const value = numbers.value(slot);
    values.push(column.divisor < 0 ? value : value / numbers.value(column.divisor));
  }
  return values;
}
