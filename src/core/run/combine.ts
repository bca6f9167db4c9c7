import { arraysOf, type Curve, curveFrom } from './curve';

/** The mean of several curves, and one standard deviation below and above it. */
export interface MeanCurve {
  readonly mean: Curve;
  readonly low: Curve;
  readonly high: Curve;
}

const means = new WeakMap<Curve, { readonly of: readonly Curve[]; readonly made: MeanCurve }>();
const differences = new WeakMap<Curve, { readonly from: Curve; readonly made: Curve }>();

/**
 * The mean of curves wherever one of them has a point, and the sample standard deviation around it. A curve counts from
 * its first to its last finite point, between its points by a straight line. The last mean asked for is kept.
 */
export function meanOf(curves: readonly Curve[]): MeanCurve {
  const [first] = curves;
  const known = first && means.get(first);
  if (known?.of.length === curves.length && known.of.every((one, i) => one === curves[i])) {
    return known.made;
  }
  const made = averaged(curves);
  if (first) means.set(first, { of: curves, made });
  return made;
}

/** `curve` less `baseline`, where the baseline reaches; NaN stays NaN. The last difference asked for is kept. */
export function differenceOf(curve: Curve, baseline: Curve): Curve {
  const known = differences.get(curve);
  if (known?.from === baseline) return known.made;
  const reader = new Reader(baseline);
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let i = 0; i < curve.length; i++) {
    const x = curve.xs.at(i);
    const base = reader.at(x);
    if (Number.isNaN(base)) continue;
    xs.push(x);
    ys.push(curve.ys.at(i) - base);
  }
  const made = curveFrom(Float64Array.from(xs), Float64Array.from(ys));
  differences.set(curve, { from: baseline, made });
  return made;
}

function averaged(curves: readonly Curve[]): MeanCurve {
  const xs = unionOf(curves);
  const readers = curves.map(curve => new Reader(curve));
  const [mean, low, high] = [0, 0, 0].map(() => new Float64Array(xs.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  xs.forEach((x, at) => {
    // Welford: one walk, no cancellation.
    let [count, average, squares] = [0, 0, 0];
    for (const reader of readers) {
      const value = reader.at(x);
      if (Number.isNaN(value)) continue;
      count++;
      const delta = value - average;
      average += delta / count;
      squares += delta * (value - average);
    }
    const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
    mean[at] = count > 0 ? average : NaN;
    low[at] = mean[at] - deviation;
    high[at] = mean[at] + deviation;
  });
  return { mean: curveFrom(xs, mean), low: curveFrom(xs, low), high: curveFrom(xs, high) };
}

/** Every x of any of the curves, once, ascending. */
function unionOf(curves: readonly Curve[]): Float64Array {
  const all = new Float64Array(curves.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const curve of curves) {
    all.set(arraysOf(curve).xs, at);
    at += curve.length;
  }
  all.sort();
  let count = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[count++] = all[i]!;
  return all.slice(0, count);
}

/** Reads a curve at growing x. */
class Reader {
  readonly #curve: ReturnType<typeof arraysOf>;
  #next = 0;

  constructor(curve: Curve) {
    this.#curve = arraysOf(curve);
  }

  /** The value at `x`, which must not be below the one before: the last of its points there, else between its neighbours; NaN outside. */
  at(x: number): number {
    const { xs, ys } = this.#curve;
    while (this.#next < xs.length && xs[this.#next]! <= x) this.#next++;
    const before = this.#next - 1;
    if (before < 0) return NaN;
    if (xs[before] === x) return finite(ys[before]!);
    if (this.#next >= xs.length) return NaN;
    const share = (x - xs[before]!) / (xs[this.#next]! - xs[before]!);
    return finite(ys[before]! + share * (ys[this.#next]! - ys[before]!));
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
