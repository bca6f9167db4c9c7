import assert from 'node:assert/strict';
import type { SuggestionReason } from '../../../src/core/analysis/analysis';
import { Series } from '../../../src/core/run/run';
import { curveSvg } from '../../../src/core/report/svg';
import { linePath } from '../../../src/core/report/svg/linePath';
import { linearScale, readableDomain, roundTicks } from '../../../src/core/report/svg/scale';
import {
  analysisOf,
  overfittingColumns,
  overfittingRun,
  overfittingSuggestion,
  runOf,
} from './syntheticRuns';

const hover = { width: 320, height: 120, theme: 'light', configured: 60 } as const;

/** The elements of a picture by name, with how often each occurs. */
function elements(svg: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of svg.matchAll(/<([a-z]+)[\s>]/g))
    counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('the picture of a run', () => {
  const { run, analysis } = overfittingRun();

  it('has two curves, range, best point, onset, configured value, grid, axis and labels', () => {
    const svg = curveSvg(run, analysis, hover);
    assert.deepEqual(elements(svg), {
      svg: 2,
      title: 1,
      rect: 1,
      path: 6,
      g: 1,
      text: 9,
      circle: 1,
    });
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word]) => word);
    assert.deepEqual(words, ['0', '0.5', '1', '20', '40', '60', 'epochs', 'val_loss', 'loss']);
  });

  it('shades what to try of a run that still improves, not what it trained already', () => {
    const leftOf = (low: number, reason: SuggestionReason): number => {
      const suggestion = { ...overfittingSuggestion, epochs: 40, low, high: 45, reason };
      const svg = curveSvg(run, { ...analysis, suggestion }, hover);
      return Number(/<rect x="([\d.]+)"/.exec(svg)?.[1]);
    };
    assert.equal(leftOf(30, 'still-improving'), leftOf(40, 'lowest-validation'));
    assert.ok(leftOf(30, 'still-improving') > leftOf(30, 'lowest-validation'));
  });

  it('says the verdict to those who cannot see it', () => {
    assert.match(
      curveSvg(run, analysis, hover),
      /<title>val_loss by epochs\. Overfitting since epoch 12\. Best val_loss 0\.3 at epoch 12\.<\/title>/,
    );
  });

  it('draws training dashed and thin, what is judged thick', () => {
    const svg = curveSvg(run, analysis, hover);
    assert.match(svg, /stroke="#b35900" stroke-width="1.2" stroke-dasharray="4 2"/);
    assert.match(svg, /stroke="#0063a6" stroke-width="2" stroke-linejoin/);
  });

  it('is one line of text without scripts, addresses or ids', () => {
    const svg = curveSvg(run, analysis, { ...hover, theme: 'css' });
    assert.doesNotMatch(svg, /\n|<script|href|url\(|\sid=/);
  });

  it('carries both palettes where it follows the page, and none where it does not', () => {
    assert.match(curveSvg(run, analysis, { ...hover, theme: 'css' }), /prefers-color-scheme:dark/);
    assert.doesNotMatch(curveSvg(run, analysis, { ...hover, theme: 'dark' }), /<style>/);
  });

  it('leaves out a configured value far beyond the curve', () => {
    const near = elements(curveSvg(run, analysis, hover));
    const far = elements(curveSvg(run, analysis, { ...hover, configured: 10_000 }));
    assert.equal(far['path'], (near['path'] ?? 0) - 1);
  });

  it('stays small however long the run is, and keeps its extremes', () => {
    const values = Array.from(
      { length: 200_000 },
      (_, i) => Math.sin(i / 7) + (i === 123_456 ? 9 : 0),
    );
    const long = runOf({ train: values, validation: values });
    const svg = curveSvg(long, analysisOf({ trained: 200_000 }), hover);
    assert.ok(svg.length < 12_000, `${svg.length} characters`);
  });

  it('is empty where there is nothing to draw', () => {
    const none = runOf({ train: [], validation: [] });
    const broken = runOf({ train: [NaN], validation: [NaN, Infinity] });
    assert.equal(curveSvg(none, analysisOf({ best: null, suggestion: null }), hover), '');
    assert.equal(curveSvg(broken, analysisOf({ best: null, suggestion: null }), hover), '');
    assert.equal(curveSvg(run, analysisOf({ monitor: null }), hover), '');
  });

  it('draws one value as a dot', () => {
    const one = runOf({ train: [], validation: [0.5] });
    const analysis = analysisOf({ best: null, suggestion: null, findings: [] });
    assert.match(curveSvg(one, analysis, hover), /<path d="M[\d.]+ [\d.]+h0"/);
  });

  it('shows hostile names as text', () => {
    const name = '"><img onerror=alert(1)>\u202E';
    const series = new Series(name, 'loss', 'validation', 'min');
    for (let row = 0; row < 30; row++) series.push(row, 1 / (row + 1));
    const hostile = { ...runOf(overfittingColumns), series: [series] };
    const monitor = { index: 0, name, metric: 'loss', split: 'validation', goal: 'min' } as const;
    const svg = curveSvg(hostile, analysisOf({ monitor }), { ...hover, width: 900 });
    assert.doesNotMatch(svg, /<img|\u202E/);
    assert.match(svg, /&quot;&gt;&lt;img onerror/);
  });
});

