// Runs inside Chromium: draws the same curves with our chart, uPlot and plain Chart.js, and takes the times.
import { Chart, registerables } from 'chart.js';
import uPlot from 'uplot';
import type { AnalysedRun } from '../../src/core/project/project';
import type { WindowRequest } from '../../src/core/protocol';
import { Rows, Series, type Run } from '../../src/core/run/run';
import { windowData } from '../../src/extension/panel/windowData';
import { CurveChart } from '../../src/webview/chart';
import { extentOf } from '../../src/webview/extent';
import { unpack } from '../../src/webview/lines';
import type { Theme } from '../../src/webview/theme';
import { styleOfRun } from '../../src/webview/seriesStyle';
import type { Drawer, PanelTimes } from './times';

const SERIES = 10;
const [WIDTH, HEIGHT] = [1200, 600];
const STEPS = 8;

interface Data {
  readonly xs: Float64Array;
  readonly ys: readonly Float64Array[];
}

/** Data as a library takes it, then drawn into a box. */
type Draw = (box: HTMLElement) => Drawing | Promise<Drawing>;

interface Drawing {
  /** Shows another part, as a user who pans. */
  show(from: number, to: number): void | Promise<void>;
  readonly context: CanvasRenderingContext2D;
  readonly bytes: number;
  end(): void;
}

/** Falling curves with noise and a spike now and then. */
function dataOf(count: number): Data {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const ys = Array.from({ length: SERIES }, (_, series) => {
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const noise = (random() - 0.5) * 0.2 + (random() < 1e-4 ? 3 : 0);
      values[i] = series * 0.3 + 2 * Math.exp((-4 * i) / count) + noise;
    }
    return values;
  });
  return { xs: Float64Array.from({ length: count }, (_, i) => i), ys };
}

const theme: Theme = {
  background: '#fff',
  text: '#222',
  muted: '#666',
  grid: '#ddd',
  colours: {
    ...{ blue: '#1a5fd0', orange: '#d18616', green: '#388a34', purple: '#652d90' },
    ...{ red: '#e51400', yellow: '#bf8803', cyan: '#0598bc', pink: '#bc05bc' },
  },
  suggestion: '#388a34',
  severities: { error: '#e51400', warning: '#bf8803', information: '#1a85ff' },
  fontFamily: 'sans-serif',
  smallSize: 11,
  highContrast: false,
};

/** What a reader has when a log is read: columns, and nothing else. */
function runOf({ xs, ys }: Data): AnalysedRun {
  const rows = new Rows();
  const count = xs.length;
  rows.step.pushAll(xs, 0, count);
  for (const column of [rows.epoch, rows.time]) column.pushSame(NaN, count);
  rows.line.pushRange(1, 1, count);
  rows.log.pushRange(0, 0, count);
  const series = ys.map((values, i) => {
    const one = new Series(`loss ${i}`, 'loss', 'validation', 'min');
    one.values.pushAll(values, 0, count);
    one.rows.pushRange(0, 1, count);
    return one;
  });
  return { run: { rows, series } as unknown as Run, analysis: {} as AnalysedRun['analysis'] };
}

/** The columns of the reader are there before; what is made of them to draw is not. */
function ours(data: Data): Draw {
  const run = runOf(data);
  return box => drawOurs(run, data.xs.length, box);
}

function drawOurs(run: AnalysedRun, count: number, box: HTMLElement): Drawing {
  const canvas = box.appendChild(document.createElement('canvas'));
  const lines = run.run.series.map((_, series) => ({ members: [{ run: 0, series }], minus: null }));
  const plain = { x: 'step', logX: false, robust: false, smoothing: 0, smoother: 'ema' } as const;
  let [id, bytes] = [0, 0];
  let chart: CurveChart | null = null;
  const show = (from: number, to: number) => {
    const width = chart?.width ?? WIDTH;
    const request: WindowRequest = { lines, ...plain, from, to, width };
    const answer = windowData([run], request, ++id);
    bytes = answer.packed.byteLength;
    const drawn = unpack(answer).map((line, i) => ({
      ...{ line, key: `${i}`, group: `${i}`, name: `loss ${i}`, shortName: `${i}` },
      ...{ style: styleOfRun(i, 'validation'), request: { members: [], minus: null } },
    }));
    const x = { from, to };
    const wanted = { log: false, robust: false, limits: null };
    const { range } = extentOf(
      drawn.map(({ line }) => line),
      x,
      wanted,
    );
    const axis = { axis: 'step', label: 'step', from, to, positive: 1 } as const;
    const axes = {
      ...{ x, y: range, limited: false, metric: 'loss', isTitled: true, language: 'en' },
      axis: { ...axis, marks: [], forecast: null, patience: [] },
    };
    const picture = {
      ...{ lines: drawn, marks: [], forecast: null, logX: false, logY: false, theme },
      ...{ highlight: null, cursor: null, kept: null, selection: null },
    };
    if (chart) chart.show(picture, axes);
    else chart = new CurveChart(canvas, picture, axes, () => undefined);
  };
  show(0, count - 1);
  return {
    show,
    context: canvas.getContext('2d')!,
    get bytes() {
      return bytes;
    },
    end: () => chart?.dispose(),
  };
}

