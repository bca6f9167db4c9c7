import { axisRank, roleOfName } from '../../axisName';
import { curveOfFile, meaningOfFile, splitOfFile, withMeasure } from '../../fileName';
import type { FieldRole, RecordField, Split } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';

/** A column of the table: the field its numbers go to, or `null` where they go nowhere. */
export type Column = RecordField | null;

/** Columns that only number the rows. */
const INDEX_NAME = /^(?:unnamed: ?\d+|index|row|#|)$/i;
/** Names that say nothing; the file's own name says what it is. */
const BLANK_NAME = /^(?:value|values|metric|y)$/i;
const TIME_NAME = /^(?:time|t)$/i;
/** Smallest and largest of what a charting tool merged into one point (W&B exports). */
const TWIN = /__(?:MIN|MAX)$/;

/** Numbers of a column in the first rows, without the cells that hold none. */
export function sampleOf(rows: readonly (readonly string[])[], at: number): number[] {
  return rows.flatMap(row => numberIn(row[at] ?? '') ?? []);
}

/** As `sampleOf`, for a column of labels: of `3/100` the label is 3. */
export function labelsOf(rows: readonly (readonly string[])[], at: number): number[] {
  return rows.flatMap(
    row => numberIn(/^(\d{1,9})\/\d{1,9}$/.exec(row[at] ?? '')?.[1] ?? row[at] ?? '') ?? [],
  );
}

/** Whether a sample moves on as a counter or a clock does: it rises, and falls back hardly ever. */
export function advances(sample: readonly number[]): boolean {
  let rises = 0;
  let falls = 0;
  for (let at = 1; at < sample.length; at++) {
    if (sample[at]! > sample[at - 1]!) rises++;
    if (sample[at]! < sample[at - 1]!) falls++;
  }
  return sample.length === 1 || (rises > 0 && rises >= 2 * falls);
}

/** Whether a sample is one and the same label of an epoch. */
function standsStill(sample: readonly number[]): boolean {
  return sample.length > 1 && sample.every(value => value === sample[0]);
}

function roleOf(name: string, sample: readonly number[]): FieldRole | null {
  const role = TIME_NAME.test(name) ? 'time' : roleOfName(name);
  if (role === 'value') return INDEX_NAME.test(name) || TWIN.test(name) ? null : 'value';
  // The first epoch of a log of steps may be longer than what is looked at.
  return advances(sample) || (role === 'epoch' && standsStill(sample)) ? role : null;
}

/** The fields of a table's columns. Of several columns for one axis the best is taken, the others go nowhere. */
export function columnsOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  path: string,
): Column[] {
  const roles = names.map((name, at) => roleOf(name, labelsOf(rows, at)));
  for (const role of ['epoch', 'step', 'time'] as const) keepBest(names, roles, role);
  const { kind } = meaningOfFile(path);
  const isNamed = kind === 'unknown' ? isDownload(names) : kind !== 'noise';
  const valueName = isNamed ? curveOfFile(path) : null;
  const fileSplit = splitOfFile(path);
  const seen = new Set<string>();
  return names.map((written, at): Column => {
    const role = roles[at] ?? null;
    if (role === null || seen.has(written)) return null;
    seen.add(written);
    if (role !== 'value') return { name: written, role, split: null };
    const name = BLANK_NAME.test(written) ? (valueName ?? written) : withMeasure(written, path);
    return valueField(name, fileSplit);
  });
}

/** The header of a curve that was downloaded from TensorBoard. */
export function isDownload(names: readonly string[]): boolean {
  return names.join().toLowerCase() === 'wall time,step,value';
}

/** The split of the file holds for names that say none themselves. */
function valueField(name: string, fileSplit: Split | null): RecordField {
  const { split, kind } = meaningOf(name);
  return { name, role: 'value', split: split !== null || kind === 'rate' ? null : fileSplit };
}

function keepBest(names: readonly string[], roles: (FieldRole | null)[], role: FieldRole): void {
  let best = -1;
  roles.forEach((found, at) => {
    if (found !== role) return;
    if (best >= 0 && axisRank(names[at]!) <= axisRank(names[best]!)) roles[at] = null;
    else {
      if (best >= 0) roles[best] = null;
      best = at;
    }
  });
}
