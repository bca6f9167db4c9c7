import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { HEAD_BYTES } from '../src/core/log/format';
import { LogReading } from '../src/core/run/logReading';
import type { Run } from '../src/core/run/run';

const BLOCK = 1 << 20;

/** The product's way from a file to its runs, block by block; `onBlock` is called after each. */
export function readFile(path: string, onBlock: () => void = () => undefined): readonly Run[] {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const reading = new LogReading(path.slice(path.lastIndexOf('/') + 1));
  const block = new Uint8Array(BLOCK);
  const head = block.slice(0, readSync(file, block, 0, HEAD_BYTES, 0));
  reading.start(head, head.length === size);
  for (let at = 0, count; (count = readSync(file, block, 0, BLOCK, at)) > 0; at += count) {
    reading.bytes(block.subarray(0, count));
    onBlock();
  }
  reading.end();
  closeSync(file);
  return reading.runs();
}

/** How many values the curves of runs have. */
export const valuesOf = (runs: readonly Run[]): number =>
  runs.flatMap(run => run.series).reduce((sum, series) => sum + series.count, 0);
