import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from '../../src/cli/watch';
import { MemoryIo } from './memoryIo';

const line = (epoch: number, total = 12) =>
  `Epoch ${epoch}/${total} - loss: ${(1 / epoch).toFixed(4)} - val_loss: ${(1 / epoch + 0.1).toFixed(4)}\n`;
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => line(from + at)).join('');

describe('epoch-lens watch', () => {
  let folder = '';
  let path = '';
  let io: MemoryIo;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    path = join(folder, 'train.log');
    io = new MemoryIo();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (paths: readonly string[], options = {}, json = false) =>
    watch.run({ paths, json, options }, io);
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 15_000; !holds();) {
      assert.ok(Date.now() < end, `it never came to that: ${io.out}`);
      await new Promise(after => setTimeout(after, 10));
    }
  };

  it('says each thing once where nobody looks, and ends with the training', async () => {
    writeFileSync(path, lines(1, 6));
    const ended = run([path]);
    await until(() => io.out !== '');
    const before = io.out;
    appendFileSync(path, line(7));
    await new Promise(after => setTimeout(after, 400));
    appendFileSync(path, lines(8, 12));
    assert.equal(await ended, 0);
    assert.match(before, /^train\.log: Still improving\. Best val_loss 0\.2667 at epoch 6\.\n/);
    const states = io.out.split('\n').filter(each => each.includes('Still improving. '));
    assert.ok(states.length <= 3, io.out);
    assert.ok(!io.out.includes('\u001b'));
  });

  it('draws one screen again and again on a terminal, no line longer than it', async () => {
    io.screen = { columns: 50, rows: 10 };
    writeFileSync(path, lines(1, 6));
    const ended = run([path]);
    await until(() => io.out.includes('epoch 6/12 · val_loss 0.2667 ↓ · best @6'));
    appendFileSync(path, lines(7, 12));
    assert.equal(await ended, 0);
    assert.ok(io.out.includes('\u001b[2A\r\u001b[J'));
    // eslint-disable-next-line no-control-regex
    const shown = io.out.replace(/\u001b\[\d*[AJ]/g, '').split(/[\r\n]/);
    assert.ok(shown.every(each => each.length < 50));
  });

  it('says how it stands and ends, when that was all that was asked for', async () => {
    writeFileSync(path, lines(1, 6));
    assert.equal(await run([path], { once: true }, true), 0);
    const answer = JSON.parse(io.out) as { path: string; runs: { state: string }[] };
    assert.deepEqual([answer.path, answer.runs.map(each => each.state)], [path, ['improving']]);
  });

  it('fails for a path that is not there, when it may not wait for it', async () => {
    assert.equal(await run([path], { once: true }), 2);
    assert.equal(io.out, `${path}: There is no such file or folder.\n`);
  });

  it('waits for a log that comes only later', async () => {
    const ended = run([path]);
    await until(() => io.out !== '');
    writeFileSync(path, lines(1, 12));
    assert.equal(await ended, 0);
  });

  it('shows names of files and metrics as text, whatever is in them', async () => {
    io.screen = { columns: 200, rows: 20 };
    writeFileSync(path, 'epoch,val_\u001b[31mloss\u202e\n1,2\n2,1\n3,0.5\n');
    await run([path], { once: true });
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(io.out, /[\u001b\u202e]/);
  });
});
