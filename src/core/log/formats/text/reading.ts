import type { Place } from './claims';

/** A record that is understood but perhaps not yet certain: a bar that may be drawn again. */
export interface Reading extends Place {
  /** Values of the template's columns. */
  readonly values: readonly number[];
}

/** The rest of a reading that only tells its epoch. */
export const ONLY_PLACE = { step: NaN, section: null, values: [] };
