import assert from 'node:assert/strict';
import { differenceOf, meanOf } from '../../../src/core/run/combine';
import { arraysOf, curveFrom } from '../../../src/core/run/curve';

const curve = (...points: (readonly [number, number])[]) =>
  curveFrom(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
  );

describe('the mean of curves', () => {
  it('stands wherever one of them has a point, those between its points taken on a straight line', () => {
    const { mean } = meanOf([curve([0, 0], [2, 2]), curve([0, 2], [1, 3], [2, 4])]);
    assert.deepEqual(
      [[...arraysOf(mean).xs], [...arraysOf(mean).ys]],
      [
        [0, 1, 2],
        [1, 2, 3],
      ],
    );
  });

  it('counts a curve only as far as it reaches, and nothing that is not finite', () => {
    const { mean } = meanOf([curve([0, 1], [1, NaN]), curve([0, 3], [1, 5], [2, 7])]);
    assert.deepEqual([...arraysOf(mean).ys], [2, 5, 7]);
  });

  it('has the sample deviation to either side, none where one curve is alone', () => {
    const { low, high } = meanOf([curve([0, 1]), curve([0, 3], [1, 4])]);
    assert.deepEqual([...arraysOf(low).ys], [2 - Math.SQRT2, 4]);
    assert.deepEqual([...arraysOf(high).ys], [2 + Math.SQRT2, 4]);
  });

  it('is the same object until another curve is in it', () => {
    const [a, b] = [curve([0, 1]), curve([0, 3])];
    assert.equal(meanOf([a, b]), meanOf([a, b]));
    assert.notEqual(meanOf([a, b]), meanOf([a, curve([0, 9])]));
  });
});

describe('the difference of curves', () => {
  it('is taken where the baseline reaches, and keeps what is not finite', () => {
    const { xs, ys } = arraysOf(
      differenceOf(curve([0, 5], [1, 6], [2, NaN], [9, 1]), curve([0, 1], [4, 5])),
    );
    assert.deepEqual(
      [[...xs], [...ys]],
      [
        [0, 1, 2],
        [4, 4, NaN],
      ],
    );
  });
});
