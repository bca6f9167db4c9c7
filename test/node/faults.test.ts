import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import type { LogGround } from '../../src/core/log/ground';
import { FollowedLog } from '../../src/core/project/followedLog';
import type { LogNews } from '../../src/extension/logView';
import { ReaderThread } from '../../src/extension/reading/readerThread';
import { diskGround } from '../../src/node/diskGround';
import { readPath } from '../../src/node/readLogs';
import { startThread } from '../../src/node/startThread';
import { assertSameRuns } from '../core/run/sameRuns';
import { faultyGround, systemError, type Faults } from './faultyGround';

const HEADER = 'epoch,loss,val_loss\n';
const row = (epoch: number) => `${epoch},${1 / epoch},${1 / epoch + 0.1}\n`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => row(from + at)).join('');
/** Rows of more bytes than are read at once. */
const MANY = 30_000;

describe('a log that something goes wrong with', () => {
  let folder = '';
  let path = '';
  const open: FollowedLog[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    mkdirSync(join(folder, 'mount'));
    path = join(folder, 'mount', 'training.csv');
  });
  afterEach(() => {
    for (const log of open.splice(0)) log.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const follow = (ground: LogGround): FollowedLog => {
    const log = new FollowedLog({
      ground,
      preferences: () => defaultPreferences,
      patterns: () => [],
      changed: () => undefined,
    });
    open.push(log);
    log.start();
    return log;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 30_000; !holds();) {
      assert.ok(Date.now() < end, 'it never came to that');
      await new Promise(after => setTimeout(after, 10));
    }
  };
  const points = (log: FollowedLog) => log.runs[0]?.run.series[0]?.count ?? 0;
  const isFresh = async (log: FollowedLog): Promise<void> => {
    // Whether a run is running is known only to who saw it grow.
    const unknown = log.runs.map(({ run }) => ({ ...run, status: 'unknown' as const }));
    assertSameRuns(unknown, (await readPath(path)).runs);
  };

  for (const code of ['EIO', 'EACCES', 'ESTALE']) {
    it(`is as a fresh reading has it after ${code} in the middle of it, at its start and in what is new`, async () => {
      writeFileSync(path, HEADER + rows(1, MANY));
      const faults: Faults = {};
      let failed = 0;
      faults.read = from => {
        if (from === 0 && failed > 0) return;
        if (failed > 2) return;
        failed++;
        throw systemError(code);
      };
      const log = follow(faultyGround(path, faults));
      await until(() => log.stage.stage === 'failed');
      await until(() => points(log) === MANY);
      assert.equal(failed, 3);
      failed = 1;
      appendFileSync(path, rows(MANY + 1, MANY + 9));
      await until(() => log.stage.stage === 'stale');
      assert.equal(points(log), MANY);
      await until(() => points(log) === MANY + 9);
      await isFresh(log);
    });
  }

  it('is stale while its disk is away, and as a fresh reading has it when that is back with more in it', async () => {
    writeFileSync(path, HEADER + rows(1, 20));
    const [here, away] = [join(folder, 'mount'), join(folder, 'elsewhere')];
    for (const ground of [diskGround(path), diskGround(here)]) {
      const log = follow(ground);
      await until(() => points(log) >= 20);
      const before = points(log);
      renameSync(here, away);
      await until(() => log.stage.stage === 'stale');
      assert.equal(points(log), before);
      appendFileSync(join(away, 'training.csv'), rows(before + 1, before + 10));
      renameSync(away, here);
      await until(() => points(log) === before + 10 && log.stage.stage === 'current');
      const fresh = (await readPath(path)).runs[0]!;
      assert.deepEqual(
        [...log.runs[0]!.run.series[0]!.values.view()],
        [...fresh.series[0]!.values.view()],
      );
      log.dispose();
    }
  });

  it('is as a fresh reading has it where it is truncated and written anew between two reads', async () => {
    writeFileSync(path, HEADER + rows(1, MANY));
    const faults: Faults = {};
    faults.read = from => {
      if (from < 1_000_000) return;
      delete faults.read;
      truncateSync(path);
      appendFileSync(path, HEADER + rows(7, 2 * MANY));
    };
    const log = follow(faultyGround(path, faults));
    await until(() => points(log) === 2 * MANY - 6);
    assert.equal(faults.read, undefined);
    await isFresh(log);
  });

  it('has what could still be written when its disk was full, and what follows when there is room again', async function () {
    writeFileSync(path, HEADER);
    const script = `const fs = require('fs'); const f = fs.openSync(process.argv[1], 'a');
      for (let i = 1; ; i++) fs.writeSync(f, i + ',' + 1 / i + ',' + (1 / i + 0.1) + '\\n');`;
    const log = follow(diskGround(path));
    // No file may be larger than 16 blocks: the system writes what fits, and no more.
    const limited = 'ulimit -f 16 && exec "$0" -e "$1" "$2"';
    spawnSync('sh', ['-c', limited, process.execPath, script, path], { timeout: 20_000 });
    const full = statSync(path).size;
    if (full % 512 > 0) this.skip();
    assert.notEqual(readFileSync(path).at(-1), 10);
    const { runs } = await readPath(path);
    const written = runs[0]?.series[0]?.count ?? 0;
    await until(() => points(log) >= written - 1);
    // The writer goes on where it was cut, as one does that tries again.
    const text = readFileSync(path, 'latin1');
    const last = text.slice(text.lastIndexOf('\n') + 1);
    const next = row(text.split('\n').length - 1);
    assert.ok(next.startsWith(last), `${last} of ${next}`);
    appendFileSync(path, next.slice(last.length) + rows(Number(next.split(',')[0]) + 1, 2000));
    await until(() => points(log) === 2000);
    await isFresh(log);
  });

  it('is read to its end by another thread when the one that reads is ended in the middle of it', async () => {
    writeFileSync(path, HEADER + rows(1, 8 * MANY));
    let news: LogNews | null = null;
    const host = (): ReaderThread =>
      new ReaderThread(
        (given, listener) => startThread(resolve('dist', 'worker.js'), given, listener),
        () => ({ words: {} }),
        () => undefined,
      );
    const opened = (thread: ReaderThread): number => {
      const told = { path, title: 'training.csv', picks: null };
      const preferences = { analysis: defaultPreferences, patterns: [] };
      return thread.open(told, preferences, each => (news = each));
    };
    const stage = () => news?.stage;
    const [first, second] = [host(), host()];
    opened(first);
    await until(() => stage()?.stage === 'loading' && (stage() as { bytes: number }).bytes > 0);
    first.dispose();
    appendFileSync(path, rows(8 * MANY + 1, 8 * MANY + 5));
    news = null;
    const log = opened(second);
    await until(() => stage()?.stage === 'current');
    const lines = [{ members: [{ run: 0, series: 1 }], minus: null }];
    const values = await second.ask(log, { kind: 'values', format: 'csv', lines, x: 'epoch' });
    second.dispose();
    const read = values.trimEnd().split('\n').slice(1);
    assert.equal(read.length, 8 * MANY + 5);
    const fresh = (await readPath(path)).runs[0]!.series[1]!.values.view();
    assert.ok(read.every((line, at) => Number(line.split(',').at(-1)) === fresh[at]));
  });
});
