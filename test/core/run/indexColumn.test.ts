import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IndexColumn } from '../../../src/core/run/indexColumn';
import { piece } from './pieces';

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
