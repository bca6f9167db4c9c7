import type { Split } from '../../format';
import { meaningOf } from '../../name';
import { type CounterKind, counterOf } from './counterWords';
import { counterWords } from './counters';
import { labelSplit } from './labels';
import { isSplits } from './tableHeader';
import type { Cells, Column, Counter, Plan } from './plan';
import { NOTHING } from './plan';
import { isWhole } from './numerals';
import { slotFrom } from './prefix';
import { CLOCK, type LineScanner } from './scan';

const MOST_CELLS = 200;
/** The name in front of a row, and the blanks that fill its cell. */
const LONGEST_LABEL = 200;

/** Headings of one framework that count without a word for it. */
const HEADINGS: ReadonlyMap<string, CounterKind> = new Map<string, CounterKind>([
  ['#', 'step'],
  ['E', 'epoch'],
  // Vowpal Wabbit: `loss  last  counter  weight  label  predict  features`
  ['counter', 'step'],
]);

const EMPTY_CELL = /^(?:none|n\/a|na|#na#|-+|null)$/i;

/** Where a progress bar behind the cells of a line begins; -1: there is none. */
export function barTail(message: string): number {
  const percent = message.search(/(?<![.\d])\d{1,3}%(?:\||\s?[\u2500-\u259f])/);
  // Backwards from the number: a pattern that began with blanks would look through long runs of them again and again.
  let at = percent;
  while (at > 0 && /\s/.test(message[at - 1]!)) at--;
  return at > 0 && message[at - 1] === ':' ? at - 1 : at;
}

/** Names of rows that stand for the whole table. */
const WHOLE = /^\s*(?:all|mean|avg|average|total|overall)\s*:?\s+$/i;

/** The cells of a line that holds nothing but numbers, after at most one name, in front of a progress bar perhaps. */
export function rowOf(text: string, start: number, scan: LineScanner): Cells | null {
  const tail = barTail(text.slice(start));
  const end = tail < 0 ? text.length : start + tail;
  const row: Row = { slots: [], label: '', piped: false, total: -1 };
  const behind = addCells(row, text, start, end, scan);
  if (behind < 0 || row.slots.length === 0) return null;
  if (!addEmpty(row.slots, text.slice(behind, end).replace(BRACKETS, ''))) return null;
  return { ...row, bar: tail < 0 ? null : barSlots(end, scan) };
}

/** A row as far as it was read. */
interface Row {
  readonly slots: number[];
  label: string;
  piped: boolean;
  total: number;
}

/** Adds the cells from `start` to `end`; where the last of them ends, -1 where something else stands between them. */
function addCells(row: Row, text: string, start: number, end: number, scan: LineScanner): number {
  let from = start;
  let inList = false;
  for (let at = slotFrom(scan, start); at < scan.count && scan.starts[at]! < end; at++) {
    const between = text.slice(from, scan.starts[at]);
    from = scan.ends[at]!;
    // `| [0.5, 0.25] |`: the first of a list stands for its cell.
    const goesOn: boolean = inList && /^,\s$/.test(between);
    inList = goesOn || OPENS.test(between);
    if (goesOn) continue;
    const isCell = addCell(row, at, between.replace(BRACKETS, ' '));
    if (!isCell || row.slots.length > MOST_CELLS) return -1;
  }
  return from;
}

/** A list that opens a cell; brackets beside the pipes that part cells (a matrix has none), and those of `20 (0.4, 0.7) (0.5, 0.8)`. */
const OPENS = /\|\s{0,9}\[\s{0,9}$/;
const BRACKETS = /(?<=\|\s{0,9})\[|\](?=\s{0,9}\|)|^\)?,?\s\($|^\)\s*$/g;

/** How far the bar is and of what: the first two numbers behind its percentage. */
function barSlots(end: number, scan: LineScanner): Cells['bar'] {
  const first = slotFrom(scan, end);
  return first + 2 < scan.count ? { at: first + 1, total: first + 2 } : null;
}

function addCell(row: Row, index: number, between: string): boolean {
  const { slots } = row;
  if (slots.length === 0 && isPipedLabel(between)) {
    row.label = between.replace(/[|\s]+$/g, '').trim();
    row.piped = true;
  } else if (slots.length === 0 && WHOLE.test(between)) row.label = between.trim();
  else if (isRound(slots.length, between)) row.total = -1;
  else if (slots.length === 1 && between === '/') {
    row.total = index;
    return true;
  } else if (!addEmpty(slots, between)) return false;
  slots.push(index);
  return true;
}

/** What stands in front of the numbers of `round 1: 2.3`. */
function isRound(cells: number, between: string): boolean {
  return cells === 0 ? /^\s{0,40}round\s$/.test(between) : cells === 1 && between === ': ';
}

function isPipedLabel(between: string): boolean {
  return between.length <= LONGEST_LABEL && /^[\s|]*[A-Za-z][\w /.-]*\s*\|\s*$/.test(between);
}

/** Adds the cells between two numbers; false where there are words. Units and percent signs belong to a cell. */
function addEmpty(slots: number[], between: string): boolean {
  const words = between
    .replace(/^(?:%|[a-zA-Z]{1,3}(?![\w])|\/\d+)/, '')
    .split(/[\s|,]+/)
    .filter(word => word !== '');
  if (!words.every(word => EMPTY_CELL.test(word))) return false;
  const blank = between
    .split('|')
    .slice(1, -1)
    .filter(cell => /^\s+$/.test(cell)).length;
  for (let at = 0; at < words.length + blank; at++) slots.push(-1);
  return true;
}

/** What a row says under a header: a plan for its slots, `null` where they do not fit together. */
export function rowPlan(
  cells: Cells,
  header: NonNullable<Plan['header']>,
  scan: LineScanner,
): Plan | null {
  const names = namesOf(cells, header);
  if (names === undefined) return null;
  if (cells.piped) return isSplits(names) ? labelledPlan(cells, names) : null;
  if (isSplits(names)) return null;
  if (cells.label === '') return namedPlan(cells, names, scan);
  // The row of all classes is what a detector is judged by: an evaluation.
  return { ...namedPlan(cells, names.slice(1), scan), split: 'validation', isOnce: true };
}

/** The names of a row's cells, and of its label where it has one; `undefined` where the header is of other rows. */
function namesOf(
  cells: Cells,
  { wide, narrow }: NonNullable<Plan['header']>,
): readonly string[] | undefined {
  // A number alone is a row only under a name alone.
  if (cells.slots.length < 2 && narrow.length > 1) return undefined;
  const count = cells.slots.length + (cells.label === '' || cells.piped ? 0 : 1);
  return [wide, narrow].find(list => list.length === count) ?? withoutValidation(wide, count);
}

/** The names of a row that ends before the columns of a validation, which is not made in every row; else `undefined`. */
function withoutValidation(names: readonly string[], count: number): readonly string[] | undefined {
  const isCounted = counterOf(counterWords(names[0] ?? '')) !== null;
  const missing = names.slice(count);
  const areHeld = missing.every(name => meaningOf(name).split === 'validation');
  return isCounted && count > 2 && missing.length > 0 && areHeld
    ? names.slice(0, count)
    : undefined;
}

function labelledPlan(cells: Cells, names: readonly string[]): Plan | null {
  const columns = names.flatMap((name, at) =>
    columnAt(cells.label, cells.slots[at]!, labelSplit(name)),
  );
  return meaningOf(cells.label).kind === 'measure' ? { ...NOTHING, columns } : null;
}

function columnAt(name: string, slot: number, split: Column['split']): Column[] {
  if (slot < 0) return [];
  const meaning = meaningOf(name);
  const named = meaning.split !== null;
  const isLoss = meaning.metric.includes('loss');
  const column = { name, slot, kind: meaning.kind, isLoss, split, named, label: '' };
  return [{ ...column, average: -1, divisor: -1 }];
}

/** A table of scores without a counter and without a loss: what a model was evaluated to. */
function isEvaluation(columns: readonly Column[]): boolean {
  const measures = columns.filter(column => column.kind === 'measure');
  return measures.length > 1 && !measures.some(column => column.isLoss || column.named);
}

/** spaCy prints a row per evaluation: its losses are of the training, its scores are not. */
function evaluated(name: string, names: readonly string[]): Split | null {
  return !/loss/i.test(name) && names.some(each => /^[E#]$/.test(each)) ? 'validation' : null;
}

/** Whether a row counts the rounds of a game: what is scored and lost there are whole numbers. */
function isOfGames(step: Counter | null, { slots }: Cells, scan: LineScanner): boolean {
  if (step === null || !/^round/i.test(step.name)) return false;
  return slots.every(
    slot => slot < 0 || isWhole(scan.text.slice(scan.starts[slot], scan.ends[slot])),
  );
}

function namedPlan(cells: Cells, names: readonly string[], scan: LineScanner): Plan {
  const found: { epoch: Counter | null; step: Counter | null } = { epoch: null, step: null };
  const columns: Column[] = [];
  names.forEach((name, at) => {
    const slot = cells.slots[at]!;
    const kind = counterOf(counterWords(name)) ?? HEADINGS.get(name) ?? null;
    const isClock = slot >= 0 && scan.kinds[slot] === CLOCK;
    if (kind === 'epoch' || kind === 'step') {
      found[kind] ??= { kind, slot, total: at === 0 ? cells.total : -1, name };
    } else if (!isClock && meaningOf(name).kind !== 'noise') {
      columns.push(...columnAt(name, slot, evaluated(name, names)));
    }
  });
  if (isOfGames(found.step, cells, scan)) return NOTHING;
  const counts = found.epoch !== null || found.step !== null;
  const split = !counts && isEvaluation(columns) ? 'validation' : null;
  const evidence = found.epoch !== null || columns.some(column => column.kind === 'measure');
  return { ...NOTHING, ...found, columns, split, bar: cells.bar, evidence };
}
