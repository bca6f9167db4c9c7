/** How many values two columns begin with alike, to the sign of a zero; NaN is like NaN. */
export function samePrefix(a: Float64Array, b: Float64Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && Object.is(a[at], b[at])) at++;
  return at;
}
