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
  patiences: [3, 5, 10, 20],
};
