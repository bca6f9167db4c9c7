/** From a value to a place in the picture, and the round values to label. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  place(value: number): number;
  readonly ticks: readonly number[];
}

/** A linear scale over [from, to] drawn between two places, with about `wanted` round ticks; an empty domain is widened. */
export function linearScale(
  domain: readonly [number, number],
  places: readonly [number, number],
  wanted: number,
): Scale {
  const [from, to] = widened(domain);
  const factor = (places[1] - places[0]) / (to - from);
  return {
    from,
    to,
    place: value => places[0] + (value - from) * factor,
    ticks: roundTicks(from, to, wanted),
  };
}

function widened([from, to]: readonly [number, number]): [number, number] {
  if (to > from) return [from, to];
  const room = Math.abs(from) / 10 || 1;
  return [from - room, from + room];
}

/** Multiples of 1, 2 or 5 times a power of ten inside [from, to]: about as many as wanted, two at least. */
export function roundTicks(from: number, to: number, wanted: number): number[] {
  const ticks = multiplesOf(roundStep((to - from) / Math.max(1, wanted)), from, to);
  return ticks.length >= 2 ? ticks : multiplesOf(roundStep((to - from) / 6), from, to);
}

const MOST_TICKS = 20;

function multiplesOf(step: number, from: number, to: number): number[] {
  if (!(step > 0 && step < Infinity)) return [];
  const ticks: number[] = [];
  const first = Math.ceil(from / step - 1e-9);
  for (let i = 0; i < MOST_TICKS; i++) {
    // Multiplying and rounding avoids 0.30000000000000004.
    const tick = Number(((first + i) * step).toPrecision(12));
    if (tick > to + step * 1e-9) break;
    ticks.push(tick);
  }
  return ticks;
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const share = raw / power;
  if (share <= 1.0001) return power;
  if (share <= 2.0001) return 2 * power;
  return share <= 5.0001 ? 5 * power : 10 * power;
}

/** Values farther out than this many times the middle four fifths are outside the picture. */
const OUTSIDE = 3;

/**
 * What to show of values: all of them, unless a few (an explosion, a first evaluation) would flatten the rest;
 * those then leave the picture at its edge, the first ones of a steep start included. null when no value is finite.
 */
export function readableDomain(values: Float64Array): readonly [number, number] | null {
  const finite = values.filter(Number.isFinite).sort();
  const low = finite[0];
  const high = finite[finite.length - 1];
  if (low === undefined || high === undefined) return null;
  const q10 = finite[Math.floor((finite.length - 1) * 0.1)]!;
  const q90 = finite[Math.ceil((finite.length - 1) * 0.9)]!;
  const room = OUTSIDE * (q90 - q10);
  return room > 0 ? [Math.max(low, q10 - room), Math.min(high, q90 + room)] : [low, high];
}
