import assert from 'node:assert/strict';
import { SearchAgain } from '../../src/node/searchAgain';

describe('SearchAgain', () => {
  let now = 0;
  const clock = () => now;
  beforeEach(() => {
    now = 0;
  });
  const took = (again: SearchAgain, milliseconds: number) =>
    again.during(() => {
      now += milliseconds;
      return Promise.resolve();
    });
  /** Seconds after which it is due. */
  const dueAfter = (again: SearchAgain): number => {
    const since = now;
    while (!again.isDue && now - since < 1e8) now += 1000;
    return (now - since) / 1000;
  };

  it('searches again after 30 seconds while somebody looks, else after 10 minutes', async () => {
    const again = new SearchAgain(clock);
    await took(again, 10);
    assert.equal(dueAfter(again), 600);
    again.isSeen = true;
    await took(again, 10);
    assert.equal(dueAfter(again), 30);
  });

  it('rests 300 times as long as a search took while somebody looks, else 2,000 times', async () => {
    const again = new SearchAgain(clock);
    await took(again, 1000);
    assert.equal(dueAfter(again), 2000);
    again.isSeen = true;
    await took(again, 1000);
    assert.equal(dueAfter(again), 300);
  });

  it('never begins before a first search', () => {
    const again = new SearchAgain(clock);
    again.isSeen = true;
    now = 1e12;
    assert.equal(again.isDue, false);
  });
});
