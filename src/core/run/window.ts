import type { NumberColumn } from './numberColumn';
import type { Curve } from './curve';
import {
  type ColumnStarts,
  columnStarts,
  decimate,
  lowerBound,
  type Points,
  upperBound,
} from './decimate';

/** What of a curve is asked for: null is the curve's own end. `width` in device pixels. */
export interface WindowRange {
  readonly from: number | null;
  readonly to: number | null;
  readonly width: number;
  /** On a logarithmic axis, where only x above 0 have a place. */
  readonly logX?: boolean;
}

/** A window on many curves. */
export class CurveWindow {
  readonly #range: WindowRange;
  /** Curves of one log mostly share their x, and with it where the columns begin. */
  readonly #starts = new Map<
    NumberColumn,
    { readonly length: number; readonly of: ColumnStarts }
  >();

  constructor(range: WindowRange) {
    this.#range = range;
  }

  /**
   * The points of a curve to draw, packed x0 y0 x1 y1 …, exact: smallest and largest of every pixel column on the full
   * data (see `decimate`). A new array of exactly their size.
   */
  of(curve: Curve): Float64Array {
    if (curve.length === 0) return new Float64Array();
    return decimate(curve, this.#startsOf(curve), curve.pyramid);
  }

  #startsOf(curve: Points): ColumnStarts {
    const known = this.#starts.get(curve.xs);
    if (known?.length === curve.length) return known.of;
    const made = columnStarts(curve, this.#ends(curve));
    this.#starts.set(curve.xs, { length: curve.length, of: made });
    return made;
  }

  #ends(curve: Points) {
    const { from, to, width, logX = false } = this.#range;
    const last = curve.length - 1;
    const first = logX ? Math.min(upperBound(curve, 0), last) : 0;
    return { from: from ?? curve.xs.at(first), to: to ?? curve.xs.at(last), width, logX };
  }
}

/** How many points of a curve lie in a window, and how many of them are NaN or infinite. */
export function countsIn(
  curve: Curve,
  { from, to }: Pick<WindowRange, 'from' | 'to'>,
): { readonly points: number; readonly notFinite: number } {
  const first = from === null ? 0 : lowerBound(curve, from);
  const end = to === null ? curve.length : upperBound(curve, to);
  return {
    points: Math.max(0, end - first),
    notFinite: curve.pyramid.notFinite(first, end),
  };
}
