import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sqlite } from '../../../../src/core/log/formats/sqlite';
import { made, plain, readBytes, values } from './sqliteDatabases';
import { recognizes } from './reading';

const store = (name: string): Uint8Array => readFileSync(`test/fixtures/stores/${name}`);

const LONG = 'CREATE TABLE scalars (run TEXT, step INTEGER, tag TEXT, value REAL)';
const WIDE = 'CREATE TABLE history (epoch INTEGER, loss REAL, val_loss REAL, note TEXT)';

describe('databases', () => {
  it('are told by how they begin, whatever they are called', () => {
    assert.ok(recognizes(sqlite, 'anything', store('mlflow.db')));
    assert.ok(!recognizes(sqlite, 'mlflow.db', 'SQLite format 4'));
  });

  it('of MLflow hold a run for each run, with its name, end, parameters and planned epochs', async () => {
    const { runs, problems } = await readBytes(store('mlflow.db'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      runs.map(run => [run.name, run.status, run.unit, run.plannedEpochs]),
      [
        ['some.db digits/baseline', 'finished', 'epoch', 12],
        ['some.db digits/diverged', 'finished', 'step', null],
        ['some.db digits/without steps', 'finished', 'epoch', null],
        ['some.db other/baseline', 'interrupted', 'step', null],
      ],
    );
    assert.deepEqual(
      [...runs[0]!.parameters],
      [
        ['epochs', '12'],
        ['lr', '0.1'],
        ['optimizer', 'sgd'],
      ],
    );
    assert.deepEqual([...runs[1]!.parameters], [['lr', '10']]);
  });

  it('of MLflow keep NaN and infinity, and leave out the load of the machine', async () => {
    const { runs } = await readBytes(store('mlflow.db'));
    assert.deepEqual(
      runs[0]!.series.map(series => series.name),
      ['train_loss', 'val_loss', 'lr'],
    );
    assert.deepEqual([...runs[1]!.series[0]!.values.view()], [1.5, 8, Infinity, NaN, NaN, NaN]);
    assert.deepEqual([...runs[1]!.rows.step.view()], [0, 50, 100, 150, 200, 250]);
  });

  it('of MLflow count values in their order where no step was named', async () => {
    const { runs } = await readBytes(store('mlflow.db'));
    assert.deepEqual([...runs[2]!.rows.step.view()], [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(
      runs[2]!.series.map(series => [series.name, series.split, series.count]),
      [
        ['loss', 'train', 6],
        ['val_loss', 'validation', 6],
      ],
    );
  });

  it('of Optuna hold a run for each trial that reported values on its way', async () => {
    const { runs, problems } = await readBytes(store('optuna.db'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      runs.map(run => [run.name, run.status, run.series.map(each => [each.split, each.count])]),
      [
        ['some.db trial 0', 'finished', [['validation', 8]]],
        ['some.db trial 1', 'finished', [['validation', 8]]],
        ['some.db trial 2', 'early-stopped', [['validation', 5]]],
      ],
    );
    assert.ok(['sgd', 'adam'].includes(runs[0]!.parameters.get('optimizer') ?? ''));
  });

  it('of Trackio hold a run for each run, with what its JSON says', async () => {
    const { runs, problems } = await readBytes(store('trackio.db'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      runs.map(run => [run.name, run.plannedEpochs, run.series.map(each => each.name)]),
      [
        ['some.db first', 10, ['train/loss', 'val/loss']],
        ['some.db second', 10, ['train/loss', 'val/loss']],
      ],
    );
    assert.equal(runs[0]!.series[0]!.values.at(3), NaN);
    assert.deepEqual([...runs[0]!.rows.epoch.view()], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('with a value in a row, told apart by run, are read whatever they are called', async () => {
    const rows = ['a', 'b'].flatMap(run =>
      [10, 20, 30].flatMap(step => [
        [run, step, 'train/loss', 1 / step],
        [run, step, 'val/loss', 2 / step],
      ]),
    );
    const { runs } = await readBytes(
      await made(LONG, `INSERT INTO scalars VALUES ${values(rows)}`),
    );
    assert.deepEqual(runs.map(plain), [
      {
        name: 'some.db a',
        unit: 'step',
        status: 'unknown',
        plannedEpochs: null,
        'train/loss train': [0.1, 0.05, 1 / 30],
        'val/loss validation': [0.2, 0.1, 2 / 30],
      },
      {
        name: 'some.db b',
        unit: 'step',
        status: 'unknown',
        plannedEpochs: null,
        'train/loss train': [0.1, 0.05, 1 / 30],
        'val/loss validation': [0.2, 0.1, 2 / 30],
      },
    ]);
  });

  it('with a row for each epoch are read whatever they are called', async () => {
    const rows = [1, 2, 3].map(epoch => [epoch, 1 / epoch, 2 / epoch, 'fine']);
    const { runs } = await readBytes(
      await made(WIDE, `INSERT INTO history VALUES ${values(rows)}`),
    );
    assert.deepEqual(runs.map(plain), [
      {
        name: 'some.db',
        unit: 'epoch',
        status: 'unknown',
        plannedEpochs: null,
        'loss train': [1, 1 / 2, 1 / 3],
        'val_loss validation': [2, 1, 2 / 3],
      },
    ]);
  });

  it('call runs as the table does that their numbers point into', async () => {
    const rows = [1, 2].flatMap(run =>
      [1, 2, 3].map(epoch => [run, epoch, 1 / epoch, run / epoch]),
    );
    const { runs } = await readBytes(
      await made(
        'CREATE TABLE experiments (id INTEGER PRIMARY KEY, name TEXT)',
        `INSERT INTO experiments VALUES (1, 'alpha'), (2, 'beta')`,
        'CREATE TABLE epochs (experiment_id INTEGER, epoch INTEGER, loss REAL, val_loss REAL)',
        `INSERT INTO epochs VALUES ${values(rows)}`,
      ),
    );
    assert.deepEqual(
      runs.map(run => run.name),
      ['some.db alpha', 'some.db beta'],
    );
  });

  it('are read where values or counters are called something else', async () => {
    const rows = [1, 2, 3].map(epoch => [7, epoch, 'val_loss', 1 / epoch]);
    const named = await made(
      'CREATE TABLE measurements (exp_id INTEGER, epoch INTEGER, measure TEXT, amount REAL)',
      `INSERT INTO measurements VALUES ${values(rows)}`,
    );
    const told = rows.map(([, epoch, , loss]) => [
      'now',
      JSON.stringify({ epoch, val_loss: loss }),
    ]);
    const inside = await made(
      'CREATE TABLE log (ts TEXT, payload TEXT)',
      `INSERT INTO log VALUES ${values(told)}`,
    );
    for (const bytes of [named, inside]) {
      const { runs } = await readBytes(bytes);
      assert.equal(runs.length, 1);
      assert.deepEqual([...runs[0]!.rows.epoch.view()], [1, 2, 3]);
      assert.deepEqual(
        runs[0]!.series.map(({ name, values }) => [name, [...values.view()]]),
        [['val_loss', [1, 1 / 2, 1 / 3]]],
      );
    }
  });

  it('of other things hold no run', async () => {
    const others = [
      [
        'CREATE TABLE games (player TEXT, round INTEGER, score REAL)',
        `INSERT INTO games VALUES ${values([1, 2, 3].map(round => ['a', round, round * 2]))}`,
      ],
      [
        'CREATE TABLE measures (name TEXT, step INTEGER, value REAL)',
        `INSERT INTO measures VALUES ${values([1, 2, 3].map(step => ['temperature', step, step]))}`,
      ],
      [
        'CREATE TABLE claims (id INTEGER, year INTEGER, losses REAL)',
        `INSERT INTO claims VALUES ${values([1, 2, 3].map(id => [id, 2000 + id, id * 9.5]))}`,
      ],
      [
        'CREATE TABLE forecasts (epoch INTEGER, error REAL)',
        `INSERT INTO forecasts VALUES ${values([1, 2, 3].map(day => [1.7e9 + day, day]))}`,
      ],
      ['CREATE TABLE runs (id INTEGER)', 'INSERT INTO runs VALUES (1)'],
    ];
    for (const statements of others) {
      assert.deepEqual(await readBytes(await made(...statements)), { runs: [], problems: [] });
    }
  });
});
