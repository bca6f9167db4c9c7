import { constants, createGunzip } from 'node:zlib';
import type { Gunzip } from '../core/log/gzipSource';

/** Unpacks by this machine's zlib, which also looks at the check sums. */
export const gunzip: Gunzip = async function* (blocks) {
  // What a file that is still written, or cut, holds so far is given out instead of an error.
  const stream = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const failures: Error[] = [];
  const written = write(blocks, stream).catch((error: unknown) => {
    failures.push(error as Error);
    stream.destroy();
  });
  let isBroken = false;
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch {
    isBroken = true;
  } finally {
    stream.destroy();
    await written;
  }
  if (failures[0] !== undefined) throw failures[0];
  return isBroken ? { code: 'truncated', line: 0, details: {} } : null;
};

/** Feeds packed blocks as fast as they are unpacked; ends quietly where unpacking has ended. */
async function write(
  blocks: AsyncIterable<Uint8Array>,
  stream: ReturnType<typeof createGunzip>,
): Promise<void> {
  for await (const block of blocks) {
    if (stream.destroyed) return;
    await new Promise<void>(done => {
      stream.once('close', done);
      stream.write(block, () => {
        stream.off('close', done);
        done();
      });
    });
  }
  if (!stream.destroyed) stream.end();
}
