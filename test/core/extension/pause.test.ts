import assert from 'node:assert/strict';
import type { Steps } from '../../../src/core/run/steps';
import { inSlices } from '../../../src/extension/pause';

describe('work in slices', () => {
  const busy = (milliseconds: number) => {
    for (const until = Date.now() + milliseconds; Date.now() < until;);
  };

  function* counting(seen: number[], cost = 0): Steps<string> {
    for (let at = 0; at < 4; at++) {
      busy(cost);
      seen.push(at);
      yield;
    }
    return 'done';
  }

  it('takes every step, and gives what the last one gives', async () => {
    const seen: number[] = [];
    assert.equal(await inSlices(counting(seen), () => false), 'done');
    assert.deepEqual(seen, [0, 1, 2, 3]);
  });

  it('lets others have their turn between long steps', async () => {
    const seen: number[] = [];
    let seenByOthers = -1;
    setTimeout(() => (seenByOthers = seen.length), 0);
    await inSlices(counting(seen, 20), () => false);
    assert.equal(seenByOthers, 1);
  });

  it('stops between two steps when it is cancelled, and gives nothing', async () => {
    const seen: number[] = [];
    assert.equal(await inSlices(counting(seen), () => seen.length === 2), null);
    assert.deepEqual(seen, [0, 1]);
  });
});
