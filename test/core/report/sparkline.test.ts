import assert from 'node:assert/strict';
import { sparkline } from '../../../src/core/report/sparkline';

describe('a curve of text', () => {
  it('goes from the lowest value to the highest', () => {
    assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7]), '▁▂▃▄▅▆▇█');
  });

  it('has at most as many bars as asked for', () => {
    const values = Array.from({ length: 1000 }, (_, i) => 1000 - i);
    assert.equal(sparkline(values, 4), '█▆▃▁');
  });

  it('shows a gap where nothing is finite', () => {
    assert.equal(sparkline([0, NaN, 1]), '▁·█');
    assert.equal(sparkline([NaN, Infinity]), '');
    assert.equal(sparkline([]), '');
  });

  it('does not let a steep start flatten the rest', () => {
    assert.equal(sparkline([90, 9, 7, 5, 3, 1, 2, 3, 4, 5]), '██▇▅▃▁▂▃▄▅');
  });

  it('of a constant is a flat line', () => {
    assert.equal(sparkline([2, 2, 2]), '▁▁▁');
  });
});
