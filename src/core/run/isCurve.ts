import type { NumberColumn } from './numberColumn';
import type { Track } from './track';

/**
 * Whether a column is worth drawing: measures and rates are; time, speed, memory, counters and running bests are
 * not; a name nobody knows is, if its values move and do not merely count.
 */
export function isCurve(track: Track): boolean {
  switch (track.meaning.kind) {
    case 'measure':
    case 'rate':
      return true;
    case 'noise':
      return false;
    case 'unknown':
      return moves(track.values) && !counts(track.values);
  }
}

function moves(values: NumberColumn): boolean {
  let first = NaN;
  return values.some(value => {
    if (Number.isNaN(first)) first = value;
    return !Number.isNaN(value) && value !== first;
  });
}

/** Whether values are whole numbers that only rise. */
function counts(values: NumberColumn): boolean {
  let before = -Infinity;
  return !values.some(value => {
    const rises = Number.isInteger(value) && value > before;
    before = value;
    return !rises;
  });
}
