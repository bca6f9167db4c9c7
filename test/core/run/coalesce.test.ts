import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Coalesce } from '../../../src/core/run/coalesce';

/** Work that ends when the test says so. */
class HeldWork {
  started = 0;
  readonly #waiting: (() => void)[] = [];

  readonly run = (): Promise<void> => {
    this.started++;
    return new Promise(resolve => this.#waiting.push(resolve));
  };

  async finishOne(): Promise<void> {
    this.#waiting.shift()?.();
    await settle();
  }
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};
const never = () => assert.fail('the work did not fail');

describe('Coalesce', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('makes one round of all requests within the delay', () => {
    const work = new HeldWork();
    const coalesce = new Coalesce(work.run, never, 100);
    coalesce.request();
    coalesce.request();
    mock.timers.tick(99);
    assert.equal(work.started, 0);
    mock.timers.tick(1);
    assert.equal(work.started, 1);
  });

  it('asks for the delay anew each time, where it may change', () => {
    const work = new HeldWork();
    let delay = 100;
    const coalesce = new Coalesce(work.run, never, () => delay);
    delay = 300;
    coalesce.request();
    mock.timers.tick(299);
    assert.equal(work.started, 0);
    mock.timers.tick(1);
    assert.equal(work.started, 1);
  });

  it('does everything asked for during a round once more after it, never two rounds at once', async () => {
    const work = new HeldWork();
    const coalesce = new Coalesce(work.run, never);
    const done = coalesce.run();
    coalesce.request();
    coalesce.request();
    mock.timers.tick(1000);
    assert.equal(work.started, 1);
    await work.finishOne();
    await done;
    mock.timers.tick(1000);
    assert.equal(work.started, 2);
    await work.finishOne();
    mock.timers.tick(1000);
    assert.equal(work.started, 2);
  });

  it('lets a waiting caller see a round that began after its call', async () => {
    const work = new HeldWork();
    const coalesce = new Coalesce(work.run, never);
    void coalesce.run();
    let seen = false;
    const second = coalesce.run().then(() => (seen = true));
    await work.finishOne();
    assert.equal(seen, false);
    await work.finishOne();
    await second;
    assert.deepEqual({ seen, started: work.started }, { seen: true, started: 2 });
  });

  it('reports a failure and works again on the next request', async () => {
    const failures: unknown[] = [];
    let started = 0;
    const work = () => (started++ === 0 ? Promise.reject(new Error('disk')) : Promise.resolve());
    const coalesce = new Coalesce(work, error => failures.push(error));
    await coalesce.run();
    coalesce.request();
    mock.timers.tick(0);
    await settle();
    assert.deepEqual({ failures, started }, { failures: [new Error('disk')], started: 2 });
  });

  it('starts nothing after its end, and drops the round that was asked for', async () => {
    const work = new HeldWork();
    const coalesce = new Coalesce(work.run, never, 100);
    const done = coalesce.run();
    coalesce.request();
    coalesce.dispose();
    await work.finishOne();
    await done;
    coalesce.request();
    await coalesce.run();
    mock.timers.tick(1000);
    assert.equal(work.started, 1);
  });

  it('cancels a round that only waits for its delay', () => {
    const work = new HeldWork();
    const coalesce = new Coalesce(work.run, never, 100);
    coalesce.request();
    coalesce.dispose();
    mock.timers.tick(1000);
    assert.equal(work.started, 0);
  });
});
