import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { LONG, quantile, quantileSorted, sorted } from '../../../src/core/analysis/numerics';
import { select } from '../../../src/core/analysis/select';

const values = fc.array(
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('select', () => {
  it('puts the value at its rank that sorting would put there, smaller ones before it', () => {
    fc.assert(
      fc.property(values, fc.nat(), (given, at) => {
        const rank = at % given.length;
        const parted = Float64Array.from(given);
        select(parted, rank);
        const ascending = sorted(given);
        assert.equal(parted[rank]! - ascending[rank]!, 0);
        assert.deepEqual(
          [sorted(parted.subarray(0, rank)), sorted(parted)].map(part => part.map(v => v + 0)),
          [ascending.subarray(0, rank), ascending].map(part => part.map(v => v + 0)),
        );
      }),
    );
  });

  it('gives the quantiles of long curves that sorting gives, whatever their order', () => {
    const n = LONG + 1;
    const orders: readonly ((i: number) => number)[] = [
      i => i,
      i => n - i,
      i => Math.min(i, n - i),
      () => 1,
      i => (i * 7919) % n,
    ];
    for (const order of orders) {
      const curve = Float64Array.from({ length: n }, (_, i) => order(i));
      for (const q of [0, 0.1, 0.5, 0.999, 1])
        assert.equal(quantile(curve, q), quantileSorted(sorted(curve), q));
    }
  });
});
