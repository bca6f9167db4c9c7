import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { FollowedLog } from '../../src/core/project/followedLog';
import { diskGround } from '../../src/node/diskGround';
import { readPath } from '../../src/node/readLogs';
import { assertSameRuns, plainRuns } from '../core/run/sameRuns';

const HEADER = 'epoch,loss,val_loss\n';
const row = (epoch: number) => `${epoch},${1 / epoch},${1 / epoch + 0.1}\n`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => row(from + at)).join('');

describe('a log on a disk', () => {
  let folder = '';
  let path = '';
  const open: FollowedLog[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    path = join(folder, 'training.csv');
  });
  afterEach(() => {
    for (const log of open.splice(0)) log.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const follow = (at: string): FollowedLog => {
    const log = new FollowedLog({
      ground: diskGround(at),
      preferences: () => defaultPreferences,
      patterns: () => [],
      changed: () => undefined,
    });
    open.push(log);
    log.start();
    return log;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 15_000; !holds();) {
      assert.ok(Date.now() < end, 'it never came to that');
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };
  const points = (log: FollowedLog) => log.runs[0]?.run.series[0]?.count ?? 0;
  const isFresh = async (log: FollowedLog): Promise<void> => {
    // Whether a run is running is known only to who saw it grow.
    const unknown = log.runs.map(({ run }) => ({ ...run, status: 'unknown' as const }));
    assertSameRuns(unknown, (await readPath(path)).runs);
  };

  it('is followed while it grows, by half lines and half characters too', async () => {
    const text = Buffer.from('époque,loss,val_loss\n' + rows(1, 40));
    writeFileSync(path, text.subarray(0, 1));
    const log = follow(path);
    for (let at = 1; at < text.length; at += 97) {
      appendFileSync(path, text.subarray(at, at + 97));
      await new Promise(resolve => setTimeout(resolve, 3));
    }
    await until(() => points(log) === 40);
    await isFresh(log);
  });

  it('starts over when it was truncated and written again, longer than before', async () => {
    writeFileSync(path, HEADER + rows(1, 10));
    const log = follow(path);
    await until(() => points(log) === 10);
    truncateSync(path);
    appendFileSync(path, HEADER + rows(101, 130));
    await until(() => points(log) === 30);
    await isFresh(log);
  });

  it('starts over when another file takes its name, again and again', async () => {
    writeFileSync(path, HEADER + rows(1, 10));
    const log = follow(path);
    for (let turn = 1; turn <= 50; turn++) {
      writeFileSync(`${path}.new`, HEADER + rows(turn, turn + 10 + turn));
      renameSync(`${path}.new`, path);
      if (turn % 10 === 0) await new Promise(resolve => setTimeout(resolve, 20));
    }
    await until(() => points(log) === 61);
    await isFresh(log);
  });

  it('keeps what was read while it is gone, and follows it when it comes back', async () => {
    writeFileSync(path, HEADER + rows(1, 10));
    const log = follow(path);
    await until(() => points(log) === 10);
    rmSync(path);
    await until(() => log.stage.stage === 'stale');
    assert.equal(points(log), 10);
    writeFileSync(path, HEADER + rows(1, 12));
    await until(() => log.stage.stage === 'current' && points(log) === 12);
    await isFresh(log);
  });

  it('is read when it and its folder come only later', async () => {
    path = join(folder, 'later', 'training.csv');
    const log = follow(path);
    await until(() => log.stage.stage === 'failed');
    mkdirSync(join(folder, 'later'));
    writeFileSync(path, HEADER + rows(1, 7));
    await until(() => log.stage.stage === 'current' && points(log) === 7);
  });

  it('takes both lines of two writers', async () => {
    writeFileSync(path, HEADER);
    const log = follow(path);
    const script = `const fs = require('fs'); for (let i = 1; i <= 200; i++) fs.appendFileSync(process.argv[1], i + ',1,2\\n');`;
    const writers = [1, 2].map(() => spawn(process.execPath, ['-e', script, path]));
    await Promise.all(writers.map(writer => new Promise(resolve => writer.on('exit', resolve))));
    const rowCount = () => log.runs.reduce((sum, { run }) => sum + run.rows.count, 0);
    await until(() => rowCount() === 400);
    await isFresh(log);
  });

  it('has every whole line of a writer that was killed in the middle of one', async () => {
    const script = `const fs = require('fs'); const f = fs.openSync(process.argv[1], 'a'); fs.writeSync(f, 'epoch,loss,val_loss\\n');
      for (let i = 1; ; i++) { fs.writeSync(f, i + ',0.'); fs.writeSync(f, '5,0.6\\n'); }`;
    writeFileSync(path, '');
    const log = follow(path);
    const writer = spawn(process.execPath, ['-e', script, path]);
    await until(() => points(log) > 20);
    const ended = new Promise(resolve => writer.on('exit', resolve));
    writer.kill('SIGKILL');
    await ended;
    const { runs } = await readPath(path);
    const whole = runs[0]?.series[0]?.count ?? 0;
    await until(() => points(log) >= whole - 1);
    assert.ok(points(log) <= whole);
  });

  it('says that it may not be read, and goes on when it may', async function () {
    if (process.geteuid?.() === 0) this.skip();
    writeFileSync(path, HEADER + rows(1, 10));
    const log = follow(path);
    await until(() => points(log) === 10);
    chmodSync(path, 0);
    appendFileSync(path, '');
    log.refresh();
    chmodSync(path, 0o600);
    appendFileSync(path, rows(11, 12));
    await until(() => points(log) === 12);
  });

  it('is not opened where it is a pipe, a device or a link that leads back to itself', async () => {
    symlinkSync(path, path);
    for (const special of ['/dev/zero', path]) {
      const log = follow(special);
      await until(() => log.stage.stage === 'failed');
      assert.deepEqual(plainRuns(log.runs.map(({ run }) => run)), []);
    }
  });

  it('gives the logs of a folder, and those that are added to it', async () => {
    for (const seed of [1, 2]) {
      mkdirSync(join(folder, `seed_${seed}`));
      writeFileSync(join(folder, `seed_${seed}`, 'training.csv'), HEADER + rows(1, 8));
    }
    const log = follow(folder);
    await until(() => log.runs.length === 2);
    mkdirSync(join(folder, 'seed_3'));
    await until(() => log.stage.stage === 'current');
    appendFileSync(join(folder, 'seed_1', 'training.csv'), rows(9, 9));
    await until(() => log.runs.some(({ run }) => run.rows.count === 9));
    assert.equal(log.isFolder, true);
  });
});
