import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IndexColumn, NumberColumn } from '../../../src/core/run/columns';

/** Pieces of columns as logs have them: counters, repeated labels, gaps, measures; longer than a chunk now and then. */
const piece = fc.oneof(
  fc
    .tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -2, max: 3 }), fc.nat({ max: 12 }))
    .map(([first, stride, count]) => Array.from({ length: count }, (_, at) => first + at * stride)),
  fc.array(
    fc.constantFrom(NaN, 0, -0, 1, 7, Infinity, -Infinity, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32),
    {
      maxLength: 4,
    },
  ),
  fc.array(fc.double(), { maxLength: 4 }),
  fc.constantFrom(9000, 17_000).map(count => Array.from({ length: count }, (_, at) => at % 5)),
);

describe('NumberColumn', () => {
  it('takes many values as it takes each', () => {
    const runs = fc.array(fc.tuple(piece, fc.constantFrom(NaN, 0, 2.5), fc.nat({ max: 3000 })));
    fc.assert(
      fc.property(runs, pieces => {
        const [one, many] = [new NumberColumn(), new NumberColumn()];
        for (const [values, value, count] of pieces) {
          for (const each of values) one.push(each);
          for (let left = count; left > 0; left--) one.push(value);
          many.pushAll(Float64Array.from([0, ...values, 0]), 1, values.length);
          many.pushSame(value, count);
        }
        assert.equal(many.length, one.length);
        assert.deepEqual(many.view(), one.view());
      }),
      { numRuns: 50 },
    );
  });

  it('gives back what was pushed, also between views', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.boolean()), (pieces, views) => {
        const column = new NumberColumn();
        const pushed: number[] = [];
        pieces.forEach((values, at) => {
          for (const value of values) column.push(value);
          pushed.push(...values);
          assert.equal(column.length, pushed.length);
          assert.ok(pushed.every((value, index) => Object.is(column.at(index), value)));
          if (views[at] === true) assert.deepEqual(column.view(), Float64Array.from(pushed));
        });
        assert.deepEqual([column.at(-1), column.at(pushed.length)], [NaN, NaN]);
        assert.deepEqual(column.view(), Float64Array.from(pushed));
      }),
    );
  });

  it('leaves a view as it was when more is pushed', () => {
    const column = new NumberColumn();
    for (let value = 0; value < 20_000; value++) column.push(value / 2);
    const view = column.view();
    column.push(5);
    assert.equal(view.length, 20_000);
    assert.equal(view.at(-1), 9999.5);
  });
});

describe('IndexColumn', () => {
  it('takes a range as it takes each of it', () => {
    const range = fc.tuple(
      fc.nat({ max: 3 }),
      fc.constantFrom(0, 1, 1, 1, 3),
      fc.nat({ max: 5000 }),
    );
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.boolean(), (ranges, goesOn) => {
        const [one, many] = [new IndexColumn(), new IndexColumn()];
        for (const [begin, stride, count] of ranges) {
          const first = goesOn ? one.length : begin;
          for (let at = 0; at < count; at++) one.push(first + at * stride);
          many.pushRange(first, stride, count);
          if (count % 7 === 0) assert.deepEqual(many.view(), one.view());
        }
        for (let at = 0; at < one.length; at++) assert.equal(many.at(at), one.at(at));
        assert.deepEqual(many.view(), one.view());
      }),
      { numRuns: 50 },
    );
  });

  it('gives back what was pushed, also between views', () => {
    const whole = piece.map(values => values.map(value => (value >= 0 ? value >>> 0 : 0)));
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 6 }), fc.array(fc.boolean()), (pieces, views) => {
        const column = new IndexColumn();
        const pushed: number[] = [];
        pieces.forEach((values, at) => {
          for (const value of values) column.push(value);
          pushed.push(...values);
          assert.ok(pushed.every((value, index) => column.at(index) === value));
          if (views[at] === true) assert.deepEqual(column.view(), Uint32Array.from(pushed));
        });
        assert.deepEqual(
          [column.length, column.at(-1), column.at(pushed.length)],
          [pushed.length, -1, -1],
        );
        assert.deepEqual(column.view(), Uint32Array.from(pushed));
      }),
    );
  });
});
