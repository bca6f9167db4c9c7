import type { Analysis } from '../../core/analysis/analysis';
import type { AnalysedRun } from '../../core/project/project';
import type { AxisView, ForecastView, XAxis } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { forecastLabel } from '../../core/report/sentences/chartLabels';
import { axisLabel, wallLabel } from '../../core/report/sentences/panel';
import type { NumberColumn } from '../../core/run/numberColumn';
import { labelOf } from '../../core/run/axis';
import type { Run, Series } from '../../core/run/run';
import { chartMarks } from './chartMarks';
import { extentOn, hasPlaces, placesOf, smallestPositive } from './panelAxis';
import { patiencePlaces } from './patience';
import { placeOfCount } from './placement';

const AXES: readonly XAxis[] = ['epoch', 'step', 'time', 'wall'];

/** How much longer than the run an axis may get to show what lies ahead of it: plan, suggested range, forecast. */
const AHEAD = 1;

/** More steps than this are a curve of their own. */
const FEW_STEPS = 10;

/** The axes of a run that have values, the default one first, with everything that is drawn on them. */
export function axesOf(analysed: AnalysedRun, say: Say): readonly AxisView[] {
  const { run } = analysed;
  const first = firstAxis(run);
  const order = [first, ...AXES.filter(axis => axis !== first)];
  return order.flatMap(axis => {
    const extent = extentOn(run, axis);
    if (extent === null) return [];
    const marks = chartMarks(analysed, axis, say);
    const forecast = forecastOn(analysed, axis, say);
    const furthest = extent.to + AHEAD * (extent.to - extent.from);
    const ahead = [...marks, ...(forecast ? [forecast] : [])];
    const reached = ahead.filter(({ from }) => from <= furthest).map(mark => mark.to);
    const to = Math.max(extent.to, Math.min(furthest, Math.max(...reached)));
    return [
      {
        axis,
        label: axis === 'wall' ? wallLabel(say) : axisLabel(axis, run.unit, say),
        from: extent.from,
        to,
        positive: axis === 'wall' ? null : smallestPositive(run, axis),
        marks,
        forecast,
        patience: patiencePlaces(analysed, axis),
      },
    ];
  });
}

/** What the run is counted in; steps where they are many within an epoch or two. */
function firstAxis(run: Run): XAxis {
  if (run.unit !== 'epoch') return 'step';
  const epochs = extentOn(run, 'epoch');
  const steps = extentOn(run, 'step');
  const isShort = epochs !== null && epochs.to - epochs.from <= 1;
  return isShort && steps !== null && steps.to - steps.from > FEW_STEPS ? 'step' : 'epoch';
}

/** The axes that a series has values on. */
export function axesWithValues(run: Run, series: Series): readonly XAxis[] {
  return AXES.filter(axis => hasPlaces(run, series, axis));
}

/** How far the axes of a run reach, for a run that is drawn beside others. */
export function extentsOf(run: Run): readonly Pick<AxisView, 'axis' | 'from' | 'to'>[] {
  return AXES.flatMap(axis => {
    const extent = extentOn(run, axis);
    return extent === null ? [] : [{ axis, ...extent }];
  });
}

function forecastOn({ run, analysis }: AnalysedRun, axis: XAxis, say: Say): ForecastView | null {
  const { forecast, monitor } = analysis;
  const series = run.series[monitor?.index ?? -1];
  if (forecast === null || monitor === null || !series || !isTold(analysis)) return null;
  const places = placesOf(run, series, axis);
  const last = lastFinite(series.values);
  const [from, to] = [places.xs.at(last), placeOfCount(run, series, places, forecast.atCount)];
  if (!Number.isFinite(to - from)) return null;
  const { value, low, high } = forecast;
  return {
    ...{ metric: monitor.metric, from, last: series.values.at(last), to, value, low, high },
    label: forecastLabel(forecast, labelOf(run, forecast.atCount), say),
  };
}

/** A forecast is worth drawing only where the run is not judged to be broken. */
function isTold({ state }: Analysis): boolean {
  return state !== 'diverged' && state !== 'too-short';
}

function lastFinite(values: NumberColumn): number {
  let at = values.length - 1;
  while (at >= 0 && !Number.isFinite(values.at(at))) at--;
  return at;
}
