import { curveOfList, splitOfFile, stemOf } from '../../fileName';
import { wordsOf } from '../../words';
import { advances, type Column, sampleOf } from './columns';
import type { TableHead } from './sniff';

const value = (name: string): Column => ({ name, role: 'value', split: null });

/** Tables that a program always writes without a header: what the first cells look like, and the columns. */
const KNOWN: readonly { readonly first: readonly RegExp[]; readonly columns: readonly Column[] }[] =
  [
    {
      // YOLOv3–v5 and YOLOv7 results.txt: epoch/last, memory, losses, targets, image size, scores.
      first: [/^\d+\/\d+$/, /^[\d.]+[GM]$/],
      columns: [
        { name: 'epoch', role: 'epoch', split: null },
        null,
        ...['box_loss', 'obj_loss', 'cls_loss', 'total_loss'].map(name => value(`train/${name}`)),
        null,
        null,
        ...['precision', 'recall', 'mAP_0.5', 'mAP_0.5:0.95'].map(name => value(`metrics/${name}`)),
        ...['box_loss', 'obj_loss', 'cls_loss'].map(name => value(`val/${name}`)),
      ],
    },
  ];

const LOG_NAME =
  /^(?:log|logs|loss|losses|metric|metrics|history|curve|curves|lcurve|progress|training)$/;

/** Whether a file is called like a log, so that numbers without names in it are curves. */
export function isCalledLog(path: string): boolean {
  return wordsOf(stemOf(path)).some(word => LOG_NAME.test(word));
}

/** The columns of a table without a header, by what is known of it or by the file's name; `null`: no log. */
export function headerlessColumns(table: TableHead, path: string): Column[] | null {
  const first = table.rows[0] ?? [];
  const known = KNOWN.find(layout => layout.first.every((cell, at) => cell.test(first[at] ?? '')));
  if (known !== undefined) return first.map((_, at) => known.columns[at] ?? null);
  const samples = first.map((_, at) => sampleOf(table.rows, at));
  if (samples.some(sample => sample.length < table.rows.length)) return null;
  if (first.length === 1) {
    const name = curveOfList(path);
    return name === null ? null : [{ name, role: 'value', split: splitOfFile(path) }];
  }
  if (!isCalledLog(path) || first.length > 16) return null;
  const counter = isClock(samples[0]!) ? 1 : 0;
  const columns = first.map((_, at): Column => {
    const whole = samples[at]!.every(Number.isInteger);
    if (at < counter) return { name: 'time', role: 'time', split: null };
    if (at === counter && whole && advances(samples[at]!))
      return { name: `column ${at}`, role: 'step', split: null };
    return whole && at === 0 ? null : value(`column ${at}`);
  });
  return columns.filter(column => column?.role === 'value').length === 1
    ? columns.map(column => (column?.role === 'value' ? calledAfter(path) : column))
    : columns;
}

/** Whether values are seconds or milliseconds since 1970, of this century. */
function isClock(sample: readonly number[]): boolean {
  const isSince = (value: number): boolean =>
    (value > 1e9 && value < 4e9) || (value > 1e12 && value < 4e12);
  return sample.length > 1 && sample.every(isSince) && advances(sample);
}

/** The only column of values: the file is called after it. */
function calledAfter(path: string): Column {
  return { name: stemOf(path), role: 'value', split: splitOfFile(path) };
}
