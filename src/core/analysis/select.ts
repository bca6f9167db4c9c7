/** Rounds of halving that any usual order of values needs fewer of; in an order made to need more the rest is sorted. */
const MOST_ROUNDS = 100;

/**
 * Moves the value that sorting would put at `rank` there, what is smaller before it and what is larger behind it.
 * In place, in time linear in the number of values (Hoare 1961, Algorithm 65). Finite values only.
 */
export function select(values: Float64Array, rank: number): void {
  let low = 0;
  let high = values.length - 1;
  for (let round = 0; low < high && round < MOST_ROUNDS; round++) {
    const { left, right } = parted(values, low, high);
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return;
  }
  values.subarray(low, high + 1).sort();
}

/** Parts what stands in [low, high] at the value in its middle: up to `right` none is larger, from `left` on none is smaller. */
function parted(
  values: Float64Array,
  low: number,
  high: number,
): { readonly left: number; readonly right: number } {
  const pivot = values[(low + high) >>> 1]!;
  let left = low;
  let right = high;
  while (left <= right) {
    while (values[left]! < pivot) left++;
    while (values[right]! > pivot) right--;
    if (left > right) break;
    const moved = values[left]!;
    values[left++] = values[right]!;
    values[right--] = moved;
  }
  return { left, right };
}
