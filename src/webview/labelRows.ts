/** A label that belongs to `at`, `width` wide; all in pixels. */
export interface Label {
  readonly at: number;
  readonly width: number;
  /** With a line from `at` up to it, which it stands to the right of; otherwise it stands over `at`. */
  readonly flag: boolean;
}

/** Where a label goes: its left edge, and its row counted from the bottom. */
export interface PlacedLabel {
  readonly left: number;
  readonly row: number;
}

const GAP = 8;
/** Between a flag and its line. */
const BESIDE = 4;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Places labels beside each other where they fit and in further rows where they do not, none beyond `left`
 * and `right` (one wider than that starts at `left`), and no line of a flag through the text of another.
 */
export function placeLabels(
  labels: readonly Label[],
  left: number,
  right: number,
): readonly PlacedLabel[] {
  const rows: Span[][] = [];
  const places = new Map<Label, PlacedLabel>();
  for (const label of [...labels].sort(byTurn)) {
    const place = firstFree(startsOf(label, left, right), label.width, rows);
    take(rows, place.row, { from: place.left, to: place.left + label.width + GAP });
    for (let row = 0; label.flag && row <= place.row; row++) {
      take(rows, row, { from: label.at - 1, to: label.at + 1 });
    }
    places.set(label, place);
  }
  return labels.map(label => places.get(label) ?? { left, row: 0 });
}

/** Flags first, from the right to the left: then the line of a higher one passes left of the texts below it. */
function byTurn(a: Label, b: Label): number {
  return Number(b.flag) - Number(a.flag) || b.at - a.at;
}

/** Where a label may start, best first: beside its line; over its place, or with an end there. */
function startsOf({ at, width, flag }: Label, left: number, right: number): readonly number[] {
  const beside = at + BESIDE;
  const other = at - BESIDE - width;
  const wanted = flag
    ? [beside + width > right ? other : beside]
    : [at - width / 2, at - width, at];
  return wanted.map(start => Math.max(left, Math.min(start, right - width)));
}

function firstFree(
  starts: readonly number[],
  width: number,
  rows: readonly (readonly Span[])[],
): PlacedLabel {
  for (const [row, others] of rows.entries()) {
    const start = starts.find(from =>
      others.every(other => other.to <= from || from + width + GAP <= other.from),
    );
    if (start !== undefined) return { left: start, row };
  }
  return { left: starts[0] ?? 0, row: rows.length };
}

function take(rows: Span[][], row: number, span: Span): void {
  while (rows.length <= row) rows.push([]);
  rows[row]?.push(span);
}

/** How many rows placed labels take. */
export function rowsOf(placed: readonly PlacedLabel[]): number {
  return placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
