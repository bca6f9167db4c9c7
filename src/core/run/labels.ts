import type { NumberColumn } from './columns';

/** What the labels of the epochs tell. `null` where there is none. */
export interface LabelFacts {
  readonly base: 0 | 1 | null;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The label of the first epoch, read off the labels in order (NaN: none): 0 where they begin so; 1 where they begin
 * so or count fractions of epochs, whose label is what was trained; runs logged every n epochs are told by
 * their first label (9, 19, … is zero-based). A label that reaches the planned total is a count.
 */
export function labelFacts(labels: NumberColumn, planned: number | null): LabelFacts {
  const { lowest, second, highest, fraction } = survey(labels.view());
  if (lowest > highest) return { base: null, lowest: NaN, highest: NaN };
  if (fraction || (planned !== null && highest >= planned)) return { base: 1, lowest, highest };
  if (lowest <= 0) return { base: 0, lowest, highest };
  const stride = second - lowest;
  const zeroBased = stride > 1 && (lowest + 1) % stride === 0;
  return { base: zeroBased ? 0 : 1, lowest, highest };
}

/** The lowest label and the one printed after it, the highest, and whether there are fractions. */
function survey(labels: Float64Array): {
  lowest: number;
  second: number;
  highest: number;
  fraction: boolean;
} {
  let [lowest, second, highest, fraction] = [Infinity, NaN, -Infinity, false];
  for (const label of labels) {
    if (Number.isNaN(label)) continue;
    fraction ||= !Number.isInteger(label);
    lowest = Math.min(lowest, label);
    highest = Math.max(highest, label);
    if (Number.isNaN(second) && label > lowest) second = label;
  }
  return { lowest, second, highest, fraction };
}
