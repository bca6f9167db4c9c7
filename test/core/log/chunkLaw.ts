import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogFormat } from '../../../src/core/log/format';
import { read } from './formats/reading';

/** What every reader is held to: it says the same, in the same order, however the bytes are cut. */
export function assertChunkLaw(
  format: LogFormat,
  path: string,
  content: string | Uint8Array,
  tries = 30,
): void {
  const whole = read(format, path, content);
  const length =
    typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
  const oneByOne = Array.from({ length }, () => 1);
  assert.deepEqual(read(format, path, content, oneByOne), whole);
  const sizes = fc.array(fc.nat({ max: Math.max(8, Math.ceil(length / 4)) }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, cut => assert.deepEqual(read(format, path, content, cut), whole)),
    { numRuns: tries },
  );
}
