import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arraysOf, curveOf } from '../../../src/core/run/curve';
import { Rows, Series, type Run } from '../../../src/core/run/run';
import { runOf } from '../report/syntheticRuns';
import { spreadLabels } from './spreadLabels';

/** Pieces of a log: a label, how many values of it, and whether a row without a value stands between them. */
const pieces = fc.array(
  fc.tuple(
    fc.constantFrom(NaN, 0, 0.5, 1, 1, 2, 2, 3, 4, 5, 6, 7),
    fc.integer({ min: 1, max: 9 }),
    fc.boolean(),
  ),
  { maxLength: 14 },
);

/** What is drawn of points in the order of a log, found at once. */
function drawnAtOnce(xs: Float64Array, ys: readonly number[]): (readonly [number, number])[] {
  return [...xs.entries()]
    .filter(([, x]) => !Number.isNaN(x))
    .sort(([i, a], [j, b]) => a - b || i - j)
    .map(([at, x]) => [x, ys[at]!]);
}

describe('a curve that grows', () => {
  it('is drawn on every axis as it is when all of it is there at once', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), (log, seed) => {
        const [rows, series] = [new Rows(), new Series('loss', 'loss', 'train', 'min')];
        const run: Run = { ...runOf({ train: [], validation: [] }), rows, series: [series] };
        const [labels, ys]: [number[], number[]] = [[], []];
        for (const [label, count, isApart] of log) {
          for (let left = count; left > 0; left--) {
            ys.push((seed + 7919 * ys.length) % 101);
            labels.push(label);
            series.push(rows.push(label, label, NaN, 1, 0), ys.at(-1)!);
            if (isApart) rows.push(label, label, NaN, 1, 0);
          }
          for (const axis of ['step', 'epoch'] as const) {
            const curve = curveOf(run, series, axis);
            const places = Float64Array.from(labels);
            const { xs: drawn, ys: values } = arraysOf(curve);
            const found = [...drawn].map((x, at) => [x, values[at]!] as const);
            if (axis === 'epoch' && !isPerEpoch(labels)) spreadLabels(places);
            assert.deepEqual(found, drawnAtOnce(places, ys));
            if (found.length === 0) continue;
            const { min, max } = curve.pyramid.extremes(0, curve.length);
            assert.equal(values[min], Math.min(...values));
            assert.equal(values[max], Math.max(...values));
          }
        }
      }),
    );
  });
});

/** About one value for each whole label. */
function isPerEpoch(labels: readonly number[]): boolean {
  const known = labels.filter(label => !Number.isNaN(label));
  const turns = known.filter((label, at) => Math.floor(label) !== Math.floor(known[at - 1] ?? NaN));
  return (
    known.length > 0 && known.length >= labels.length / 2 && known.length <= 1.5 * turns.length
  );
}
