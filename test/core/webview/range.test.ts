import assert from 'node:assert/strict';
import { fullRange, within } from '../../../src/webview/range';

const full = { from: 0, to: 100 };

describe('the range of an axis', () => {
  it('is what the data spans, with room around a single value', () => {
    assert.deepEqual(fullRange(1, 50), { from: 1, to: 50 });
    assert.deepEqual(fullRange(3, 3), { from: 2.5, to: 3.5 });
    assert.deepEqual(fullRange(-200, -200), { from: -210, to: -190 });
  });

  it('is 0 to 1 when an end is not finite', () => {
    assert.deepEqual(fullRange(NaN, 5), { from: 0, to: 1 });
    assert.deepEqual(fullRange(0, Infinity), { from: 0, to: 1 });
  });
});

describe('a part of an axis', () => {
  it('is cut to what there is, and null when it is everything', () => {
    assert.deepEqual(within({ from: -10, to: 50 }, full), { from: 0, to: 50 });
    assert.equal(within({ from: -5, to: 100 }, full), null);
  });

  it('stops where doubles could not tell points apart', () => {
    const range = within({ from: 50, to: 50.000001 }, full);
    assert.ok(range && range.to - range.from > 0.00009);
  });

  it('is nothing for an empty or inverted range', () => {
    assert.equal(within({ from: 5, to: 5 }, full), null);
    assert.equal(within({ from: 200, to: 300 }, full), null);
    assert.equal(within({ from: NaN, to: NaN }, full), null);
  });
});
