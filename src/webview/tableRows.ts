import type { Line } from './lines';

/** A row of the data table: a place on the x axis, and the value of each line there (undefined: none). */
export interface TableRow {
  readonly x: number;
  readonly values: readonly (number | undefined)[];
}

/** The points of all lines, joined by x, ascending, at most `most` rows. Lines must ascend in x. */
export function tableRows(lines: readonly Line[], most: number): readonly TableRow[] {
  const at = lines.map(() => 0);
  const rows: TableRow[] = [];
  while (rows.length < most) {
    const x = lines.reduce(
      (least, { points }, i) => Math.min(least, points[2 * (at[i] ?? 0)] ?? Infinity),
      Infinity,
    );
    if (!Number.isFinite(x)) break;
    const values = lines.map(({ points }, i) => {
      const index = at[i] ?? 0;
      if (points[2 * index] !== x) return undefined;
      at[i] = index + 1;
      return points[2 * index + 1];
    });
    rows.push({ x, values });
  }
  return rows;
}

/** Rows as tab-separated values under a line of names, for spreadsheets; a missing value is empty, numbers are exact. */
export function tabSeparated(names: readonly string[], rows: readonly TableRow[]): string {
  const clean = (name: string) => name.replace(/[\t\r\n]/g, ' ');
  const lines = rows.map(({ x, values }) => [x, ...values.map(value => value ?? '')].join('\t'));
  return [names.map(clean).join('\t'), ...lines, ''].join('\n');
}
