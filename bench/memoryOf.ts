// Reads a file in a process of its own and prints what that took: node --expose-gc out/bench/memoryOf.js FILE
import { readFile, valuesOf } from './readFile';

/** What a reading took, in bytes. */
export interface Taken {
  readonly values: number;
  /** What is left when everything was read. */
  readonly stored: number;
  /** The most that was in use while reading. */
  readonly peak: number;
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function main(path: string): void {
  globalThis.gc?.();
  const before = inUse();
  let peak = 0;
  const runs = readFile(path, () => (peak = Math.max(peak, inUse() - before)));
  globalThis.gc?.();
  const taken: Taken = { values: valuesOf(runs), stored: inUse() - before, peak };
  console.log(JSON.stringify(taken));
}

const [, script, path] = process.argv;
if (script?.endsWith('memoryOf.js') && path !== undefined) main(path);
