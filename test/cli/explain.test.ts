import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/commandLine';
import { commands } from '../../src/cli/commands';
import { MemoryIo } from './memoryIo';

describe('epoch-lens explain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const log = join(folder, 'odd.log');
  writeFileSync(log, '>> 1 A 0.5 B `7`\n>> 2 A 0.4 B `8`\n>> 3 A 0.3 B `9`\n');
  after(() => rmSync(folder, { recursive: true }));

  const run = async (...argv: string[]): Promise<{ status: number; out: string; err: string }> => {
    const io = new MemoryIo();
    const status = await runCommandLine(argv, commands, io);
    return { status, out: io.out, err: io.err };
  };

  it('says for people how a log is read, in Markdown', async () => {
    const { status, out } = await run('explain', log);
    assert.equal(status, 0);
    assert.match(out, /^# How odd\.log is read\n/);
    assert.match(out, /\*\*Line ends\*\*: 3 × LF/);
    assert.match(out, /```text\n>> 1 A 0\.5 B `7`\n```/);
  });

  it('prints one object for each argument, and goes on behind what cannot be read', async () => {
    const { status, out } = await run('explain', '--json', join(folder, 'none'), folder, log);
    const lines = out.trim().split('\n');
    assert.equal(status, 2);
    assert.deepEqual(Object.keys(JSON.parse(lines[0]!) as object), ['path', 'error']);
    assert.match(lines[1]!, /It is a folder/);
    const told = JSON.parse(lines[2]!) as { path: string; format: string; lineEnds: object };
    assert.deepEqual([told.path, told.format], [log, 'text']);
    assert.deepEqual(told.lineEnds, { lf: 3, crlf: 0, cr: 0 });
  });

  it('shows what patterns read, and what is wrong with them', async () => {
    const pattern = '>> {epoch} A {loss:val} B `{kl}`';
    const { out } = await run('explain', log, '--pattern', pattern, '--pattern', '{x');
    assert.match(out, /Line 1: epoch 1, loss 0\.5, kl 7/);
    assert.match(out, /Pattern 2, column 1/);
  });

  it('shares its patterns with the other commands, in which a wrong one is a mistake', async () => {
    const list = join(folder, 'patterns.txt');
    writeFileSync(list, '# epochs\n>> {epoch} A {loss:val} B {*}\n\n');
    const { out } = await run('curves', log, '--json', '--patterns', list);
    const { runs } = JSON.parse(out) as { runs: { series: { name: string; value: number[] }[] }[] };
    assert.deepEqual(
      runs.map(({ series }) => series.map(({ name, value }) => [name, value])),
      [[['loss', [0.5, 0.4, 0.3]]]],
    );
    const wrong = await run('curves', log, '--pattern', '{a}{b}');
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /Pattern 1, column 4/);
  });
});
