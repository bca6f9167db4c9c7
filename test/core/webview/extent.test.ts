import assert from 'node:assert/strict';
import { extentOf, type Wanted } from '../../../src/webview/extent';
import { forecastLine } from '../../../src/webview/lines';
import { lineOf } from './madeLines';

const x = { from: 0, to: 10 };
const plain: Wanted = { log: false, robust: false, limits: null };

describe('the y range of what is drawn', () => {
  it('leaves a twentieth free above and below', () => {
    assert.deepEqual(extentOf([lineOf(1, 0, 2, 20)], x, plain), {
      range: { from: -1, to: 21 },
      notPositive: 0,
      cut: false,
      any: true,
    });
  });

  it('is not stretched by NaN and infinities', () => {
    const { range } = extentOf([lineOf(1, 0, 2, NaN, 3, Infinity, 4, 20)], x, plain);
    assert.deepEqual(range, { from: -1, to: 21 });
  });

  it('has room for a forecast, of which nothing counts as a value', () => {
    const ahead = { metric: 'loss', from: 5, last: 1, to: 9, value: -2, low: -3, high: 0 };
    const linesTo = (end: number) => [
      lineOf(1, 2, 5, 1),
      forecastLine({ ...ahead, label: '' }, end),
    ];
    const lines = linesTo(10);
    const { range } = extentOf(lines, x, plain);
    assert.ok(range.from < -3 && range.to > 2);
    assert.equal(extentOf(lines, x, { ...plain, log: true }).notPositive, 0);
    assert.deepEqual(extentOf(linesTo(5), { from: 0, to: 5 }, plain).range, {
      from: 0.95,
      to: 2.05,
    });
    // Half of the way to an end that is out of view.
    assert.ok(Math.abs(extentOf(linesTo(7), { from: 0, to: 7 }, plain).range.from + 1.15) < 1e-9);
  });

  it('looks only at points in view', () => {
    const { range } = extentOf([lineOf(-1, 500, 5, 0, 6, 20, 11, NaN)], x, plain);
    assert.deepEqual(range, { from: -1, to: 21 });
  });

  it('has no place for zero and below on a logarithmic axis, and counts them', () => {
    const wanted = { ...plain, log: true };
    const extent = extentOf([lineOf(1, 0, 2, -3, 3, 1, 4, 100)], x, wanted);
    assert.equal(extent.notPositive, 2);
    assert.ok(extent.range.from > 0.5 && extent.range.from < 1);
    assert.ok(extent.range.to > 100 && extent.range.to < 200);
  });

  it('has room around a constant, zero included', () => {
    assert.deepEqual(extentOf([lineOf(1, 2, 2, 2)], x, plain).range, { from: 1.9, to: 2.1 });
    const { from, to } = extentOf([lineOf(1, 0)], x, plain).range;
    assert.ok(from < 0 && to > 0);
  });

  it('is 0 to 1 without a drawable point', () => {
    const { range, any } = extentOf([lineOf(1, NaN)], x, plain);
    assert.deepEqual([range, any], [{ from: 0, to: 1 }, false]);
  });

  it('stays finite for the largest doubles', () => {
    const { range } = extentOf([lineOf(1, -Number.MAX_VALUE, 2, Number.MAX_VALUE)], x, plain);
    assert.ok(Number.isFinite(range.to - range.from));
  });

  it('covers the smoothed line and the spread around a mean', () => {
    const smoothed = { ...lineOf(1, 5), smoothed: Float64Array.from([1, 25, 2, NaN]) };
    assert.deepEqual(extentOf([smoothed], x, plain).range, { from: 4, to: 26 });
    const spread = { ...lineOf(1, 5), low: Float64Array.of(1, 0), high: Float64Array.of(1, 10) };
    assert.deepEqual(extentOf([spread], x, plain).range, { from: -0.5, to: 10.5 });
  });

  it('shows where most values are when outliers are ignored, and says that some are outside', () => {
    const line = { ...lineOf(1, 0, 2, 500, 3, 20), usual: [0, 20] as const };
    const { range, cut } = extentOf([line], x, { ...plain, robust: true });
    assert.deepEqual([range, cut], [{ from: -1, to: 21 }, true]);
  });

  it('is what the user gave, unless a logarithmic axis cannot show it', () => {
    const line = lineOf(1, 1, 2, 20);
    const given = { ...plain, limits: [5, 10] as const };
    assert.deepEqual(extentOf([line], x, given).range, { from: 5, to: 10 });
    assert.equal(extentOf([line], x, given).cut, true);
    const wanted = { ...given, log: true, limits: [-5, 10] as const };
    assert.ok(extentOf([line], x, wanted).range.from > 0);
  });
});
