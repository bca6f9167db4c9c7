import assert from 'node:assert/strict';
import type { FoundLog } from '../../../../src/core/project/find/foundLog';
import { pack, unpack } from '../../../../src/extension/runs/packedRuns';

describe('what is kept of found runs', () => {
  it('comes back as it was: NaN, infinities and maps too', () => {
    const runs = [
      { newest: { value: -Infinity, before: NaN }, parameters: new Map([['__proto__', 'x']]) },
    ] as unknown as FoundLog['runs'];
    const files = [{ log: 'train.log', size: 1, modified: 2.5 }];
    const place = { path: '/w/train.log', root: '/w', files, facts: ['args.yaml'] };
    const logs: FoundLog[] = [{ ...place, modified: 2.5, runs, isLarge: false }];
    assert.deepEqual(unpack(pack(logs, 'so'), 'so'), logs);
  });

  it('is nothing where it is damaged, was kept by another version, or was judged otherwise', () => {
    for (const text of ['', '{', '{"version":0,"logs":[]}', '{"version":1,"logs":3}', '[]', 'null'])
      assert.deepEqual(unpack(text, 'so'), []);
    assert.deepEqual(unpack(pack([], 'so'), 'otherwise'), []);
  });
});
