import assert from 'node:assert/strict';
import type { LogDatabase } from '../../../src/core/log/database';
import { patternsFrom } from '../../../src/core/log/patterns/patternsFrom';
import type { LogSource } from '../../../src/core/log/tail';
import { FollowedFile, LogGone } from '../../../src/core/run/followedFile';

const HEADER = 'epoch,loss,val_loss\n';
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at + 1},${1 / (at + 1)},${2 / (at + 1)}\n`).join('');

/** A file that a test writes; `modified` is the time of its clock. */
class WrittenFile implements LogSource {
  #bytes: Uint8Array | null = null;
  #modified = 0;
  /** Bytes that were asked for. */
  asked = 0;

  write(text: string | null, modified: number): void {
    this.#bytes = text === null ? null : new TextEncoder().encode(text);
    this.#modified = modified;
  }

  stat() {
    const size = this.#bytes?.length ?? 0;
    return Promise.resolve(this.#bytes && { size, modified: this.#modified });
  }

  read(from: number, to: number) {
    this.asked += to - from;
    return Promise.resolve((this.#bytes ?? new Uint8Array()).slice(from, to));
  }
}

/** How the runs of a file stand: points of the first series, and the status. */
const state = (file: FollowedFile) =>
  file.runs.map(run => ({ points: run.series[0]?.count, status: run.status }));

describe('FollowedFile', () => {
  it('counts an unterminated last line once the file was quiet for a while', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    written.write(HEADER + rows(8).trimEnd(), 1000);
    await file.update(1500);
    assert.deepEqual(state(file), [{ points: 7, status: 'unknown' }]);
    assert.equal(await file.update(9000), true);
    assert.deepEqual(state(file), [{ points: 8, status: 'unknown' }]);
  });

  it('calls a run running only after it grew before our eyes, and no longer than three minutes after', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    written.write(HEADER + rows(8), 1000);
    await file.update(1500);
    assert.deepEqual(state(file), [{ points: 8, status: 'unknown' }]);
    written.write(HEADER + rows(9), 10_000);
    await file.update(10_100);
    assert.deepEqual(state(file), [{ points: 9, status: 'running' }]);
    assert.equal(await file.update(400_000), true);
    assert.deepEqual(state(file), [{ points: 9, status: 'unknown' }]);
  });

  it('says when there was nothing new', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    written.write(HEADER + rows(8), 1000);
    assert.equal(await file.update(50_000), true);
    assert.equal(await file.update(60_000), false);
  });

  it('reads only what is new of a log that was quiet, when its lines are whole', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    written.write(HEADER + rows(20_000), 1000);
    await file.update(3_600_000);
    assert.deepEqual(state(file), [{ points: 20_000, status: 'unknown' }]);
    const before = written.asked;
    written.write(HEADER + rows(20_001), 3_700_000);
    await file.update(3_700_000);
    assert.deepEqual(state(file), [{ points: 20_001, status: 'running' }]);
    assert.ok(written.asked - before < 2000, `${written.asked - before} bytes`);
  });

  it('finds out anew what a log is when it has become twice as long as what it was recognised by', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('run.txt', written);
    written.write('step 1\n', 1000);
    await file.update(1100);
    written.write(
      'step 1\n' + Array.from({ length: 9 }, (_, i) => `Epoch ${i + 1} loss: 0.${i}\n`).join(''),
      1200,
    );
    await file.update(1300);
    assert.deepEqual(
      file.runs.map(run => run.unit),
      ['epoch'],
    );
  });

  it('calls a run that grows seldom running for three times its longest silence', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    const times = [0, 1_000_000, 2_000_000];
    for (const [at, time] of times.entries()) {
      written.write(HEADER + rows(8 + at), time);
      await file.update(time);
    }
    await file.update(4_900_000);
    assert.deepEqual(state(file), [{ points: 10, status: 'running' }]);
    await file.update(5_100_000);
    assert.deepEqual(state(file), [{ points: 10, status: 'unknown' }]);
  });

  it('rejects when the file is not there, and reads it when it comes', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    await assert.rejects(file.update(0), LogGone);
    written.write(HEADER + rows(8), 1000);
    await file.update(50_000);
    assert.deepEqual(state(file), [{ points: 8, status: 'unknown' }]);
  });

  it('gives the same runs to updates that overlap', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('training.csv', written);
    written.write(HEADER + rows(8), 1000);
    await Promise.all([file.update(50_000), file.update(50_000), file.update(50_000)]);
    assert.deepEqual(state(file), [{ points: 8, status: 'unknown' }]);
  });

  it('reads a database through its source, and keeps why it could not be read whole', async () => {
    const written = new WrittenFile();
    let rows = 3;
    const problems = [{ code: 'newer-rows', line: 0, details: {} }] as const;
    const source: LogSource = {
      stat: () => written.stat(),
      read: (from, to) => written.read(from, to),
      database: () => Promise.resolve({ database: historyOf(rows), problems }),
    };
    const file = new FollowedFile('history.db', source);
    written.write('SQLite format 3\0', 1000);
    await file.update(1500);
    assert.deepEqual(state(file), [{ points: 3, status: 'unknown' }]);
    assert.deepEqual(file.problems, problems);
    rows = 5;
    written.write('SQLite format 3\0', 2000);
    assert.equal(await file.update(2500), true);
    assert.deepEqual(state(file), [{ points: 5, status: 'running' }]);
  });

  it('reads the file again where the patterns of the user changed, even if it did not', async () => {
    const written = new WrittenFile();
    const none = patternsFrom([]).patterns;
    let patterns = none;
    const file = new FollowedFile('train.log', written, undefined, () => patterns);
    written.write('A 0.5 B 7\nA 0.4 B 8\n', 1000);
    await file.update(9000);
    assert.deepEqual(state(file), []);
    patterns = patternsFrom(['A {loss} B {*}']).patterns;
    assert.equal(await file.update(9100), true);
    assert.deepEqual(state(file), [{ points: 2, status: 'unknown' }]);
    assert.equal(await file.update(9200), false);
    patterns = none;
    await file.update(9300);
    assert.deepEqual(state(file), []);
  });

  it('says that nobody could open a database', async () => {
    const written = new WrittenFile();
    const file = new FollowedFile('history.db', written);
    written.write('SQLite format 3\0', 1000);
    await file.update(9000);
    assert.deepEqual(file.problems, [{ code: 'unopened', line: 0, details: {} }]);
  });
});

/** A database with one table, of so many epochs. */
function historyOf(count: number): LogDatabase {
  return {
    *rows(sql) {
      if (sql.includes('sqlite_master')) {
        for (const column of ['epoch', 'loss']) yield ['history', column, 0];
      } else {
        const withRun = !/^SELECT "loss"/.test(sql);
        for (let epoch = 0; epoch < count; epoch++) {
          yield withRun ? ['history', epoch, 1 / (epoch + 1)] : [1 / (epoch + 1)];
        }
      }
    },
    close: () => undefined,
  };
}
