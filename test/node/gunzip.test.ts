import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LogProblem } from '../../src/core/log/format';
import { LogTail, type LogSource } from '../../src/core/log/tail';
import { gunzip as portable } from '../../src/core/log/gunzip';
import { type Gunzip, GzipSource } from '../../src/core/log/gzipSource';
import { gunzip as native } from '../../src/node/gunzip';
import { readPath } from '../../src/node/readLogs';

const TEXT = 'epoch,loss\n0,3\n1,2\n2,1\n';

class Bytes implements LogSource {
  bytes: Uint8Array;
  modified = 1;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  stat(): Promise<{ size: number; modified: number }> {
    return Promise.resolve({ size: this.bytes.length, modified: this.modified });
  }

  read(from: number, to: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.slice(from, to));
  }
}

/** All that a source gives, and what it says was wrong. */
async function unpackedBy(
  gunzip: Gunzip,
  bytes: Uint8Array,
  largest?: number,
): Promise<{ size: number | undefined; text: string; problem: LogProblem | null }> {
  const source = new GzipSource(new Bytes(bytes), gunzip, largest);
  const size = (await source.stat())?.size;
  const text = new TextDecoder().decode(await source.read(0, 1e9));
  return { size, text, problem: source.problem };
}

for (const [where, gunzip] of [
  ['on a machine', native],
  ['in a browser', portable],
] as const) {
  describe(`GzipSource ${where}`, () => {
    const unpacked = (bytes: Uint8Array, largest?: number) => unpackedBy(gunzip, bytes, largest);

    it('gives what is packed, in one member or several, again and again', async () => {
      const packed = Buffer.concat([gzipSync(TEXT.slice(0, 5)), gzipSync(TEXT.slice(5))]);
      assert.deepEqual(await unpacked(packed), { size: TEXT.length, text: TEXT, problem: null });
      const source = new GzipSource(new Bytes(packed), gunzip);
      const parts = [await source.read(0, 5), await source.read(6, 1000), await source.read(0, 3)];
      assert.deepEqual(
        parts.map(part => new TextDecoder().decode(part)),
        [TEXT.slice(0, 5), TEXT.slice(6), TEXT.slice(0, 3)],
      );
    });

    it('unpacks a large file once for its size and once for its bytes, in whatever parts they are read', async () => {
      const bytes = Uint8Array.from({ length: 6_000_000 }, (_, at) => (at * at) >> 8);
      let passes = 0;
      const counted: Gunzip = blocks => {
        passes++;
        return gunzip(blocks);
      };
      const source = new GzipSource(new Bytes(gzipSync(bytes, { level: 1 })), counted);
      assert.equal((await source.stat())?.size, bytes.length);
      for (let from = 0; from < bytes.length; from += 1_100_000) {
        const part = await source.read(from, from + 1_100_000);
        assert.ok(Buffer.from(part).equals(bytes.subarray(from, from + 1_100_000)), `${from}`);
      }
      assert.equal(passes, 2);
      const again = await source.read(5_000_000, 5_000_003);
      assert.deepEqual(again, bytes.slice(5_000_000, 5_000_003));
    });

    it('leaves what is not packed as it is, whatever it is called', async () => {
      const bytes = new TextEncoder().encode(TEXT);
      assert.deepEqual(await unpacked(bytes), { size: TEXT.length, text: TEXT, problem: null });
      assert.deepEqual(await unpacked(new Uint8Array()), { size: 0, text: '', problem: null });
    });

    it('stops at its limit and says so', async () => {
      const bomb = gzipSync(Buffer.alloc(50_000_000));
      const { size, problem } = await unpacked(bomb, 1000);
      assert.equal(size, 1000);
      assert.deepEqual(problem, { code: 'too-large', line: 0, details: { bytes: 1000 } });
    });

    it('keeps what stands before the place where a file is cut or damaged', async () => {
      const lines = Array.from({ length: 20_000 }, (_, at) => `${at},${Math.sin(at)}\n`).join('');
      const packed = gzipSync(lines);
      const cut = await unpacked(packed.subarray(0, packed.length / 2));
      assert.ok(cut.text.length > lines.length / 4 && lines.startsWith(cut.text));
      const damaged = Uint8Array.from(packed);
      damaged.fill(0xff, packed.length / 2);
      const { text, problem } = await unpacked(damaged);
      assert.ok(text.length > 0 && lines.startsWith(text.slice(0, lines.length / 4)));
      assert.deepEqual(problem, { code: 'truncated', line: 0, details: {} });
    });

    it('unpacks again what has changed', async () => {
      const bytes = new Bytes(gzipSync(TEXT));
      const heard: string[] = [];
      const tail = new LogTail(new GzipSource(bytes, gunzip), {
        start: () => heard.push('start'),
        bytes: part => heard.push(new TextDecoder().decode(part)),
        end: () => heard.push('end'),
      });
      await tail.poll();
      bytes.bytes = gzipSync(`${TEXT}3,0\n`);
      bytes.modified = 2;
      await tail.finish();
      assert.deepEqual(heard, ['start', TEXT, '3,0\n', 'end']);
    });

    it('fails as its file does', async () => {
      const source = new Bytes(gzipSync(TEXT));
      const broken: LogSource = {
        stat: () => source.stat(),
        read: (from, to) =>
          to - from === 2 ? source.read(from, to) : Promise.reject(new Error('no permission')),
      };
      await assert.rejects(new GzipSource(broken, gunzip).stat(), /no permission/);
    });
  });
}

describe('readPath', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gzip-'));
    await writeFile(join(folder, 'train_log.csv.gz'), gzipSync(TEXT));
    await writeFile(join(folder, 'train-images.gz'), gzipSync(TEXT));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('reads packed logs, in a folder those that are named like logs', async () => {
    const { logs, ignored } = await readPath(folder);
    assert.deepEqual(
      [logs.map(({ path, format, size }) => ({ path, format, size })), ignored],
      [[{ path: 'train_log.csv.gz', format: 'csv', size: TEXT.length }], 1],
    );
    const { runs } = await readPath(join(folder, 'train-images.gz'));
    assert.deepEqual(
      runs.map(run => run.series.map(series => [...series.values.view()])),
      [[[3, 2, 1]]],
    );
  });
});
