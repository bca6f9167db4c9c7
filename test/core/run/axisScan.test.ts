import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AxisScan } from '../../../src/core/run/axisScan';
import { IndexColumn } from '../../../src/core/run/indexColumn';
import { NumberColumn } from '../../../src/core/run/numberColumn';
import { spreadLabels } from './spreadLabels';

/** Labels as logs have them: each several times, some missing, broken or fractional. */
const labels = fc.array(
  fc.tuple(fc.constantFrom(NaN, -1, 0, 0.5, 1, 1.5, 2, 3, 7), fc.integer({ min: 1, max: 4 })),
  { maxLength: 12 },
);

function extentOf(xs: Float64Array): object {
  const known = xs.filter(x => !Number.isNaN(x));
  const from = Math.min(Infinity, ...known);
  const to = Math.max(-Infinity, ...known);
  return { from, to, positive: Math.min(Infinity, ...known.filter(x => x > 0)) };
}

describe('AxisScan', () => {
  it('knows how far places reach, as logged and spread, as those do who have them all', () => {
    fc.assert(
      fc.property(labels, pieces => {
        const [rows, column] = [new IndexColumn(), new NumberColumn()];
        const scan = new AxisScan();
        for (const [label, count] of pieces) {
          for (let left = count; left > 0; left--) {
            // Every other row is of another series.
            rows.push(column.length);
            column.push(label);
            column.push(99);
          }
          scan.advance(rows, column);
          const places = column.pick(rows);
          assert.deepEqual({ ...scan.extent }, extentOf(places));
          spreadLabels(places);
          assert.deepEqual({ ...scan.spreadExtent }, extentOf(places));
        }
      }),
    );
  });
});
