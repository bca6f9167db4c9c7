// Written by bench/fit/heads.py from the public half of the real curves; not to be edited by hand.

/** Log odds that the rest of the run improves the best by more than 1 % of the range so far, from what every evaluation can ask cheaply. */
export const stopHead = {
  intercept: 4.842,
  sinceShare: -2.662,
  sincePlanned: -3.008,
  progress: -4.61,
  evaluationsLog: -0.3799,
  trend: -0.7949,
} as const;

/** The same with the extrapolations. */
export const improvesHead = {
  intercept: 2.074,
  sinceShare: -0.8193,
  sincePlanned: -3.528,
  progress: -2.837,
  evaluationsLog: -0.1272,
  trend: -0.6347,
  mixed: -4.936,
  powers: -5.574,
  exponentials: 0.6819,
  disagreement: 11.47,
} as const;

/** 10% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const lowHead = {
  intercept: -0.4928,
  sinceShare: 0.0,
  progress: 0.5783,
  evaluationsLog: 0.01258,
  gap: -1.749,
  noise: -3.185,
  slope: -0.02286,
  mixed: 0.0,
  powers: 0.0,
  exponentials: 3.314,
} as const;

/** 50% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const middleHead = {
  intercept: -0.09376,
  sinceShare: 0.1194,
  progress: 0.1216,
  evaluationsLog: 0.0,
  gap: -0.09921,
  noise: -0.1288,
  slope: -0.1775,
  mixed: 0.1311,
  powers: 0.2996,
  exponentials: 1.092,
} as const;

/** 90% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const highHead = {
  intercept: 0.01827,
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
