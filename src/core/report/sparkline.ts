const BARS = '▁▂▃▄▅▆▇█';

/**
 * A curve in one word of text, at most `width` bars: each the mean of its part, from the lowest value to the highest;
 * a part without a finite value is a gap. '' when no value is finite.
 */
export function sparkline(values: ArrayLike<number>, width = 16): string {
  const columns = Math.min(width, values.length);
  const means = Array.from({ length: columns }, (_, column) =>
    meanOf(
      values,
      Math.floor((column * values.length) / columns),
      Math.floor(((column + 1) * values.length) / columns),
    ),
  );
  const finite = means.filter(Number.isFinite);
  if (finite.length === 0) return '';
  const low = Math.min(...finite);
  const range = topOf(finite, low) - low;
  const share = (mean: number): number => (range > 0 ? Math.min(1, (mean - low) / range) : 0);
  return means.map(mean => barOf(share(mean), mean)).join('');
}

/** Where a steep start would flatten all the rest, the highest tenth is drawn as full bars. */
function topOf(finite: readonly number[], low: number): number {
  const ascending = finite.toSorted((a, b) => a - b);
  const highest = ascending.at(-1) ?? low;
  const most = ascending[Math.ceil((ascending.length - 1) * 0.9) - 1] ?? low;
  const flattens = ascending.length >= 8 && most > low && highest - low > 2 * (most - low);
  return flattens ? most : highest;
}

function barOf(share: number, mean: number): string {
  if (!Number.isFinite(mean)) return '·';
  return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))] ?? '·';
}

function meanOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : NaN;
}
