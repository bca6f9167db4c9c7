import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSource } from '../../src/node/databaseSource';
import { openDatabase } from '../../src/node/openDatabase';
import { readPath } from '../../src/node/readLogs';
import { readingOf } from '../core/log/formats/sqliteDatabases';

const STORES = 'test/fixtures/stores';

describe('openDatabase', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'database-'));
    await copyFile(join(STORES, 'live.db'), join(folder, 'live.db'));
    await copyFile(join(STORES, 'live.db-wal'), join(folder, 'live.db-wal'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('sees what a program has committed to the log beside its database', async () => {
    const { database, problems } = await openDatabase(join(folder, 'live.db'));
    assert.deepEqual(problems, []);
    assert.equal(readingOf(database!).runs[0]?.rows.count, 40);
  });

  it('is not needed for a packed database, which is opened in memory', async () => {
    const packed = join(folder, 'mlruns.db.gz');
    await writeFile(packed, gzipSync(await readFile(join(folder, 'live.db'))));
    const { runs, problems } = await readPath(packed);
    assert.ok(!problems.some(({ problem }) => problem.code === 'unopened'));
    assert.equal(runs.length, 1);
  });

  it('leaves a database and what is beside it as they are', async () => {
    const contents = async (): Promise<unknown> =>
      Promise.all(
        (await readdir(folder))
          .sort()
          .map(async name => [name, await readFile(join(folder, name))]),
      );
    const before = await contents();
    for (const withLog of [true, false]) {
      if (!withLog) await writeFile(join(folder, 'live.db-wal'), '');
      const known = withLog ? before : await contents();
      const { database } = await openDatabase(join(folder, 'live.db'));
      readingOf(database!);
      assert.deepEqual(await contents(), known);
    }
  });

  it('says that it is too large to be opened whole, or that newer rows may be beside it', async () => {
    const { database, problems } = await openDatabase(join(folder, 'live.db'), 600);
    database?.close();
    assert.deepEqual(
      problems.map(({ code }) => code),
      [database === null ? 'too-large' : 'newer-rows'],
    );
  });

  it('reads a database that another program writes, as it last was', async () => {
    const path = join(folder, 'held.db');
    await copyFile(join(STORES, 'optuna.db'), path);
    const holder = spawn('python3', ['-c', HOLD, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      await new Promise(resolve => holder.stdout.once('data', resolve));
      const { database, problems } = await openDatabase(path);
      assert.equal(readingOf(database!).runs.length, 3);
      assert.ok(problems.every(({ code }) => code === 'locked'));
    } finally {
      holder.stdin.end();
      await new Promise(resolve => holder.once('close', resolve));
    }
  });
});

const HOLD = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
`;

describe('DatabaseSource', () => {
  it('takes a change of the log beside a database for a change of the database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'database-'));
    try {
      const path = join(folder, 'live.db');
      await copyFile(join(STORES, 'live.db'), path);
      const source = new DatabaseSource(path);
      const before = await source.stat();
      await copyFile(join(STORES, 'live.db-wal'), `${path}-wal`);
      const after = await source.stat();
      assert.equal(after?.size, before?.size);
      assert.notEqual(after?.identity, before?.identity);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('readPath', () => {
  it('reads databases, arrays and the file store of MLflow in one folder', async () => {
    const { runs, logs, problems } = await readPath(STORES);
    assert.deepEqual(problems, []);
    const count = (format: string) => runs.filter(run => run.format === format).length;
    assert.deepEqual(
      ['sqlite', 'numpy', 'mlflow'].map(format => [format, count(format)]),
      [
        ['sqlite', 10],
        ['numpy', 1],
        ['mlflow', 4],
      ],
    );
    assert.ok(logs.every(log => !/-wal$/.test(log.path)));
  });

  it("gives a run of MLflow's file store as its database does", async () => {
    const { runs } = await readPath(join(STORES, 'mlruns'));
    const baseline = runs.find(run => run.name === 'digits/baseline');
    assert.ok(baseline);
    const { unit, status, plannedEpochs, epochBase } = baseline;
    assert.deepEqual([unit, status, plannedEpochs, epochBase], ['epoch', 'finished', 12, 0]);
    assert.deepEqual(baseline.series.map(({ name, split, count }) => [name, split, count]).sort(), [
      ['lr', null, 12],
      ['train_loss', 'train', 12],
      ['val_loss', 'validation', 12],
    ]);
    assert.equal(baseline.parameters.get('optimizer'), 'sgd');
    assert.deepEqual(runs.map(run => [run.name, run.status]).sort(), [
      ['digits/baseline', 'finished'],
      ['digits/diverged', 'finished'],
      ['digits/without steps', 'finished'],
      ['other/baseline', 'interrupted'],
    ]);
  });
});
