import { numberIn } from '../../numbers';
import { cellsOf, type Delimiter, endsInsideQuotes } from './cells';

/** What the beginning of a table shows: how it is cut, its header and its first rows. */
export interface TableHead {
  readonly delimiter: Delimiter;
  /** Names as written; `null` where the first line is data already. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Comment lines before the header, without the `#`. */
  readonly comments: readonly string[];
  /** Lines with something else in them before the header: a title, settings. */
  readonly skipped: number;
}

const LINES = 60;
/** Lines of other things above a table, at most, and of rows below its header, at least. */
const MOST_SKIPPED = 20;
const FEWEST_BELOW = 2;
const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';', '|', 'space'];

/** The first lines with something in them; one that is cut off at the end is left out. */
function firstLines(text: string, complete: boolean): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/[\r\n]+/, LINES + 1);
  if (lines.length <= LINES && !complete) lines.pop();
  const joined: string[] = [];
  let open = '';
  for (const line of lines.slice(0, LINES)) {
    const whole = open === '' ? line : `${open}\n${line}`;
    open = endsInsideQuotes(whole) && whole.length < 65_536 ? whole : '';
    if (open === '' && whole.trim() !== '') joined.push(whole);
  }
  return joined;
}

const isNumeric = (cell: string): boolean => numberIn(cell) !== null;

/** The share of cells that hold a number or nothing. */
function numericShare(rows: readonly (readonly string[])[]): number {
  const cells = rows.flat();
  return cells.filter(cell => cell === '' || isNumeric(cell)).length / Math.max(1, cells.length);
}

/** Whether a line has names in its cells and no number. */
export function isHeader(cells: readonly string[]): boolean {
  return (
    !cells.some(isNumeric) && cells.some(cell => /[^\d.\s/%:+-]/.test(cell)) && !isNumbered(cells)
  );
}

/** Whether enough rows have the width of the first line; the last row of a short log may be half written. */
function isEven(fitting: number, all: number): boolean {
  return fitting > 0 && all - fitting <= Math.max(1, 0.3 * all);
}

function tableOf(
  lines: readonly string[],
  comments: string[],
  delimiter: Delimiter,
): TableHead | null {
  const rows = lines.map(line => cellsOf(line, delimiter));
  const first = rows[0];
  if (first === undefined) return null;
  const named = isHeader(first);
  const header = named ? first : commentHeader(comments, delimiter, first.length);
  const skipped = header === null ? numberedLines(rows) : 0;
  const data = named ? rows.slice(1, nextHeader(rows)) : rows.slice(skipped);
  const fitting = data.filter(row => row.length === first.length);
  // One column is a table only where it is nothing but numbers, below its name if it has one.
  if (first.length === 1 && !(delimiter === ',' && fitting.flat().every(isNumeric))) return null;
  if (!isEven(fitting.length, data.length) || isProse(fitting, delimiter)) return null;
  return { delimiter, header, rows: fitting, comments, skipped };
}

/** Where the header of another launch stands, which goes on in the same file with a part of the names; the end if none does. */
function nextHeader([first = [], ...data]: readonly (readonly string[])[]): number {
  const names = new Set(first);
  const at = data.findIndex(row => isHeader(row) && row.some(name => names.has(name)));
  return at < 1 ? data.length + 1 : at + 1;
}

function isProse(rows: readonly string[][], delimiter: Delimiter): boolean {
  return delimiter === 'space' && numericShare(rows) < 0.6;
}

/** What programs put over columns that were given no names: `x1,x2` (Julia), `V1,V2` (R), `Var1,Var2` (MATLAB). */
const NUMBERED = /^(?:x|V|Var|Column|col_?)(\d{1,5})$/;

function isNumbered(cells: readonly string[]): boolean {
  const numbers = cells.map(cell => Number(NUMBERED.exec(cell)?.[1] ?? NaN));
  return (numbers[0] === 0 || numbers[0] === 1) && numbers.every((n, at) => n === numbers[0]! + at);
}

/**
 * How many lines at the start number the columns. pandas writes `0,1` over columns without names, behind nothing or
 * a blank over their index: data below that have fractions, which numbers of columns have not.
 */
function numberedLines([first, ...data]: readonly (readonly string[])[]): number {
  if (first === undefined || data.length === 0) return 0;
  if (isNumbered(first)) return 1;
  if (first.length > 1 && first[0] === '')
    return first.every((cell, at) => at === 0 || cell === String(at - 1)) ? 1 : 0;
  const counted = first.every((cell, at) => cell === String(at));
  return counted && data.flat().every(cell => /[.e]|nan|inf/i.test(cell)) ? 1 : 0;
}

/** `#  step  rmse_val  rmse_trn`: a comment with a name for every cell is the header. */
function commentHeader(comments: string[], delimiter: Delimiter, width: number): string[] | null {
  const comment = comments.at(-1) ?? '';
  const cells = comment === '' ? [] : cellsOf(comment, delimiter);
  if (cells.length !== width || cells.some(isNumeric)) return null;
  comments.pop();
  return cells;
}

/** Reads the beginning of a text as a table; `null` where no separator gives rows of one width. */
export function sniffTable(text: string, complete: boolean): TableHead | null {
  const lines = firstLines(text, complete);
  const start = lines.findIndex(line => !line.trimStart().startsWith('#'));
  if (start < 0) return null;
  const comments = lines.slice(0, start).map(line => line.trimStart().replace(/^#+\s*/, ''));
  const body = lines.slice(start).filter(line => !line.trimStart().startsWith('#'));
  let best: TableHead | null = null;
  for (const delimiter of DELIMITERS) {
    const table = tableOf(body, [...comments], delimiter);
    if (table === null) continue;
    const width = (found: TableHead): number => found.header?.length ?? found.rows[0]?.length ?? 0;
    if (best === null || width(table) > width(best)) best = table;
  }
  return best ?? belowTitle(body);
}

/** A table that stands below a few lines of something else: its header is the first line of names with numbers under each. */
function belowTitle(lines: readonly string[]): TableHead | null {
  for (let start = 1; start <= MOST_SKIPPED && start + FEWEST_BELOW < lines.length; start++) {
    for (const delimiter of [',', '\t', ';'] as const) {
      const names = cellsOf(lines[start]!, delimiter);
      const first = cellsOf(lines[start + 1]!, delimiter);
      const fits = names.length > 1 && first.length === names.length && isHeader(names);
      if (!fits || !first.some(isNumeric)) continue;
      const table = tableOf(lines.slice(start), [], delimiter);
      if (table !== null) return { ...table, skipped: start };
    }
  }
  return null;
}
