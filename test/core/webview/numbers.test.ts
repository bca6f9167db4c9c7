import assert from 'node:assert/strict';
import {
  byteSize,
  duration,
  fill,
  placeOn,
  readable,
  timeStep,
} from '../../../src/webview/numbers';

describe('numbers in the panel', () => {
  it('are short, and exponential only where they must be', () => {
    assert.deepEqual(
      [0.123456789, 12345.678, 1e-7, 3e9, 0, NaN, Infinity, -Infinity].map(value =>
        readable(value, 'en'),
      ),
      ['0.123457', '12,345.7', '1.000e-7', '3.000e+9', '0', 'NaN', '∞', '−∞'],
    );
  });

  it('say how long something took in the units people use', () => {
    assert.deepEqual([0.25, 42, 185, 3725, 97_800, -60, NaN].map(duration), [
      '0.25 s',
      '42 s',
      '3:05',
      '1:02:05',
      '1d 03:10',
      '−1:00',
      '–',
    ]);
  });

  it('are never below the first epoch: in front of its label stands which part of it is over', () => {
    const zeroBased = { axis: 'epoch', from: -0.75 } as const;
    const places = [-0.75, 0, 2.5, 3].map(x => placeOn(zeroBased, x, 'en'));
    assert.deepEqual(places, ['0 (25%)', '0', '3 (50%)', '3']);
    assert.equal(placeOn({ axis: 'epoch', from: 0.25 }, 2.5, 'en'), '2.5');
    assert.equal(placeOn({ axis: 'time', from: -1 }, -0.5, 'en'), '−0.5 s');
  });

  it('put ticks of time at whole minutes and hours', () => {
    assert.deepEqual(
      [1, 60, 6000, 1e6, 1e9].map(span => timeStep(span, 8)),
      [undefined, 10, 900, 172_800, 125_020_800],
    );
  });

  it('say sizes in the largest unit above one', () => {
    assert.deepEqual(
      [0, 999, 1500, 34e6, 210e6].map(bytes => byteSize(bytes, 'en')),
      ['0 B', '999 B', '1.5 kB', '34 MB', '210 MB'],
    );
  });

  it('fill templates by name and leave unknown names alone', () => {
    assert.equal(fill('{a} of {b}, {c}', { a: '1', b: '2' }), '1 of 2, {c}');
  });
});
