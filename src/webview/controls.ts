import { check, choice, slider, type Control } from './controlKinds';

/** The controls of the chart, in the order they stand in. A new one is a line here and a field of `ViewState`. */
export const controls: readonly Control[] = [
  choice(
    'run',
    ({ stage }) =>
      stage.runs.map(run => ({ value: String(run.index), text: `${run.name} · ${run.stateWord}` })),
    ({ run }) => String(run.index),
    value => ({ run: Number(value) }),
  ),
  choice(
    'metric',
    ({ run }) => run.metrics.map(metric => ({ value: metric, text: metric })),
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
    { min: 0, max: 0.99, step: 0.01 },
    ({ state }) => state.smoothing,
    smoothing => ({ smoothing }),
  ),
  check(
    'logY',
    ({ state }) => state.logY,
    logY => ({ logY }),
  ),
];