function uplot(data: Data): Draw {
  return box => drawUplot(data, box);
}

async function drawUplot(data: Data, box: HTMLElement): Promise<Drawing> {
  const series = data.ys.map((_, i) => ({
    ...{ label: `loss ${i}`, stroke: Object.values(theme.colours)[i % 8]!, width: 1 },
    points: { show: false },
  }));
  const options = {
    ...{ width: WIDTH, height: HEIGHT, series: [{}, ...series], legend: { show: false } },
    scales: { x: { time: false } },
  };
  const plot = new uPlot(options, [data.xs, ...data.ys], box);
  // It draws in a microtask.
  await Promise.resolve();
  return {
    async show(min, max) {
      plot.setScale('x', { min, max });
      await Promise.resolve();
    },
    context: plot.ctx,
    bytes: 0,
    end: () => plot.destroy(),
  };
}

function chartjs(data: Data): Draw {
  return box => drawChartjs(data, box);
}

function drawChartjs(data: Data, box: HTMLElement): Drawing {
  const canvas = box.appendChild(document.createElement('canvas'));
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: data.ys.map((ys, i) => ({
        ...{ label: `loss ${i}`, borderColor: Object.values(theme.colours)[i % 8]! },
        ...{ borderWidth: 1, pointRadius: 0 },
        data: Array.from(ys, (y, at) => ({ x: data.xs[at]!, y })),
      })),
    },
    options: {
      ...{ animation: false, responsive: true, maintainAspectRatio: false },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: { x: { type: 'linear' } },
    },
  });
  return {
    show(min, max) {
      const x = chart.options.scales?.['x'];
      if (x) Object.assign(x, { min, max });
      chart.update('none');
    },
    context: chart.ctx,
    bytes: 0,
    end: () => chart.destroy(),
  };
}

const DRAWERS = { ours, uplot, chartjs };

/** Reading a pixel waits until everything is painted. */
function paint({ context }: Drawing): void {
  context.getImageData(0, 0, 1, 1);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

let known: { readonly count: number; readonly data: Data } | null = null;

async function measure(drawer: Drawer, count: number, rounds: number): Promise<PanelTimes> {
  if (known?.count !== count) known = { count, data: dataOf(count) };
  const { data } = known;
  const all: PanelTimes[] = [];
  for (let round = 0; round < rounds; round++) {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = `position: relative; width: ${WIDTH}px; height: ${HEIGHT}px`;
    const draw = DRAWERS[drawer](data);
    const start = performance.now();
    const drawing = await draw(box);
    paint(drawing);
    const first = performance.now() - start;
    const times = await pan(drawing, count);
    all.push({ first, ...times, bytes: drawing.bytes });
    drawing.end();
    box.remove();
  }
  const middle = (key: keyof PanelTimes) => median(all.map(times => times[key]));
  return {
    first: middle('first'),
    pan: middle('pan'),
    painted: middle('painted'),
    bytes: middle('bytes'),
  };
}

async function pan(drawing: Drawing, count: number): Promise<Pick<PanelTimes, 'pan' | 'painted'>> {
  const [scripts, painted]: [number[], number[]] = [[], []];
  for (let step = 0; step < STEPS; step++) {
    const from = (0.2 + 0.02 * step) * count;
    const start = performance.now();
    await drawing.show(from, from + count / 2);
    scripts.push(performance.now() - start);
    paint(drawing);
    painted.push(performance.now() - start);
  }
  return { pan: median(scripts), painted: median(painted) };
}

Chart.register(...registerables);
Object.assign(globalThis, { measure });
