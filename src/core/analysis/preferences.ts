/** What a user may change about the analysis; each has a preference of the same name in VS Code. */
export interface AnalysisPreferences {
  /** Name or metric of the series to judge; null lets the run decide. */
  readonly monitor: string | null;
  /** Fewer evaluations than this are too short to tell. */
  readonly minimumEvaluations: number;
  /** Overfitting: rise above the smoothed minimum, in percent of that minimum … */
  readonly overfittingRise: number;
  /** … or, where the metric has no natural zero, in percent of the range of the curve. */
  readonly overfittingRiseOfRange: number;
  /** Too noisy: the smoothed curve spans less than this many standard deviations of the jitter. */
  readonly noisySpan: number;
  /** Plateau: no improvement for this share of the run (0–1). */
  readonly plateauShare: number;
  /** Spike: this many times above the level before it and the level after it. */
  readonly spikeHeight: number;
  /** The last evaluation is worse than the best by this much, in percent of the range of the curve. */
  readonly lastWorse: number;
  /** Oscillation: neighbouring evaluations differ by this much, in percent of the loss, or in points of a score. */
  readonly oscillationSwing: number;
  /** Slow learning: all that was gained is less than this, in percent of the loss at the start. */
  readonly slowGain: number;
  /** Underfitting: the training score ends below this (0–1). */
  readonly underfittingScore: number;
  /** Validation loss below this share of the training loss throughout (0–1) is a hint at a leak. */
  readonly leakShare: number;
  /** A run is stalled when nothing was written for this many times as long as it usually takes. */
  readonly stalledAfter: number;
  /** What patience counts as an improvement: better by more than this, in units of the metric (Keras' min_delta). */
  readonly minDelta: number;
  /** Patience values to replay, in evaluations. */
  readonly patiences: readonly number[];
}

/**
 * Defaults, with where they come from:
 * - minimumEvaluations 5: the state table of architecture.md; below it no smoother has a point with two neighbours on each side;
 * - overfittingRise 4 %: best threshold on the 419 labelled curves of OverfitGuard's training set was 3.94 %, and its test set scores 0.968 with it;
 * - overfittingRiseOfRange 6 %: the equivalent there (6.1 %);
 * - noisySpan 2: white noise of 10 to 1,000 points, smoothed as here, spans 1.3–1.5 deviations in the median, 2.0–3.3 at the 90th percentile;
 * - plateauShare 1/3: the longest stretch without improvement that still improved later is shorter in 95 % of the public curves.
 */
export const defaultPreferences: AnalysisPreferences = {
  monitor: null,
  minimumEvaluations: 5,
  overfittingRise: 4,
  overfittingRiseOfRange: 6,
  noisySpan: 2,
  plateauShare: 1 / 3,
  spikeHeight: 2,
  lastWorse: 25,
  oscillationSwing: 20,
  slowGain: 10,
  underfittingScore: 0.7,
  leakShare: 0.5,
  stalledAfter: 10,
  minDelta: 0,
  patiences: [3, 5, 10, 20],
};
