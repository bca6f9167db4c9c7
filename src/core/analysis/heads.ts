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
  intercept: -0.8035,
  sinceShare: 0.2839,
  progress: 0.8387,
  evaluationsLog: 0.0278,
  gap: -2.1,
  noise: -3.157,
  slope: -0.5717,
  mixed: 0.0,
  powers: -1.351,
  exponentials: 4.657,
} as const;

/** 50% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const middleHead = {
  intercept: -0.09777,
  sinceShare: 0.1695,
  progress: 0.1263,
  evaluationsLog: -5.68e-5,
  gap: -0.1533,
  noise: -0.1161,
  slope: -0.2294,
  mixed: 0.1185,
  powers: 0.3252,
  exponentials: 1.118,
} as const;

/** 90% quantile of (final value − last value) / range so far / √(share of the run to come). */
export const highHead = {
  intercept: 0.03177,
  sinceShare: 0.8079,
  progress: 0.0,
  evaluationsLog: -0.007172,
  gap: 0.6909,
  noise: 1.064,
  slope: 0.01678,
  mixed: 0.2617,
  powers: 0.08145,
  exponentials: 0.0,
} as const;
