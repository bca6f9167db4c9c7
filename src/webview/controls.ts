import type { Compare, PanelWord, PanelWords, SmootherName, TooltipOrder } from '../core/protocol';
import { check, choice, ends, search, slider, type Control } from './controlKinds';
import { groupControl } from './groupControl';
import { baselineOf, isCompared } from './shown';
import { CHART_WIDTHS, SMOOTHERS, TOOLTIP_ORDERS } from './viewState';

const COMPARES: readonly Compare[] = ['single', 'overlay', 'mean', 'difference'];

const COMPARE_WORDS: Readonly<Record<Compare, PanelWord>> = {
  single: 'compareSingle',
  overlay: 'compareOverlay',
  mean: 'compareMean',
  difference: 'compareDifference',
};

const SMOOTHER_WORDS: Readonly<Record<SmootherName, PanelWord>> = {
  ema: 'smootherEma',
  'time-weighted': 'smootherTimeWeighted',
  'running-mean': 'smootherRunningMean',
  gaussian: 'smootherGaussian',
};

const TOOLTIP_WORDS: Readonly<Record<TooltipOrder, PanelWord>> = {
  listed: 'tooltipListed',
  nearest: 'tooltipNearest',
  ascending: 'tooltipAscending',
  descending: 'tooltipDescending',
};

/** The controls above the chart, in the order they stand in. A new one is a line here and a field of `ViewState`. */
export const controls: readonly Control[] = [
  choice(
    'run',
    ({ stage, state }) =>
      state.compare === 'mean'
        ? []
        : stage.runs.map(run => ({
            value: String(run.index),
            text: `${run.name} · ${run.stateWord}`,
          })),
    ({ run }) => String(run.index),
    value => ({ run: Number(value) }),
  ),
  choice(
    'compare',
    ({ stage }, words) =>
      stage.runs.length < 2 ? [] : COMPARES.map(value => option(value, words, COMPARE_WORDS)),
    ({ state }) => state.compare,
    value => ({ compare: COMPARES.find(each => each === value) ?? 'single' }),
  ),
  choice(
    'metric',
    ({ metrics, state }) =>
      state.all ? [] : metrics.map(metric => ({ value: metric, text: metric })),
    ({ metric }) => metric,
    metric => ({ metric }),
  ),
  choice(
    'xAxis',
    ({ run }) => run.axes.map(({ axis, label }) => ({ value: axis, text: label })),
    ({ axis }) => axis?.axis ?? '',
    (value, { run }) => ({ x: run.axes.find(({ axis }) => axis === value)?.axis ?? null }),
  ),
  slider(
    'smoothing',
    () => ({ min: 0, max: 0.999, step: 0.001 }),
    ({ state }) => state.smoothing,
    smoothing => ({ smoothing }),
    ({ state }) => String(state.smoothing),
    true,
  ),
  check(
    'logY',
    ({ state }) => state.logY,
    logY => ({ logY }),
  ),
];

/** The controls one click away. */
export const moreControls: readonly Control[] = [
  check(
    'allMetrics',
    ({ state }) => state.all,
    all => ({ all }),
    ({ metrics }) => metrics.length > 1,
  ),
  search(
    'findMetrics',
    ({ state }) => state.find,
    find => ({ find }),
    ({ metrics, state }) => state.all && metrics.length > 4,
  ),
  groupControl,
  slider(
    'chartWidth',
    ({ state }) => (state.all ? CHART_WIDTHS : { ...CHART_WIDTHS, max: CHART_WIDTHS.min }),
    ({ state }) => state.chartWidth,
    chartWidth => ({ chartWidth }),
    ({ state }) => `${state.chartWidth} px`,
  ),
  check(
    'logX',
    ({ state }) => state.logX,
    logX => ({ logX }),
    ({ axis }) => axis !== null && axis.positive !== null,
  ),
  check(
    'robust',
    ({ state }) => state.robust,
    robust => ({ robust }),
  ),
  choice(
    'smoother',
    (_shown, words) => SMOOTHERS.map(value => option(value, words, SMOOTHER_WORDS)),
    ({ state }) => state.smoother,
    value => ({ smoother: SMOOTHERS.find(each => each === value) ?? 'ema' }),
  ),
  choice(
    'tooltipOrder',
    (_shown, words) => TOOLTIP_ORDERS.map(value => option(value, words, TOOLTIP_WORDS)),
    ({ state }) => state.tooltip,
    value => ({ tooltip: TOOLTIP_ORDERS.find(each => each === value) ?? 'listed' }),
  ),
  check(
    'tooltipPlaces',
    ({ state }) => state.places,
    places => ({ places }),
    ({ run, state }) => run.axes.length > 1 && state.compare !== 'mean',
  ),
  ends(
    'yLimits',
    ({ state, metric }) => state.limits[metric] ?? null,
    (limits, { state, metric }) => {
      const others = Object.entries(state.limits).filter(([name]) => name !== metric);
      return { limits: Object.fromEntries(limits ? [...others, [metric, limits]] : others) };
    },
  ),
  choice(
    'baseline',
    ({ stage, state }) =>
      state.compare === 'difference'
        ? stage.compared.map(({ name }) => ({ value: name, text: name }))
        : [],
    ({ stage, state }) => baselineOf(stage, state)?.name ?? '',
    baseline => ({ baseline }),
  ),
  slider(
    'patience',
    ({ run, state }) => {
      return { min: 0, max: isCompared(state) ? 0 : run.patience.length, step: 1 };
    },
    ({ state }) => state.patience,
    patience => ({ patience }),
    ({ run, state }, words) => run.patience[state.patience - 1] ?? words.patienceOff,
  ),
];

function option<T extends string>(
  value: T,
  words: PanelWords,
  names: Readonly<Record<T, PanelWord>>,
): { readonly value: T; readonly text: string } {
  return { value, text: words[names[value]] };
}
