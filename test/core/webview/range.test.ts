import assert from 'node:assert/strict';
import { fullRange, panBy, within, zoomAround } from '../../../src/webview/range';

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

describe('zooming', () => {
  it('keeps the place it zooms into where it is', () => {
    assert.deepEqual(zoomAround(full, 25, 0.5, full), { from: 12.5, to: 62.5 });
  });

  it('never shows more than everything, and is null when it shows everything', () => {
    assert.deepEqual(zoomAround({ from: 10, to: 20 }, 10, 4, full), { from: 10, to: 50 });
    assert.equal(zoomAround({ from: 10, to: 90 }, 50, 2, full), null);
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

describe('panning', () => {
  it('moves at the same width and stops at the ends', () => {
    assert.deepEqual(panBy({ from: 10, to: 20 }, 5, full), { from: 15, to: 25 });
    assert.deepEqual(panBy({ from: 10, to: 20 }, -50, full), { from: 0, to: 10 });
    assert.deepEqual(panBy({ from: 10, to: 20 }, 500, full), { from: 90, to: 100 });
  });

  it('has nowhere to go when everything is in view', () => {
    assert.equal(panBy(full, 10, full), null);
  });
});
