import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Curve } from '../../../src/core/analysis/curve';
import { factsOf } from '../../../src/core/analysis/facts';
import { plausibleCounts } from '../../../src/core/analysis/plausible';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { Series } from '../../../src/core/run/run';
import { falling, shape, turning } from './jitter';
import { makeRun } from './makeRun';

const curveOf = (validation: readonly number[]): Curve =>
  factsOf(makeRun({ validation }), defaultPreferences)!.curve!;

describe('plausibleCounts', () => {
  it('holds the counts that are as good as the optimum, without a margin exactly these', () => {
    const flat = shape(40, i => (i < 10 ? 1 : i < 30 ? 0 : 1));
    const [low, high] = plausibleCounts(curveOf(flat), { noise: 0, share: 0, pace: 0 });
    assert.ok(low > 10 && low < 16 && high > 25 && high <= 30, `${low}–${high}`);
  });

  it('is wider by the pace on either side, but never beyond the end of the run', () => {
    const curve = curveOf(turning(100, 30));
    const [low, high] = plausibleCounts(curve, { noise: 1, share: 0.01, pace: 0 });
    const wider = plausibleCounts(curve, { noise: 1, share: 0.01, pace: 0.1 });
    assert.deepEqual(wider, [low * 0.9, high * 1.1]);
    assert.equal(plausibleCounts(curveOf(falling(50)))[1], 50);
  });

  it('is no narrower for more tolerance', () => {
    const curve = curveOf(turning(100, 30));
    const widthOf = (share: number): number => {
      const [low, high] = plausibleCounts(curve, { noise: 1, share, pace: 0.1 });
      return high - low;
    };
    assert.ok(widthOf(0.05) > widthOf(0.005));
  });

  it('is wider where a score is a share of few samples, as others might be better elsewhere', () => {
    const { points, best, series } = curveOf(turning(100, 30));
    const widthOf = (outOf: number | null): number => {
      const { name, metric, split, goal, values, rows } = series;
      const sized = new Series(name, metric, split, goal, values, rows, outOf);
      const [low, high] = plausibleCounts(new Curve(sized, points, best));
      return high - low;
    };
    assert.ok(widthOf(50) > widthOf(null));
    assert.equal(widthOf(1e9), widthOf(null));
  });
});
