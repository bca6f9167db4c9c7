import { isObject } from '../json/flatten';
import type { TolerantValue } from '../json/tolerantJson';
import { tablesIn } from './htmlTable';
import { piecesOf, type Printed, Printer } from './printed';

type Lines = TolerantValue['lines'];
type JsonObject = Readonly<Record<string, unknown>>;

/** What one cell of a notebook printed: first its text as a whole, then each table it showed. */
export interface CellOutput {
  /** Counted from 1 over all cells, as an editor shows them. */
  readonly cell: number;
  readonly printed: readonly Printed[];
}

/** Versions 4 and 3 of the format: cells of the notebook, or of its worksheets. */
function cellsIn(notebook: unknown): readonly unknown[] {
  if (!isObject(notebook)) return [];
  if (Array.isArray(notebook['cells'])) return notebook['cells'];
  const sheets = Array.isArray(notebook['worksheets']) ? notebook['worksheets'] : [];
  return sheets.flatMap((sheet: unknown) =>
    isObject(sheet) && Array.isArray(sheet['cells']) ? (sheet['cells'] as unknown[]) : [],
  );
}

/** The stored outputs of a notebook's cells, in order; cells that printed nothing are left out. */
export function outputsOf(notebook: unknown, lines: Lines): readonly CellOutput[] {
  return cellsIn(notebook).flatMap((cell, index) => {
    if (!isObject(cell) || !Array.isArray(cell['outputs'])) return [];
    const printed = printedBy(cell['outputs'] as unknown[], lines);
    return printed.length === 0 ? [] : [{ cell: index + 1, printed }];
  });
}

function printedBy(outputs: readonly unknown[], lines: Lines): Printed[] {
  const printer = new Printer();
  const tables: Printed[] = [];
  for (const output of outputs) {
    if (!isObject(output)) continue;
    const stream = typeof output['name'] === 'string' ? output['name'] : 'stdout';
    for (const [piece, line] of piecesOf(output['text'], lines, output)) {
      printer.write(stream, piece, line);
    }
    const name = output['ename'];
    if (typeof name === 'string') printer.write('error', `${name}\n`, lines.get(output)?.[0] ?? 1);
    if (isObject(output['data'])) tables.push(...shown(output['data'], lines, printer));
  }
  const whole = printer.end();
  return [...(whole.text === '' ? [] : [whole]), ...tables];
}

/** What a cell shows: as text, or, where the text is only the name of an object, the tables of its HTML. */
function shown(data: JsonObject, lines: Lines, printer: Printer): Printed[] {
  const plain = piecesOf(data['text/plain'], lines, data);
  const isObjectName = plain.length === 0 || /^<[\w.]+/.test(plain[0]![0]);
  if (!isObjectName) {
    for (const [piece, line] of plain) printer.write('shown', piece, line);
    printer.write('shown', '\n', plain.at(-1)![1]);
    return [];
  }
  const html = piecesOf(data['text/html'], lines, data);
  const line = html[0]?.[1] ?? 1;
  return tablesIn(html.map(([piece]) => piece).join('')).map(text => ({
    text,
    lines: text.split('\n').map(() => line),
  }));
}
