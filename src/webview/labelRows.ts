/** A label that stands over `at`, `width` wide; all in pixels. */
export interface Label {
  readonly at: number;
  readonly width: number;
}

/** Where a label goes: its left edge, and its row counted from the bottom. */
export interface PlacedLabel {
  readonly left: number;
  readonly row: number;
}

const GAP = 8;

/**
 * Places labels beside each other where they fit and in further rows where they do not, none beyond
 * `left` and `right` (a label wider than that starts at `left`). In the order given: the first has the best place.
 */
export function placeLabels(
  labels: readonly Label[],
  left: number,
  right: number,
): readonly PlacedLabel[] {
  const rows: { from: number; to: number }[][] = [];
  return labels.map(({ at, width }) => {
    const start = Math.max(left, Math.min(at - width / 2, right - width));
    const span = { from: start, to: start + width + GAP };
    let row = rows.findIndex(others => others.every(o => o.to <= span.from || span.to <= o.from));
    if (row === -1) row = rows.push([]) - 1;
    rows[row]?.push(span);
    return { left: start, row };
  });
}

/** How many rows placed labels take. */
export function rowsOf(placed: readonly PlacedLabel[]): number {
  return placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
