import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { type Column, sampleOf } from './columns';
import type { TableHead } from './sniff';

const CLOCK = /^\d{1,4}[-:/.]\d{1,2}([-:/. T].*)?$/;

/** Whether most cells of a column are words: names of runs, species, cities. Dates, clocks and lists are not. */
function isWords(rows: TableHead['rows'], at: number): boolean {
  const words = rows.filter(row => {
    const cell = row[at] ?? '';
    return cell !== '' && numberIn(cell) === null && !CLOCK.test(cell) && !/^[[{(<'"]/.test(cell);
  });
  return words.length > rows.length / 2;
}

/** Names of a column that hold one result per run. */
const SUMMARY = /^(?:best|final|max|min|last|peak)[_ -]/i;

/**
 * Whether a table is the log of a training: a counter of epochs or steps that moves on beside a measure; without a
 * counter, one measure on two splits and nothing else to speak of. One row per run, time series of other things
 * and data sets are not.
 */
export function isTrainingTable(table: TableHead, columns: readonly Column[]): boolean {
  const fields = columns.flatMap(column => column ?? []);
  const values = fields.filter(field => field.role === 'value' && !SUMMARY.test(field.name));
  const meanings = values.map(field => meaningOf(field.name));
  const measures = meanings.filter(meaning => meaning.kind === 'measure');
  const rates = meanings.filter(meaning => meaning.kind === 'rate');
  if (fields.some(field => field.role === 'epoch')) {
    return measures.length + rates.length > 0 || countsFromStart(table, columns);
  }
  if (fields.some(field => field.role === 'step')) return measures.length + rates.length > 0;
  if (columns.some((column, at) => column?.role !== 'time' && isWords(table.rows, at)))
    return false;
  const metrics = measures.map(meaning => meaning.metric);
  const pair = measures.some(
    meaning =>
      meaning.split === 'validation' && metrics.filter(same => same === meaning.metric).length > 1,
  );
  return pair && table.rows.length > 1 && 2 * measures.length >= values.length;
}

/** Whether the epoch column counts from 0 or 1 in small steps: a training even if nobody knows its measures. */
function countsFromStart(table: TableHead, columns: readonly Column[]): boolean {
  const at = columns.findIndex(column => column?.role === 'epoch');
  const sample = sampleOf(table.rows, at);
  return sample.length > 1 && (sample[0] === 0 || sample[0] === 1) && sample[1]! - sample[0] <= 1;
}
