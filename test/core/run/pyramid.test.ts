import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberColumn } from '../../../src/core/run/numberColumn';
import { type ColumnRange, columnStarts, decimate } from '../../../src/core/run/decimate';
import { Pyramid } from '../../../src/core/run/pyramid';

const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -50, max: 50 }) },
  fc.constantFrom(NaN, Infinity, -Infinity),
);
const column = (maxLength: number) =>
  fc.array(value, { maxLength }).map(values => Float64Array.from(values));

/** Where the first smallest and the first largest finite value stand, the plain way. */
function bruteForce(values: Float64Array, from: number, to: number): { min: number; max: number } {
  let [min, max] = [-1, -1];
  for (let at = Math.max(0, from); at < Math.min(values.length, to); at++) {
    if (!Number.isFinite(values[at])) continue;
    if (min < 0 || values[at]! < values[min]!) min = at;
    if (max < 0 || values[at]! > values[max]!) max = at;
  }
  return { min, max };
}

const pyramidOf = (values: Float64Array): Pyramid => {
  const pyramid = new Pyramid();
  pyramid.extend(NumberColumn.of(values));
  return pyramid;
};

describe('Pyramid', () => {
  it('finds the extremes of any range as a plain search does', () => {
    fc.assert(
      fc.property(column(3000), fc.nat(3100), fc.nat(3100), (values, a, b) => {
        assert.deepEqual(pyramidOf(values).extremes(a, b), bruteForce(values, a, b));
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same when the column grew in between', () => {
    fc.assert(
      fc.property(column(2500), fc.array(fc.nat(2500), { maxLength: 5 }), (values, cuts) => {
        const pyramid = new Pyramid();
        const grown = new NumberColumn();
        for (const cut of [...cuts.sort((a, b) => a - b), values.length]) {
          for (let at = grown.length; at < cut && at < values.length; at++) grown.push(values[at]!);
          // Now and then others look at all of it as one array.
          if (cut % 3 === 0) grown.view();
          pyramid.extend(grown);
        }
        assert.deepEqual(pyramid.extremes(0, values.length), bruteForce(values, 0, values.length));
      }),
    );
  });

  it('counts what is not finite in any range, and finds the first of it', () => {
    fc.assert(
      fc.property(column(400), fc.nat(420), fc.nat(420), (values, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const odd = [...values.keys()].filter(
          at => at >= from && at < to && !Number.isFinite(values[at]),
        );
        const pyramid = pyramidOf(values);
        assert.deepEqual(
          [pyramid.notFinite(from, to), pyramid.firstNotFinite(from, to)],
          [odd.length, odd[0] ?? -1],
        );
      }),
    );
  });

  it('has no extremes where there is no finite value', () => {
    const none = { min: -1, max: -1 };
    const pyramid = pyramidOf(Float64Array.of(NaN, Infinity, 1));
    assert.deepEqual(
      [pyramid.extremes(0, 2), pyramid.extremes(3, 3), pyramid.extremes(2, 1)],
      [none, none, none],
    );
  });
});

describe('decimate', () => {
  /** The points to draw of values that stand at their index. */
  const drawnOf = (values: Float64Array, range: ColumnRange): [number, number][] => {
    const xs = NumberColumn.of(Float64Array.from(values.keys()));
    const { length } = values;
    const starts = columnStarts({ xs, length }, range);
    return points(decimate({ xs, ys: NumberColumn.of(values), length }, starts, pyramidOf(values)));
  };
  const points = (packed: Float64Array): [number, number][] =>
    Array.from({ length: packed.length / 2 }, (_, at) => [packed[2 * at]!, packed[2 * at + 1]!]);

  it('keeps every point where there are few', () => {
    const values = Float64Array.of(3, NaN, 1, 2);
    assert.deepEqual(drawnOf(values, { from: 0, to: 3, width: 10 }), [
      [0, 3],
      [1, NaN],
      [2, 1],
      [3, 2],
    ]);
  });

  it('keeps smallest and largest of every pixel column, in their order, and one point beyond either edge', () => {
    const values = Float64Array.from({ length: 100 }, (_, at) => (at * 37) % 100);
    const drawn = drawnOf(values, { from: 20, to: 80, width: 3 });
    const expected = [
      [20, 40],
      [40, 60],
      [60, 81],
    ].flatMap(([from = 0, to = 0]) => {
      const { min, max } = bruteForce(values, from, to);
      return [Math.min(min, max), Math.max(min, max)];
    });
    assert.deepEqual(
      drawn.map(([x]) => x),
      [19, ...expected, 81],
    );
  });

  it('keeps the first value of a column that is not finite', () => {
    const values = Float64Array.from({ length: 90 }, (_, at) => (at === 45 ? NaN : at));
    const drawn = drawnOf(values, { from: 0, to: 90, width: 3 });
    assert.ok(drawn.some(([x, y]) => x === 45 && Number.isNaN(y)));
  });

  it('has columns of equal width by the logarithm on a logarithmic axis', () => {
    const values = Float64Array.from({ length: 1001 }, (_, at) => -at);
    const range = { from: 1, to: 1000, width: 3, logX: true };
    const xs = drawnOf(values, range).map(([x]) => x);
    assert.deepEqual(xs, [0, 1, 9, 10, 99, 100, 1000]);
  });

  it('keeps a gap that fills a pixel column', () => {
    const values = Float64Array.from({ length: 90 }, (_, at) => (at >= 30 && at < 60 ? NaN : at));
    assert.deepEqual(drawnOf(values, { from: 0, to: 90, width: 3 }), [
      [0, 0],
      [29, 29],
      [30, NaN],
      [60, 60],
      [89, 89],
    ]);
  });

  it('never draws more than two points a pixel, three where values are not finite, and always the extremes of the window', () => {
    fc.assert(
      fc.property(column(800), fc.integer({ min: 1, max: 40 }), (values, width) => {
        const range = { from: 0, to: values.length - 1, width };
        const drawn = drawnOf(values, range);
        const { min, max } = bruteForce(values, 0, values.length);
        const most = values.every(Number.isFinite) ? 2 : 3;
        assert.ok(drawn.length <= most * width + 2);
        if (min >= 0) assert.ok([min, max].every(at => drawn.some(([x]) => x === at)));
        assert.ok(drawn.every(([x], at) => at === 0 || x > drawn[at - 1]![0]));
      }),
    );
  });
});
