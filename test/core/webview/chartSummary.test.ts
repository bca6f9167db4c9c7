import assert from 'node:assert/strict';
import type { AxisView, PanelWords } from '../../../src/core/protocol';
import { caption } from '../../../src/webview/caption';
import { chartSummary } from '../../../src/webview/chartSummary';

const words = {
  chartSummary: '{metric} by {axis}.',
  seriesSummary: '{name}: {first} @ {from}, {last} @ {to}, {low} @ {lowAt}, {high} @ {highAt}.',
  chartKeys: 'Keys.',
  drawing: '{drawn} of {total}',
  notFinite: '{count} not finite',
  notPositive: '{count} not positive',
  smoothingNote: 'smoothed',
} as PanelWords;
const axis: AxisView = { axis: 'epoch', label: 'epoch', from: 1, to: 4, marks: [] };
const axes = { x: axis, y: { from: 0, to: 1 }, axis, metric: 'loss', language: 'en' };
const line = (name: string, ...points: number[]) => ({
  name,
  style: { colour: 'blue', dash: 'solid', width: 2 } as const,
  line: { series: 0, points: Float64Array.from(points), smoothed: new Float64Array() },
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
  const extent = { range: axes.y, notFinite: 0, notPositive: 0, any: true };

  it('says how many of the points are drawn', () => {
    const text = caption({ drawn: 3120, total: 2_400_000 }, extent, 0, words, 'en');
    assert.equal(text, '3,120 of 2,400,000');
  });

  it('says what could not be drawn, and that smoothing is for the eye', () => {
    const partly = { ...extent, notFinite: 2, notPositive: 1 };
    assert.equal(
      caption({ drawn: 5, total: 5 }, partly, 0.5, words, 'en'),
      '5 of 5 · 2 not finite · 1 not positive · smoothed',
    );
  });
});
