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
      return moves(track.values.view()) && !counts(track.values.view());
  }
}

function moves(values: Float64Array): boolean {
  const first = values.find(value => !Number.isNaN(value));
  return first !== undefined && values.some(value => !Number.isNaN(value) && value !== first);
}

/** Whether values are whole numbers that only rise. */
function counts(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isInteger(values[index])) return false;
    if (index > 0 && !(values[index]! > values[index - 1]!)) return false;
  }
  return true;
}
