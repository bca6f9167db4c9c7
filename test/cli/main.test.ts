import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join('dist', 'cli.js');

/** A table of `count` epochs that overfits from epoch 12 on; `seed` shifts its jitter. */
function table(count: number, seed: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const jitter = 0.004 * Math.sin(7 * i + seed);
    const validation = 0.3 + (i < 11 ? 0.06 * (11 - i) : 0.01 * (i - 11)) + jitter;
    return `${i + 1},${(1 / (i + 1)).toFixed(4)},${validation.toFixed(4)}`;
  });
  return ['epoch,loss,val_loss', ...rows, ''].join('\n');
}

describe('epoch-lens', () => {
  let folder = '';
  const inFolder = (name: string): string => join(folder, name);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    writeFileSync(inFolder('fold1.csv'), table(30, 1));
    writeFileSync(inFolder('fold2.csv'), table(32, 2));
    writeFileSync(inFolder('empty.csv'), '');
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function ran(...args: readonly string[]): { status: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return { status, out: stdout, err: stderr };
  }

  it('answers each argument with one line of JSON, in order, and ends with 2 if one failed', () => {
    const paths = [inFolder('fold1.csv'), inFolder('missing.csv'), inFolder('fold2.csv')];
    const { status, out, err } = ran('suggest', '--json', ...paths);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(line => [line['path'], Object.keys(line)]),
      [
        [paths[0], ['path', 'runs', 'consensus']],
        [paths[1], ['path', 'error']],
        [paths[2], ['path', 'runs', 'consensus']],
      ],
    );
    assert.deepEqual([status, err], [2, '']);
  });

  it('says in words what a log supports', () => {
    const { status, out } = ran('suggest', inFolder('fold1.csv'));
    assert.equal(status, 0);
    assert.match(
      out,
      /^fold1\.csv\n {2}Overfitting since epoch 1\d: val_loss rose \d+\.\d % above its minimum \(0\.3\d* @ 1\d\)/,
    );
    assert.match(
      out,
      /\n {2}Suggested 1\d epochs \(\d+–\d+\)\. Validation loss is lowest at epoch 1\d/,
    );
  });

  it('says so where there is nothing to read', () => {
    const { status, out, err } = ran('suggest', inFolder('empty.csv'));
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /no curve/i);
  });

  it('gives the folds of a folder one consensus', () => {
    const { out } = ran('suggest', '--json', folder);
    const { runs, consensus } = JSON.parse(out) as {
      runs: readonly unknown[];
      consensus: { runs: number } | null;
    };
    assert.deepEqual([runs.length, consensus?.runs], [2, 2]);
  });

  it('writes a report where it is told to', () => {
    const file = inFolder('report.html');
    const args = ['--format', 'html', '--output', file];
    assert.deepEqual(ran('report', inFolder('fold1.csv'), inFolder('fold2.csv'), ...args), {
      status: 0,
      out: '',
      err: '',
    });
    const page = readFileSync(file, 'utf8');
    assert.match(page, /<h1>fold1\.csv, fold2\.csv<\/h1>/);
    rmSync(file);
  });

  it('prints the report in each form', () => {
    const log = inFolder('fold1.csv');
    assert.match(ran('report', log).out, /^# fold1\.csv\n/);
    assert.match(ran('report', '--short', log).out, /^### fold1\.csv\n/);
    const data = JSON.parse(ran('report', '--format', 'json', log).out) as Record<string, unknown>;
    assert.equal(data['title'], 'fold1.csv');
    const lines = ran('report', '--json', log, log).out.trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => (JSON.parse(line) as Record<string, unknown>)['path']),
      [log, log],
    );
  });

  it('ends quietly when the reader of its output goes away', async () => {
    writeFileSync(inFolder('long.csv'), table(100_000, 3));
    const child = spawn(process.execPath, [
      PROGRAM,
      'curves',
      '--json',
      inFolder('long.csv'),
      folder,
    ]);
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise<number | null>(resolve => child.once('close', resolve));
    assert.deepEqual([status, err], [0, '']);
  });
});
