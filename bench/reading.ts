import { HEAD_BYTES, type LogHead } from '../src/core/log/format';
import { recognize } from '../src/core/log/formats/index';
import { RunBuilder } from '../src/core/run/buildRuns';
import type { Run } from '../src/core/run/run';
import type { Contest } from './contest';
import { asCsv, asJsonLines, asText, points } from './data';

const BLOCK = 1 << 20;

/** The whole way from bytes to runs, as the extension goes it. */
export function readRuns(path: string, bytes: Uint8Array): readonly Run[] {
  const start = bytes.subarray(0, HEAD_BYTES);
  const complete = start.length === bytes.length;
  const head: LogHead = { path, bytes: start, text: new TextDecoder().decode(start), complete };
  const format = recognize(head);
  if (format === null) return [];
  const builder = new RunBuilder(path, format.id);
  const reader = format.open(head, builder);
  for (let at = 0; at < bytes.length; at += BLOCK) reader.push(bytes.subarray(at, at + BLOCK));
  reader.end();
  return builder.runs();
}

/** How many measured values the runs hold. */
const valuesIn = (path: string, bytes: Uint8Array): number =>
  readRuns(path, bytes)
    .flatMap(run => run.series)
    .reduce((sum, series) => sum + series.count, 0);

/** The best that a pile of expressions can do: one dialect, one anchored expression, known beforehand. */
function withExpressions(bytes: Uint8Array): number {
  const known = /^Epoch (\d+)\/(\d+) - loss: ([\d.]+) - val_loss: ([\d.]+) - val_acc: ([\d.]+)$/;
  const columns: number[][] = [[], [], []];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const found = known.exec(line);
    if (found) columns.forEach((column, index) => column.push(Number(found[index + 3])));
  }
  return columns.reduce((sum, column) => sum + column.length, 0);
}

function withSplit(bytes: Uint8Array): number {
  const [, ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\n');
  const columns: number[][] = [[], [], [], [], []];
  for (const line of lines) {
    const cells = line.split(',');
    columns.forEach((column, index) => column.push(Number(cells[index])));
  }
  return columns.slice(2).reduce((sum, column) => sum + column.length, 0);
}

function withJsonParse(bytes: Uint8Array): number {
  const columns = new Map<string, number[]>();
  for (const line of new TextDecoder().decode(bytes).trimEnd().split('\n'))
    for (const [name, value] of Object.entries(JSON.parse(line) as Record<string, number>)) {
      const column = columns.get(name);
      if (column) column.push(value);
      else columns.set(name, [value]);
    }
  columns.delete('epoch');
  columns.delete('step');
  return [...columns.values()].reduce((sum, column) => sum + column.length, 0);
}

const ROWS = 100_000;

/** Reading, format by format, beside the plainest code that reads this one file. */
export function readingContests(): Contest[] {
  const all = points(ROWS);
  const [text, csv, json] = [asText(all), asCsv(all), asJsonLines(all)];
  return [
    {
      name: 'text, 100,000 lines',
      bytes: text.length,
      ours: () => valuesIn('train.log', text),
      reference: { name: 'one anchored expression', run: () => withExpressions(text) },
      limit: 12,
    },
    {
      name: 'CSV, 100,000 rows',
      bytes: csv.length,
      ours: () => valuesIn('metrics.csv', csv),
      reference: { name: 'split + Number', run: () => withSplit(csv) },
      limit: 5,
    },
    {
      name: 'JSON Lines, 100,000 lines',
      bytes: json.length,
      ours: () => valuesIn('metrics.jsonl', json),
      reference: { name: 'JSON.parse per line', run: () => withJsonParse(json) },
      limit: 5,
    },
  ];
}
