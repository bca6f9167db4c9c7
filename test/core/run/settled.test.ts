import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_BYTES } from '../../../src/core/log/format';
import { LogReading } from '../../../src/core/run/logReading';
import { assertSameRuns } from './sameRuns';

const LOGS = join('test', 'fixtures', 'logs');
const LF = 10;
/** Cuts of each log. */
const CUTS = 8;

const paths = readdirSync(LOGS, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && !/\.(?:ipynb|md)$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
  .filter((_, index) => index % 9 === 0);

/** Ends of lines, spread over the log. */
function lineEnds(bytes: Uint8Array): number[] {
  const ends = [...bytes.keys()].filter(at => bytes[at] === LF).map(at => at + 1);
  const stride = Math.max(1, Math.floor(ends.length / CUTS));
  return ends.filter((_, index) => index % stride === 0);
}

function readTo(path: string, bytes: Uint8Array, end: number): LogReading {
  const reading = new LogReading(path);
  reading.start(bytes.subarray(0, Math.min(end, HEAD_BYTES)), end <= HEAD_BYTES);
  reading.bytes(bytes.subarray(0, end));
  return reading;
}

describe('a reading that is settled', () => {
  let settled = 0;
  let all = 0;

  for (const path of paths) {
    it(`gains nothing by its end: ${path}`, () => {
      const bytes = readFileSync(path);
      for (const end of lineEnds(bytes)) {
        const reading = readTo(path, bytes, end);
        all++;
        if (!reading.isSettled) continue;
        settled++;
        reading.end();
        assertSameRuns(readTo(path, bytes, end).runs(), reading.runs());
      }
    });
  }

  it('is the usual case behind a whole line', () => {
    assert.ok(settled > all / 2, `${settled} of ${all}`);
  });
});
