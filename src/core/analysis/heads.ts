// Written by bench/fit/heads.py from the public half of the real curves; not to be edited by hand.

/** Log odds that the rest of the run improves the best by more than 1 % of the range so far, from what every evaluation can ask cheaply. */
export const stopHead = {
  intercept: 4.841,
  sinceShare: -2.661,
  sincePlanned: -3.007,
  progress: -4.61,
  evaluationsLog: -0.38,
  trend: -0.7954,
} as const;

/** The same from fewer inputs and the extrapolations. */
export const improvesHead = {
  intercept: 0.3589,
  sinceShare: -0.7986,
  sincePlanned: -3.027,
  progress: -1.988,
  mixed: -2.999,
  powers: -5.273,
  disagreement: 8.889,
  luck: 1.148,
} as const;

/** 10% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const lowHead = {
  intercept: -0.4948,
  sinceShare: 0.0,
  progress: 0.5782,
  evaluationsLog: 0.01258,
  gap: -1.749,
  noise: -3.185,
  slope: -0.0228,
  mixed: 0.0,
  powers: 0.0,
  exponentials: 3.314,
} as const;

/** 50% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const middleHead = {
  intercept: -0.09381,
  sinceShare: 0.1196,
  progress: 0.1217,
  evaluationsLog: 0.0,
  gap: -0.09985,
  noise: -0.1276,
  slope: -0.1777,
  mixed: 0.1279,
  powers: 0.3034,
  exponentials: 1.089,
} as const;

/** 90% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const highHead = {
  intercept: 0.02027,
  sinceShare: 0.7177,
  progress: 0.0,
  evaluationsLog: -0.004477,
  gap: 0.655,
  noise: 0.8766,
  slope: 0.0,
  mixed: 0.2188,
  powers: 0.0154,
  exponentials: 0.0,
} as const;

/** Deciles of where in the rest of a run its best lies (0: now, 1: the planned end), of runs whose rest improves the best. */
export const bestShares = [0, 0.33, 0.55, 0.68, 0.79, 0.85, 0.91, 0.99, 1, 1, 1];
