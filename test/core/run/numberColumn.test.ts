import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IndexColumn } from '../../../src/core/run/indexColumn';
import { NumberColumn } from '../../../src/core/run/numberColumn';
import { piece } from './pieces';

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

  it('gives back what was pushed to whoever glances, reads or picks, and stays as it is', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(fc.boolean()),
        fc.array(fc.nat({ max: 20_000 })),
        (pieces, views, asked) => {
          const column = new NumberColumn();
          pieces.forEach((values, at) => {
            column.pushAll(Float64Array.from(values), 0, values.length);
            if (views[at] === true) column.view();
          });
          const pushed = Float64Array.from(pieces.flat());
          assert.deepEqual(column.glance(), pushed);
          const indices = new IndexColumn();
          for (const index of asked) indices.push(index);
          const expected = Float64Array.from(asked, index => pushed[index] ?? NaN);
          assert.deepEqual(column.pick(indices), expected);
          const read = column.reader();
          assert.ok(pushed.every((value, index) => Object.is(read(index), value)));
          for (const value of [7, NaN])
            assert.equal(
              column.some(each => Object.is(each, value)),
              pushed.some(each => Object.is(each, value)),
            );
          assert.deepEqual(column.view(), pushed);
        },
      ),
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

  it('is what it was before when values are taken back, however it holds them, and a view of them stays', () => {
    const pieces = fc.array(fc.tuple(piece, fc.nat({ max: 9000 }), fc.double({ min: 0, max: 1 })));
    fc.assert(
      fc.property(pieces, fc.array(fc.boolean()), (given, views) => {
        const column = new NumberColumn();
        let expected: number[] = [];
        given.forEach(([values, count, share], at) => {
          column.pushAll(Float64Array.from(values), 0, values.length);
          for (let i = 0; i < count; i++) column.push(i / 3);
          expected = [...expected, ...values, ...Array.from({ length: count }, (_, i) => i / 3)];
          const view = views[at] === true ? column.view() : null;
          const shown = view?.slice();
          expected.length = Math.floor(share * expected.length);
          column.shorten(expected.length);
          column.push(-1);
          expected.push(-1);
          assert.deepEqual(view, shown ?? null);
          assert.deepEqual(column.glance(), Float64Array.from(expected));
        });
      }),
      { numRuns: 30 },
    );
  });
});
