import { axisRank, roleOfName } from '../../axisName';
import { curveOfFile, meaningOfFile, splitOfFile, withMeasure } from '../../fileName';
import type { FieldRole, RecordField, Split } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { withBareLosses } from '../../splitPairs';
import { wordsOf } from '../../words';

/** A column of the table: the field its numbers go to, or `null` where they go nowhere. */
export type Column = RecordField | null;

/** Columns that only number the rows. */
const INDEX_NAME = /^(?:unnamed: ?\d+|index|row|#|)$/i;
/** Names that say nothing; the file's own name says what it is. */
const BLANK_NAME = /^(?:value|values|metric|y)$/i;
const TIME_NAME = /^(?:time|t)$/i;
/** What a training was set to, in every row (Ray Tune). */
const SETTING = /^(?:config|hparams?|params?|args)[/.]/i;
/** The last word of a counter's name, whatever it counts (`actor_steps`, `number_of_trees`, `NumIters`). */
const COUNTER =
  /^(?:epochs?|steps?|iters?|iterations?|its?|episodes?|batch(?:es)?|rounds?|trees?|updates?|timesteps?|generations?)$/;
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
  if (role === 'value')
    return [INDEX_NAME, TWIN, SETTING].some(aside => aside.test(name)) ? null : 'value';
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
  if (!roles.some(role => role === 'epoch' || role === 'step'))
    countByBehaviour(names, rows, roles);
  for (const role of ['epoch', 'step', 'time'] as const) keepBest(names, roles, role);
  const { kind } = meaningOfFile(path);
  const isNamed = kind === 'unknown' ? isDownload(names) : kind !== 'noise';
  const valueName = isNamed ? curveOfFile(path) : null;
  const fileSplit = splitOfFile(path);
  const seen = new Set<string>();
  const called = withBareLosses(
    names.map(name => (BLANK_NAME.test(name) ? (valueName ?? name) : withMeasure(name, path))),
  );
  return names.map((written, at): Column => {
    const role = roles[at] ?? null;
    if (role === null || seen.has(written)) return null;
    seen.add(written);
    if (role !== 'value') return { name: written, role, split: null };
    return valueField(called[at]!, fileSplit);
  });
}

/**
 * The columns of a header further down in a log: those it shares with the one before stay what they were; of an axis
 * that had no column, the name says enough.
 */
export function columnsBelow(
  names: readonly string[],
  before: ReadonlyMap<string, Column>,
  path: string,
): Column[] {
  const values = columnsOf(names, [], path);
  const columns = names.map((name, at) => before.get(name) ?? values[at] ?? null);
  const roles = new Set(columns.map(column => column?.role));
  return columns.map((column, at) => {
    const name = names[at]!;
    const role = roleOfName(name);
    if (column !== null || before.has(name) || role === 'value' || roles.has(role)) return column;
    roles.add(role);
    return { name, role, split: null };
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

/** Where no column is called as counters are, those are taken that end in such a word and only rise in whole numbers. */
function countByBehaviour(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  roles: (FieldRole | null)[],
): void {
  names.forEach((name, at) => {
    const word = wordsOf(name).at(-1) ?? '';
    if (roles[at] !== 'value' || !COUNTER.test(word)) return;
    const sample = sampleOf(rows, at);
    const counts = sample.every(
      (value, index) => Number.isInteger(value) && (index === 0 || value > sample[index - 1]!),
    );
    if (counts && sample.length === rows.length && sample.length > 1)
      roles[at] = word.startsWith('epoch') ? 'epoch' : 'step';
  });
}
