import type { Series } from '../run/run';
import type { Best } from './analysis';
import type { Evaluations } from './evaluations';
import { GrowingSmooth } from './growingSmooth';
import { noiseOf } from './noise';
import { argmin, spread } from './numerics';
import { halfWidth, smoothedAt } from './smooth';

const smoothing = new GrowingSmooth();

/** A series as the rules look at it: its finite evaluations, never none. It is smoothed and measured when that is asked for, once. */
export class Curve {
  readonly series: Series;
  readonly points: Evaluations;
  /** The raw extreme. */
  readonly best: Best;
  #smooth: Float64Array | null = null;
  #noise: number | null = null;
  #optimum: number | null = null;
  #range: number | null = null;
  #smoothRange: number | null = null;

  constructor(series: Series, points: Evaluations, best: Best) {
    this.series = series;
    this.points = points;
    this.best = best;
  }

  /** Smoothed costs. */
  get smooth(): Float64Array {
    return (this.#smooth ??= smoothing.of(this.points, halfWidth(this.points.length)));
  }

  /** A smoothed cost without smoothing all of them. */
  smoothAt(index: number): number {
    return smoothedAt(this.points.costs, index, halfWidth(this.points.length));
  }

  /** Standard deviation of the jitter, in units of the metric. */
  get noise(): number {
    return (this.#noise ??= noiseOf(this.points.costs));
  }

  /** Index of the smoothed minimum, the earliest on ties. */
  get optimum(): number {
    return (this.#optimum ??= argmin(this.smooth));
  }

  /** Span of the raw costs; 0 for a constant. */
  get range(): number {
    return (this.#range ??= spread(this.points.costs));
  }

  /** Span of the smoothed ones. */
  get smoothRange(): number {
    return (this.#smoothRange ??= spread(this.smooth));
  }
}
