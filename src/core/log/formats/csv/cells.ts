/** What separates cells; `space` is any run of blanks and tabs. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'space';

/** Cells of a line beyond which they are left out. */
const MOST_CELLS = 20_000;

const DECIMAL_COMMA = /^[+-]?\d{1,17},\d{1,17}(?:e[+-]?\d{1,3})?$/i;
/** `"1,234"` in a table cut at commas: more likely a thousand than a decimal. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** A cell with a decimal comma, written with a point. */
function withPoint(cell: string): string {
  return DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell;
}

/** A line cut into cells without blanks around them; quotes are taken off. Linear. */
export function cellsOf(line: string, delimiter: Delimiter): string[] {
  if (delimiter === 'space') {
    const trimmed = line.trim();
    const cells = trimmed === '' ? [] : trimmed.split(/\s+/, MOST_CELLS);
    return trimmed.includes(',') ? cells.map(withPoint) : cells;
  }
  if (!line.includes('"')) {
    const cells = line.split(delimiter, MOST_CELLS);
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!.trim();
      // Where something else separates cells, commas separate decimals.
      cells[at] = delimiter === ',' ? cell : withPoint(cell);
    }
    return cells;
  }
  return quotedCells(line, delimiter);
}

function quotedCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length && cells.length < MOST_CELLS) {
    while (line[at] === ' ') at++;
    let end: number;
    if (line[at] === '"') {
      end = closingQuote(line, at + 1);
      cells.push(quoted(line.slice(at + 1, end), delimiter));
      end = line.indexOf(delimiter, end);
    } else {
      end = line.indexOf(delimiter, at);
      cells.push(line.slice(at, end < 0 ? line.length : end).trim());
    }
    if (end < 0) break;
    at = end + 1;
  }
  return cells;
}

function quoted(inside: string, delimiter: string): string {
  const cell = inside.replaceAll('""', '"').trim();
  return delimiter === ',' && THOUSANDS.test(cell) ? cell : withPoint(cell);
}

/** Where the quote that was opened before `from` closes; the end of the line if it does not. */
function closingQuote(line: string, from: number): number {
  for (let at = from; ;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return line.length;
    if (line[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

/** Whether a line ends inside a quoted cell, so that the next line belongs to it. */
export function endsInsideQuotes(line: string): boolean {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}