describe('a line', () => {
  const x = linearScale([0, 99], [0, 99], 2);
  const y = linearScale([0, 1], [100, 0], 2);

  it('is interrupted where a value is NaN', () => {
    const path = linePath([0, 1, 2, 3, 4], [0, 1, NaN, 1, 0], x, y, 1);
    assert.equal(path, 'M0 100l1 -100M3 0l1 100');
  });

  it('keeps the lowest and the highest value of every column, in their order', () => {
    const xs = Array.from({ length: 100 }, (_, i) => i / 100);
    const ys = xs.map((_, i) => (i === 30 ? 1 : i === 60 ? 0 : 0.5));
    assert.equal(linePath(xs, ys, x, y, 1), 'M0.3 0l0.3 100');
  });

  it('stays near the picture where a value explodes', () => {
    assert.equal(linePath([0, 1], [0, 1e300], x, y, 1), 'M0 100l1 -200');
  });
});

describe('a scale', () => {
  it('has round ticks', () => {
    assert.deepEqual(roundTicks(0, 1, 3), [0, 0.5, 1]);
    assert.deepEqual(roundTicks(0.12, 0.31, 4), [0.15, 0.2, 0.25, 0.3]);
    assert.deepEqual(roundTicks(1, 60, 4), [20, 40, 60]);
    assert.deepEqual(roundTicks(1, 94, 1.7), [20, 40, 60, 80]);
    assert.deepEqual(roundTicks(5, 5, 4), []);
  });

  it('widens a domain without extent', () => {
    assert.deepEqual(
      [linearScale([2, 2], [0, 10], 2).from, linearScale([0, 0], [0, 10], 2).to],
      [1.8, 1],
    );
  });

  it('leaves out an explosion that would flatten the rest, and keeps a steep start', () => {
    const steep = Float64Array.of(2.3, 1.1, 0.6, 0.4, 0.35, 0.32, 0.31, 0.3, 0.3, 0.3);
    assert.deepEqual(readableDomain(steep), [0.3, 2.3]);
    const flat = Float64Array.from({ length: 30 }, (_, i) => (i === 29 ? 1e30 : 1 - i / 100));
    const [low = NaN, high = NaN] = readableDomain(flat) ?? [];
    assert.ok(low === 0.72 && high < 5, `${low} ${high}`);
  });

  it('of no finite value is none', () => {
    assert.equal(readableDomain(Float64Array.of(NaN, Infinity)), null);
  });
});
