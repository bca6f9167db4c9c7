import type { Run } from '../run/run';
import { evaluationsOf, finiteOf, type Evaluations } from './evaluations';

/** The learning rate of a run (of its first group of parameters) without what cannot be one; null where none was logged. */
export function rateOf(run: Run): Evaluations | null {
  const series = run.series.find(s => s.metric === 'learning_rate');
  if (!series) return null;
  const finite = finiteOf(evaluationsOf(run, series, 'max'));
  if (finite.length === 0) return null;
  const rates = finite.those(value => value >= 0);
  return rates.length > 0 ? rates : null;
}

/** The highest rate; 0 of nothing. */
export function highestOf({ values }: Evaluations): number {
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}

/** The last rate as a share (0–1) of the highest; 1 where there was never any. */
export function leftOf(rate: Evaluations): number {
  const highest = highestOf(rate);
  return highest > 0 ? rate.values[rate.length - 1]! / highest : 1;
}

/** A rate below this share of its highest hardly moves the weights: cosine and linear schedules end there, step schedules after two divisions by ten. */
const SPENT = 0.01;

/** Whether the rate was lowered until next to nothing was left. */
export function isSpent(rate: Evaluations): boolean {
  return rate.length > 2 && leftOf(rate) <= SPENT;
}

/** Records over which a decay is told. */
const RECENT = 8;

/** Whether the rate is being lowered smoothly now: it fell at most of the last records and never rose. */
export function isDecaying({ values, length }: Evaluations): boolean {
  if (length < RECENT) return false;
  let falls = 0;
  for (let i = length - RECENT + 1; i < length; i++) {
    if (values[i]! > values[i - 1]!) return false;
    if (values[i]! < values[i - 1]!) falls++;
  }
  return falls > RECENT / 2;
}

/** A place where a rate that was constant is lowered at once: index of the first lower one. */
export interface Drop {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** Lowered by less than this factor is no step: schedulers that lower on a plateau halve at least, most divide by ten. */
const STEP = 0.55;

/** Records over which the rate must have been constant before and after: a smooth decay never is. */
const CONSTANT = 3;

/** The steps of a step schedule; none for a smooth one. */
export function dropsOf({ values, length }: Evaluations): readonly Drop[] {
  const drops: Drop[] = [];
  for (let at = CONSTANT; at + 1 < length; at++) {
    const before = values[at - 1]!;
    const after = values[at]!;
    if (!(after > 0) || after > STEP * before) continue;
    if (isConstant(values, at - CONSTANT, at) && isConstant(values, at, at + CONSTANT))
      drops.push({ at, before, after });
  }
  return drops;
}

function isConstant(values: Float64Array, from: number, to: number): boolean {
  const first = values[from]!;
  for (let i = from; i < Math.min(to, values.length); i++)
    if (Math.abs(values[i]! - first) > 0.01 * first) return false;
  return true;
}

/** Indices at which a rate that had fallen is raised again to at least twice: warm restarts (Loshchilov & Hutter 2017), or launches that began their schedule anew. */
export function raisesOf({ values, length }: Evaluations): readonly number[] {
  const raises: number[] = [];
  let highest = 0;
  let low = Infinity;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (low < highest / RAISED && value >= RAISED * low && value > highest / RAISED) {
      raises.push(i);
      [highest, low] = [value, value];
    }
    if (value >= highest) [highest, low] = [value, value];
    low = Math.min(low, value);
  }
  return raises;
}

/** A restart at least doubles the rate, and reaches half of what it was. */
const RAISED = 2;
