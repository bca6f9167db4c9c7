import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { imageOf } from '../../../../src/core/log/database/image';
import { readBytes } from '../formats/sqliteDatabases';

const file = readFileSync('test/fixtures/stores/live.db');
const log = readFileSync('test/fixtures/stores/live.db-wal');
const LARGEST = 1e9;

const epochs = async (image: Uint8Array | null): Promise<number> =>
  (await readBytes(image ?? new Uint8Array())).runs[0]?.rows.count ?? 0;

describe('imageOf', () => {
  it('puts what the log has committed in place, and leaves out what it has not', async () => {
    assert.equal(await epochs(imageOf(file, log, LARGEST)), 40);
  });

  it('is the file where there is no log, or none that was begun', async () => {
    assert.equal(await epochs(imageOf(file, new Uint8Array(), LARGEST)), 20);
    assert.equal(await epochs(imageOf(file, new Uint8Array(1000), LARGEST)), 20);
  });

  it('ends with the last whole transaction of a log that was cut or damaged anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(log.length), async at => {
        const count = await epochs(imageOf(file, log.subarray(0, at), LARGEST));
        return count >= 20 && count <= 40;
      }),
      { numRuns: 40 },
    );
    const damaged = Uint8Array.from(log);
    damaged[32 + 12 * (24 + 512) + 100]! ^= 1;
    const count = await epochs(imageOf(file, damaged, LARGEST));
    assert.ok(count > 20 && count < 40, `${count} epochs`);
  });

  it('does not change the file, and is nothing beyond a size', () => {
    const before = Uint8Array.from(file);
    assert.ok(imageOf(file, log, LARGEST));
    assert.deepEqual(Uint8Array.from(file), before);
    assert.equal(imageOf(file, log, 1024), null);
  });
});
