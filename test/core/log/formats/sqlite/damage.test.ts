import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { made, readBytes, readingOf, stub, values } from '../sqliteDatabases';

const LONG = 'CREATE TABLE scalars (run TEXT, step INTEGER, tag TEXT, value REAL)';
const WIDE = 'CREATE TABLE history (epoch INTEGER, loss REAL, val_loss REAL, note TEXT)';

describe('databases that are not as they should be', () => {
  it('without rows give nothing and no problem', async () => {
    assert.deepEqual(await readBytes(await made(LONG, WIDE)), { runs: [], problems: [] });
    const cleared = await made(LONG, 'CREATE TABLE metrics (run_name, step, metrics)');
    assert.deepEqual(await readBytes(cleared), { runs: [], problems: [] });
  });

  it('with the names of a store but other contents give nothing, or say what is wrong', async () => {
    const store = await made(
      'CREATE TABLE runs (run_uuid, status, experiment_id, lifecycle_stage)',
      'CREATE TABLE metrics (run_uuid, key, value, timestamp, step, is_nan)',
      `INSERT INTO runs VALUES (1, x'00', 'x', NULL)`,
      `INSERT INTO metrics VALUES (1, 'loss', 'high', 'noon', x'01', 'no'), (1, NULL, NULL, 1, 2, NULL)`,
    );
    const { runs } = await readBytes(store);
    assert.ok(runs.every(run => run.series.every(series => series.count <= 2)));
  });

  it('are read up to a number of rows, and say so', async () => {
    const rows = Array.from({ length: 50 }, (_, step) => ['a', step, 'loss', 1 / (step + 1)]);
    const bytes = await made(LONG, `INSERT INTO scalars VALUES ${values(rows)}`);
    const { runs, problems } = await readBytes(bytes, 20);
    assert.deepEqual(
      runs.map(run => run.series.map(series => series.count)),
      [[20]],
    );
    assert.deepEqual(problems, [{ code: 'too-large', line: 0, details: { rows: 20 } }]);
  });

  it('are read up to a number of runs, and say so', async () => {
    const rows = Array.from({ length: 4002 }, (_, at) => [`r${at >> 1}`, at % 2, 'loss', at]);
    const { runs, problems } = await readBytes(
      await made(LONG, `INSERT INTO scalars VALUES ${values(rows)}`),
    );
    assert.equal(runs.length, 2000);
    assert.deepEqual(problems, [{ code: 'too-many-runs', line: 0, details: { runs: 2000 } }]);
  });

  it('with as many names as rows are read up to a number of them, and say so', async () => {
    const rows = Array.from({ length: 10_050 }, (_, step) => ['a', step, `loss ${step}`, step]);
    const bytes = await made(LONG, `INSERT INTO scalars VALUES ${values(rows)}`);
    const { problems } = await readBytes(bytes);
    const codes = problems.map(({ code, line }) => `${code} ${line}`);
    assert.deepEqual(codes, ['too-many-shapes 10001']);
  });

  it('of MLflow may hold more names than a call takes arguments', () => {
    const tables = {
      runs: ['run_uuid', 'status', 'experiment_id', 'lifecycle_stage'],
      metrics: ['run_uuid', 'key', 'value', 'timestamp', 'step', 'is_nan'],
    };
    const database = stub(function* (sql) {
      if (sql.includes('sqlite_master')) {
        for (const [table, columns] of Object.entries(tables))
          for (const column of columns) yield [table, column, 0];
      } else if (sql.includes('GROUP BY')) {
        for (let key = 0; key < 200_000; key++) yield ['a', `loss ${key}`, 2, 0, 1];
      } else if (sql.includes('CROSS JOIN')) yield ['a', 'loss 1', 0, 1, 0.5];
    });
    const { runs, problems } = readingOf(database);
    assert.deepEqual([runs.length, problems], [1, []]);
  });

  it('keep what was read before the engine gave up', () => {
    const database = stub(function* (sql) {
      if (sql.includes('sqlite_master')) {
        for (const column of ['run', 'step', 'tag', 'value']) yield ['scalars', column, 0];
      } else if (sql.includes('DISTINCT')) yield ['loss'];
      else {
        for (let step = 0; step < 7; step++) yield ['a', 'loss', step, null, step];
        throw new Error('database disk image is malformed');
      }
    });
    const { runs, problems } = readingOf(database);
    assert.deepEqual(
      runs.map(run => run.series.map(series => series.count)),
      [[7]],
    );
    assert.deepEqual(problems, [{ code: 'bad-database', line: 0, details: {} }]);
  });

  it('say when another program holds them', () => {
    const database = stub(() => {
      throw new Error('database is locked');
    });
    const { problems } = readingOf(database);
    assert.deepEqual(problems, [{ code: 'locked', line: 0, details: {} }]);
  });

  it('that were cut or changed anywhere give a problem, never an error', async () => {
    const whole = Uint8Array.from(readFileSync('test/fixtures/stores/optuna.db'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async at => {
        const { runs, problems } = await readBytes(whole.slice(0, at));
        assert.ok(runs.length === 3 || problems.length === 1 || at < 4096, `cut at ${at}`);
      }),
      { numRuns: 40 },
    );
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(flips, async places => {
        const bytes = whole.slice();
        for (const [at, value] of places) bytes[at] = value;
        assert.ok((await readBytes(bytes)).problems.length <= 1);
      }),
      { numRuns: 60 },
    );
    const { problems } = await readBytes(whole.slice(0, whole.length / 2));
    assert.deepEqual(problems, [{ code: 'bad-database', line: 0, details: {} }]);
  });
});
