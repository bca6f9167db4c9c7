import type { LineNumbers } from './lineNumbers';
import type { Shares } from './shares';
import type { Template } from './template';

const divisor = new Float64Array(1);
let buffer = new Float64Array(64);

/** The values of a template's columns in the line at hand; `averages`: the running ones, where they are printed. */
export function columnValues(
  template: Template,
  averages: boolean,
  numbers: LineNumbers,
): number[] {
  const { length } = template.slots;
  if (buffer.length < length) buffer = new Float64Array(2 * length);
  putColumnValues(template, averages, numbers, buffer, 0);
  const values: number[] = [];
  for (let at = 0; at < length; at++) values.push(buffer[at]!);
  return values;
}

/** The same, put into `out` from `from` on, which has room for them. */
export function putColumnValues(
  template: Template,
  averages: boolean,
  numbers: LineNumbers,
  out: Float64Array,
  from: number,
): void {
  const { slots, shares } = template;
  for (let index = 0; index < slots.length; index++) {
    const average = averages ? template.averages[index]! : -1;
    numbers.put(average >= 0 ? average : slots[index]!, out, from + index);
  }
  if (shares !== null) divide(shares, numbers, out, from);
}

function divide(shares: Shares, numbers: LineNumbers, out: Float64Array, from: number): void {
  const { divisors, scales } = shares;
  for (let index = 0; index < divisors.length; index++) {
    const slot = divisors[index]!;
    if (slot < 0) continue;
    numbers.put(slot, divisor, 0);
    const size = divisor[0]!;
    shares.note(index, size);
    // Of an empty set such logs print 0 %; infinity would be taken for a training that broke.
    out[from + index] = size > 0 ? (out[from + index]! * scales[index]!) / size : 0;
  }
}
