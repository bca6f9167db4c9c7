/** Reproducible normal jitter of a standard deviation, by Box and Muller over a linear congruential generator. */
export function jitter(length: number, deviation: number, seed = 1): number[] {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  return Array.from(
    { length },
    () => deviation * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

/** n values of f(0 … n−1). */
export function shape(n: number, f: (i: number) => number): number[] {
  return Array.from({ length: n }, (_, i) => f(i));
}

/** Falls from 2.3 towards 0.3. */
export const falling = (n: number, rate = 12): number[] =>
  shape(n, i => 0.3 + 2 * Math.exp((-rate * i) / n));

/** Falls to its lowest at `at`, then rises steadily. */
export const turning = (n: number, at: number): number[] =>
  shape(n, i =>
    i <= at ? 0.5 + 1.5 * (1 - i / at) ** 2 : 0.5 + (0.02 * (i - at) * 20) / (n - at),
  );
