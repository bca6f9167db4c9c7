import assert from 'node:assert/strict';
import type { PanelWords } from '../../../src/core/protocol';
import { caption } from '../../../src/webview/caption';
import { chartSummary } from '../../../src/webview/chartSummary';
import { axisOf, lineOf } from './madeLines';

const words = {
  chartSummary: '{metric} by {axis}.',
  seriesSummary: '{name}: {first} @ {from}, {last} @ {to}, {low} @ {lowAt}, {high} @ {highAt}.',
  chartKeys: 'Keys.',
  drawing: '{drawn} of {total}',
  notFinite: '{count} not finite',
  notPositive: '{count} not positive',
  smoothingNote: 'smoothed',
  cut: 'cut',
  meanNote: 'mean',
} as PanelWords;
const axis = axisOf(1, 4);
const axes = {
  x: axis,
  y: { from: 0, to: 1 },
  limited: false,
  axis,
  metric: 'loss',
  isTitled: true,
  language: 'en',
};
const line = (name: string, ...points: number[]) => ({
  ...{ key: name, group: name, name, shortName: name },
  style: { colour: 'blue', dash: 'solid', width: 2 } as const,
  request: { members: [], minus: null },
  line: lineOf(...points),
});

describe('the chart in words', () => {
  it('tells ends and extremes of each series, passing over what is not finite', () => {
    const drawn = [line('val', 1, NaN, 2, 0.5, 3, 0.25, 4, 0.75, 5, Infinity)];
    assert.equal(
      chartSummary(drawn, axes, words),
      'loss by epoch. val: 0.5 @ 2, 0.75 @ 4, 0.25 @ 3, 0.75 @ 4. Keys.',
    );
  });

  it('leaves out series without a finite value', () => {
    assert.equal(chartSummary([line('val', 1, NaN)], axes, words), 'loss by epoch. Keys.');
  });
});

describe('the caption', () => {
  const extent = { range: axes.y, notPositive: 0, cut: false, any: true };
  const plain = { smoothing: 0, compare: 'single' } as const;

  it('says how many of the points are drawn', () => {
    const data = { drawn: 3120, total: 2_400_000, notFinite: 0 };
    assert.equal(caption(data, [extent], [], plain, words, 'en'), '3,120 of 2,400,000');
  });

  it('says what could not be drawn, what lies outside, and that smoothing is for the eye', () => {
    const partly = { ...extent, notPositive: 1, cut: true };
    const data = { drawn: 5, total: 5, notFinite: 2 };
    assert.equal(
      caption(data, [partly, partly], [], { ...plain, smoothing: 0.5 }, words, 'en'),
      '5 of 5 · 2 not finite · 2 not positive · cut · smoothed',
    );
  });

  it('counts what has no place on a logarithmic axis only from below where points were thinned out', () => {
    const data = { drawn: 5, total: 50, notFinite: 0 };
    const text = caption(data, [{ ...extent, notPositive: 3 }], [], plain, words, 'en');
    assert.equal(text, '5 of 50 · ≥ 3 not positive');
  });

  it('says that a line is a mean, and what a difference is taken from', () => {
    const data = { drawn: 5, total: 5, notFinite: 0 };
    const mean = { ...plain, compare: 'mean' } as const;
    assert.equal(caption(data, [extent], [], mean, words, 'en'), '5 of 5 · mean');
    const difference = { ...plain, compare: 'difference' } as const;
    assert.equal(caption(data, [extent], ['from a'], difference, words, 'en'), '5 of 5 · from a');
  });
});
