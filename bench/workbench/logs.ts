import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from '../random';

/** Writes lines, of which `line` gives the next, until the file has this size or `line` has no more. */
function writeLines(path: string, size: number, line: (at: number) => string | null): void {
  const file = openSync(path, 'w');
  let [at, written, next] = [0, 0, line(0)];
  while (next !== null && written < size) {
    let block = '';
    for (; next !== null && block.length < 1_000_000; next = line(++at)) block += `${next}\n`;
    written += writeSync(file, block);
  }
  closeSync(file);
}

const STEPS_A_EPOCH = 20_000;

/** What a print loop writes: a line for each step, and one at the end of each epoch. */
export function writeTextLog(path: string, size: number): void {
  const random = randomFrom(5);
  writeLines(path, size, at => {
    const loss = 2 / Math.sqrt(1 + at / 5000) + 0.2 * random();
    const epoch = Math.floor(at / STEPS_A_EPOCH) + 1;
    if (at % STEPS_A_EPOCH === STEPS_A_EPOCH - 1)
      return `epoch ${epoch} validation loss ${(0.5 + 1 / epoch).toFixed(4)}`;
    return `2024-03-01 10:00:${String(at % 60).padStart(2, '0')},250 - train - INFO - epoch ${epoch} step ${at} loss ${loss.toFixed(5)} grad_norm ${(1 + loss / 9).toFixed(4)} lr 2.000e-04`;
  });
}

/** A table with ten measures in each of `rows` rows. */
export function writeTable(path: string, rows: number): void {
  const random = randomFrom(6);
  const names = Array.from({ length: 10 }, (_, i) => `loss/part_${i}`);
  writeLines(path, Infinity, at => {
    if (at === 0) return ['step', ...names].join(',');
    if (at > rows) return null;
    const values = names.map((_, i) =>
      (i / 3 + 2 * Math.exp((-4 * at) / rows) + random() / 5).toFixed(5),
    );
    return [at, ...values].join(',');
  });
}
