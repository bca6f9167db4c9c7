import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { Evaluations, evaluationsOf } from '../../../src/core/analysis/evaluations';
import { IndexColumn } from '../../../src/core/run/indexColumn';
import { stoppingCount } from '../../../src/core/analysis/stopping';
import { falling, jitter, shape, turning } from './jitter';
import { makeRun } from './makeRun';

function stop(validation: readonly number[], planned: number | null): number | null {
  const run = makeRun({ validation });
  return stoppingCount(evaluationsOf(run, run.series[0]!, 'min'), planned);
}

const values = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
  ),
  { maxLength: 40 },
);

describe('stoppingCount', () => {
  it('depends on nothing after it: cut there or later it is the same, cut before it is none', () => {
    fc.assert(
      fc.property(values, fc.option(fc.integer({ min: 1, max: 60 })), (curve, planned) => {
        const at = stop(curve, planned);
        for (let k = 0; k <= curve.length; k++)
          assert.equal(stop(curve.slice(0, k), planned), at !== null && k >= at ? at : null);
      }),
    );
  });

  it('does not stop a curve that falls to the end, planned or not', () => {
    assert.deepEqual([stop(falling(60), 60), stop(falling(60), null)], [null, null]);
  });

  it('stops a curve that rises after its minimum, well before the end', () => {
    const curve = turning(100, 20).map((v, i) => v + jitter(100, 0.005)[i]!);
    const [planned, free] = [stop(curve, 100)!, stop(curve, null)!];
    assert.ok(planned > 23 && planned < 60, String(planned));
    assert.ok(free > 23 && free < 60, String(free));
  });

  it('asks a long run so seldom that what it looks at grows no faster than the run', () => {
    const lookedAt = (n: number): number => {
      let looked = 0;
      // Falls to the end in teeth: asked in every one, never to be stopped.
      const costs = Float64Array.from(shape(n, i => 2 * (i % 8) - i));
      const counts = costs.map((_, i) => i + 1);
      const subarray = (from: number, to: number): Float64Array => {
        looked += to - from;
        return costs.slice(from, to);
      };
      Object.defineProperty(costs, 'subarray', { value: subarray });
      const all = new Evaluations(null, new IndexColumn(), null, {
        values: costs,
        costs,
        counts,
        source: costs,
      });
      assert.equal(stoppingCount(all, 1e9), null);
      return looked;
    };
    const [once, twice] = [lookedAt(40_000), lookedAt(80_000)];
    assert.ok(twice < 2 * once, `${once}, ${twice}`);
  });

  it('stops at the third value in a row that is no number', () => {
    assert.equal(stop([3, 2, NaN, 1, NaN, Infinity, NaN, NaN], 100), 7);
  });

  it('scales and shifts with the metric without changing its mind', () => {
    const curve = turning(80, 20).map((v, i) => v + jitter(80, 0.02)[i]!);
    assert.equal(
      stop(
        curve.map(v => 1_000 * v + 5_000),
        80,
      ),
      stop(curve, 80),
    );
  });
});
