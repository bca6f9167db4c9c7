import { isEpisode, unitOfName } from '../../axisName';
import { isChosen } from '../../chosen';
import { stemOf } from '../../fileName';
import { isOfAgent, meaningOf, type NameMeaning } from '../../name';
import { numberIn } from '../../numbers';
import { hasSplitPair } from '../../splitPairs';
import { wordsOf } from '../../words';
import { advances, type Column, isDownload, labelsOf, sampleOf } from './columns';
import type { TableHead } from './sniff';

const CLOCK = /^\d{1,4}[-:/.]\d{1,2}([-:/. T].*)?$/;
/** `0.12 sec`, `1 min 2.5 sec`, `85 %`. */
const QUANTITY = /^(?:[\d.]{1,20} ?[a-z%µ]{1,8}\s{0,3}){1,4}$/i;

/** Whether most cells of a column are words: names of runs, species, cities. Dates, clocks and lists are not. */
function isWords(rows: TableHead['rows'], at: number): boolean {
  const words = rows.filter(row => {
    const cell = row[at] ?? '';
    return (
      cell !== '' &&
      numberIn(cell) === null &&
      !CLOCK.test(cell) &&
      !QUANTITY.test(cell) &&
      !/^[[{(<'"]/.test(cell)
    );
  });
  return words.length > rows.length / 2;
}

function hasWords({ rows }: TableHead, columns: readonly Column[]): boolean {
  return columns.some((column, at) => column?.role !== 'time' && isWords(rows, at));
}

/** Columns of solvers that iterate but train nothing: how far from feasible they are. */
const SOLVER = /^inf_(?:pr|du)$/i;

/** Names of a column that hold one result per run. */
const SUMMARY = /^(?:best|final|max|min|last|peak)[_ -]/i;

/**
 * Whether a table is the log of a training: a counter of epochs or steps that moves on beside a measure; without a
 * counter, one measure on two splits and nothing else to speak of. One row per run, time series of other things
 * and data sets are not.
 */
export function isTrainingTable(
  table: TableHead,
  columns: readonly Column[],
  path: string,
): boolean {
  if (isDownload(table.header ?? [])) return true;
  if (table.header?.some(name => SOLVER.test(name))) return false;
  return !isOfGames(table, columns) && isCountedTraining(table, columns, path);
}

function isCountedTraining(table: TableHead, columns: readonly Column[], path: string): boolean {
  const fields = columns.flatMap(column => column ?? []);
  const values = fields.filter(field => field.role === 'value' && !SUMMARY.test(field.name));
  const meanings = values.map(field => meaningOf(field.name));
  const measures = meanings.filter(meaning => meaning.kind === 'measure');
  const known =
    meanings.some(({ kind }) => kind === 'measure' || kind === 'rate') ||
    hasSplitPair(values.map(({ name }) => name));
  const step = fields.find(field => field.role === 'step');
  if (step !== undefined) return isTrainingBySteps(table, columns, step.name, known, path);
  const epochs = labelsOf(
    table.rows,
    columns.findIndex(column => column?.role === 'epoch'),
  );
  if (epochs.length > 0) return isTrainingByEpochs(epochs, known);
  const isPair = isPaired(measures, values.length, table.rows.length);
  if (isRowPerRun(table, columns)) return false;
  return isPair || isOfLosses(table, meanings) || improvesInTraining(table, columns);
}

/** Rows below which what stands in them may be of anything. */
const FEWEST_ROWS = 3;

/** Whether nothing but measures of a training stands in the rows, a loss in fractions among them: they need no counter. */
function isOfLosses({ rows }: TableHead, meanings: readonly NameMeaning[]): boolean {
  if (rows.length < FEWEST_ROWS || !rows.flat().some(cell => /^-?\d*\.\d/.test(cell))) return false;
  return (
    meanings.some(({ metric }) => metric === 'loss') &&
    meanings.every(({ kind }) => kind === 'measure' || kind === 'rate')
  );
}

/** Whether rows count the rounds of a game: words tell them apart, or what is lost and scored are whole numbers. */
function isOfGames(table: TableHead, columns: readonly Column[]): boolean {
  if (!columns.some(column => column?.role === 'step' && unitOfName(column.name) === 'round'))
    return false;
  return hasWords(table, columns) || columns.every((_, at) => isWhole(table.rows, at));
}

function isWhole(rows: TableHead['rows'], at: number): boolean {
  return rows.every(row => /^\s*[+-]?\d*\s*$/.test(row[at] ?? ''));
}

function isTrainingBySteps(
  table: TableHead,
  columns: readonly Column[],
  step: string,
  known: boolean,
  path: string,
): boolean {
  const hasNoWords = !hasWords(table, columns);
  if (isOfPrices(columns)) return false;
  // Simulations and markets tick; a training does where an agent or a loss stands beside it.
  if (/^ticks?$/i.test(step) && !columns.some(column => isOfAgent(column?.name ?? '')))
    return false;
  if (!known && !(hasNoWords && (isCalledTraining(path) || hasEpochs(table, columns))))
    return false;
  return hasNoWords || !isEpisode(step) || columns.some(column => isOfAgent(column?.name ?? ''));
}

/** Whether epochs that count from the start stand beside the steps. */
function hasEpochs({ rows }: TableHead, columns: readonly Column[]): boolean {
  const at = columns.findIndex(column => column?.role === 'epoch');
  const epochs = at < 0 ? [] : labelsOf(rows, at);
  return countsFromStart(epochs) && advances(epochs);
}

/** Whether what is returned is of money: a price stands beside it. */
function isOfPrices(columns: readonly Column[]): boolean {
  const names = columns.map(column => column?.name ?? '');
  return names.some(name => /^returns?$/i.test(name)) && names.some(name => /price/i.test(name));
}

/** Whether a file says that its columns, whatever they are called, are of a training: `loss_history.csv`. */
function isCalledTraining(path: string): boolean {
  const words = wordsOf(stemOf(path));
  return words.some(word => /^(?:loss|losses|train|training)$/.test(word));
}

/** Whether rows are told apart by words or by what was chosen, as results of several trainings are. */
function isRowPerRun(table: TableHead, columns: readonly Column[]): boolean {
  return hasWords(table, columns) || isSearch(table, columns);
}

/** Epochs beyond which they are days or seconds since one. */
const MOST_EPOCHS = 1e6;

/** `known`: a measure or a rate stands beside the epochs. */
function isTrainingByEpochs(epochs: readonly number[], known: boolean): boolean {
  if (epochs[0]! > MOST_EPOCHS) return false;
  if (isLongFirstEpoch(epochs)) return known;
  return advances(epochs) && (known || countsFromStart(epochs));
}

/** Whether rows differ in what was chosen: there is one per training. */
function isSearch({ header, rows }: TableHead, columns: readonly Column[]): boolean {
  return columns.some((column, at) => {
    if (!isChosen(column?.name ?? header?.[at] ?? '')) return false;
    const sample = sampleOf(rows, at);
    return sample.some(value => value !== sample[0]);
  });
}

/** Whether one measure stands on a held-out set and another one, and little else beside it. */
function isPaired(measures: readonly NameMeaning[], values: number, rows: number): boolean {
  const metrics = measures.map(meaning => meaning.metric);
  const pair = measures.some(
    meaning =>
      meaning.split === 'validation' && metrics.filter(same => same === meaning.metric).length > 1,
  );
  return pair && rows > 1 && 2 * measures.length >= values;
}

/** Rows below which a fall may be chance. */
const FEW = 8;
/** Share of the steps from row to row that must be for the better. */
const STEADY = 0.9;

/** Whether a loss or error on the training set, beside the same on a held-out set, gets better row by row: rows of other things do not come in that order. */
function improvesInTraining(table: TableHead, columns: readonly Column[]): boolean {
  const meanings = columns.map(column => (column === null ? null : meaningOf(column.name)));
  // What rises from row to row was chosen: the size of a model or of its data.
  const isSweep = meanings.some(
    (meaning, at) =>
      meaning !== null && meaning.kind !== 'measure' && rises(sampleOf(table.rows, at)),
  );
  if (isSweep) return false;
  return meanings.some((meaning, at) => {
    if (meaning?.kind !== 'measure' || meaning.split !== 'train') return false;
    const isHeld = meanings.some(
      other => other?.metric === meaning.metric && other.split !== null && other.split !== 'train',
    );
    return isHeld && isSteady(sampleOf(table.rows, at), meaning.goal === 'min' ? -1 : 1);
  });
}

function rises(sample: readonly number[]): boolean {
  return sample.length > 1 && sample.every((value, at) => at === 0 || value > sample[at - 1]!);
}

function isSteady(sample: readonly number[], sign: number): boolean {
  let better = 0;
  for (let at = 1; at < sample.length; at++)
    if (sign * (sample[at]! - sample[at - 1]!) > 0) better++;
  return sample.length >= FEW && better >= STEADY * (sample.length - 1);
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
