import { countAt } from '../run/axis';
import type { Run } from '../run/run';
import { median } from './numerics';

/** Rows looked at at most; the median of that many steps is exact enough. */
const MOST_ROWS = 2_000;

/** Median seconds per epoch (or unit), between rows a whole unit or more apart; null where the log has no times. */
export function secondsPerUnit(run: Run): number | null {
  const { rows } = run;
  const stride = Math.max(1, Math.ceil(rows.count / MOST_ROWS));
  const rates: number[] = [];
  let time = NaN;
  let count = NaN;
  for (let row = 0; row < rows.count; row += stride) {
    const t = rows.time.at(row);
    if (!Number.isFinite(t)) continue;
    const c = countAt(run, row);
    if (!Number.isFinite(c)) continue;
    if (c > count && t > time) rates.push((t - time) / (c - count));
    if (!(c <= count)) {
      time = t;
      count = c;
    }
  }
  return rates.length > 0 ? median(rates) : null;
}
