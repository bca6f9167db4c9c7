import { noiseOf } from '../../core/analysis/noise';
import { median } from '../../core/analysis/numerics';
import type { AnalysedRun } from '../../core/project/project';
import type { LineRequest, SeriesRef, XAxis } from '../../core/protocol';
import { differenceOf } from '../../core/run/combine';
import { arraysOf, type Curve } from '../../core/run/curve';
import { placedCurve } from './panelAxis';

/** The curves that a line is made of, each less the baseline where it has one. None of what there is not. */
export function lineCurves(
  runs: readonly AnalysedRun[],
  { members, minus }: LineRequest,
  axis: XAxis,
): readonly Curve[] {
  const curveAt = ({ run, series }: SeriesRef): Curve | undefined => {
    const of = runs[run]?.run;
    const one = of?.series[series];
    return of && one && placedCurve(of, one, axis);
  };
  const own = members.flatMap(member => curveAt(member) ?? []);
  if (minus === null) return own;
  const baseline = curveAt(minus);
  return baseline ? own.map(curve => differenceOf(curve, baseline)) : [];
}

const judged = new WeakMap<Curve, boolean>();

/** Whether a difference of two runs is within their noise: its middle is nearer to 0 than its points are to each other. */
export function isWithinNoise(difference: Curve): boolean {
  const known = judged.get(difference);
  if (known !== undefined) return known;
  const values = arraysOf(difference).ys.filter(Number.isFinite);
  const within = values.length > 2 && Math.abs(median(values)) <= 2 * noiseOf(values);
  judged.set(difference, within);
  return within;
}
