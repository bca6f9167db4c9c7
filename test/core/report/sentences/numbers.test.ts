import assert from 'node:assert/strict';
import { plainly } from '../../../../src/core/report/say';
import {
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  formatRange,
} from '../../../../src/core/report/sentences/numbers';
import { countOf } from '../../../../src/core/report/sentences/units';

describe('numbers in sentences', () => {
  it('have four significant digits and no trailing zeros', () => {
    const values = [0, 0.3, 0.312345, 12.3456, 0.000123456, -1.5, 123456, 1234.56];
    const shown = ['0', '0.3', '0.3123', '12.35', '0.0001235', '−1.5', '123456', '1235'];
    assert.deepEqual(values.map(formatNumber), shown);
  });

  it('go over to powers of ten where zeros would fill the line', () => {
    const values = [0.00001234567, 1.5e-7, 2_500_000, 1e68, -1e-9];
    assert.deepEqual(values.map(formatNumber), ['1.235e-5', '1.5e-7', '2.5e6', '1e68', '−1e-9']);
  });

  it('say NaN and infinities as what they are', () => {
    assert.deepEqual([NaN, Infinity, -Infinity].map(formatNumber), ['NaN', '∞', '−∞']);
    assert.equal(formatPercent(NaN), 'NaN');
    assert.equal(formatCount(NaN), 'NaN');
  });

  it('keep fractions of an epoch to two decimals and counts whole', () => {
    assert.deepEqual([34, 2.345, 450000, 0].map(formatCount), ['34', '2.35', '450000', '0']);
  });

  it('give percentages one decimal, two below one, none from a hundred on', () => {
    const values = [12.44, 0.456, 312.6, 30, -5.25];
    assert.deepEqual(values.map(formatPercent), ['12.4 %', '0.46 %', '313 %', '30 %', '−5.3 %']);
  });

  it('give a range its two ends, or the one number when they are the same', () => {
    assert.equal(formatRange(30, 41), '30–41');
    assert.equal(formatRange(34, 34), '34');
  });

  it('give a duration its two largest units', () => {
    const seconds = [0.25, 45, 59.7, 150, 180, 900, 7800, 7200, 50 * 3600, 72 * 3600];
    assert.deepEqual(
      seconds.map(value => formatDuration(value, plainly)),
      ['0.25 s', '45 s', '1 m', '2 m 30 s', '3 m', '15 m', '2 h 10 m', '2 h', '2 d 2 h', '3 d'],
    );
  });

  it('say a dash for a duration that is not known', () => {
    assert.equal(formatDuration(NaN, plainly), '–');
    assert.equal(formatDuration(-1, plainly), '–');
    assert.equal(formatDuration(Infinity, plainly), '–');
  });
});

describe('an amount of epochs', () => {
  it('has a part of one only where there are few', () => {
    const told = [973.684, 26.32, 3.254, 1, 0.998].map(count => countOf(count, 'epoch', plainly));
    assert.deepEqual(told, ['974 epochs', '26.3 epochs', '3.25 epochs', '1 epoch', '1 epoch']);
  });
});
