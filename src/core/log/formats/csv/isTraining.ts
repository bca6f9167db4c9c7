import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { advances, type Column, sampleOf } from './columns';
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
  const known = measures.length + rates.length > 0;
  if (fields.some(field => field.role === 'step')) return known;
  const epochs = sampleOf(
    table.rows,
    columns.findIndex(column => column?.role === 'epoch'),
  );
  if (epochs.length > 0)
    return isLongFirstEpoch(epochs)
      ? known
      : advances(epochs) && (known || countsFromStart(epochs));
  if (columns.some((column, at) => column?.role !== 'time' && isWords(table.rows, at)))
    return false;
  const metrics = measures.map(meaning => meaning.metric);
  const pair = measures.some(
    meaning =>
      meaning.split === 'validation' && metrics.filter(same => same === meaning.metric).length > 1,
  );
  return pair && table.rows.length > 1 && 2 * measures.length >= values.length;
}

/** Whether epochs count from 0 or 1 in small steps: a training even if nobody knows its measures. */
function countsFromStart(epochs: readonly number[]): boolean {
  const [first, second] = epochs;
  return second !== undefined && (first === 0 || first === 1) && second - first <= 1;
}

/** Rows of the first epoch only: many, where one row per model with its epochs would differ or be few. */
function isLongFirstEpoch(epochs: readonly number[]): boolean {
  return (
    epochs.length >= 20 &&
    (epochs[0] === 0 || epochs[0] === 1) &&
    epochs.every(epoch => epoch === epochs[0])
  );
}
