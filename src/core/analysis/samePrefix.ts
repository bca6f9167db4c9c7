/** How many values two columns begin with alike, to the sign of a zero; NaN is like NaN. */
export function samePrefix(a: Float64Array, b: Float64Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && isSame(a[at]!, b[at]!)) at++;
  return at;
}

/** `Object.is`, which takes many times as long for numbers. */
const isSame = (a: number, b: number): boolean =>
  a === b ? a !== 0 || 1 / a === 1 / b : Number.isNaN(a) && Number.isNaN(b);
