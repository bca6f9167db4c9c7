import { type Counters, isLater, type Standing } from './standing';
import type { Track } from './track';

/** Labels a series must have shown once each before a repeated first label means that training began anew. */
const SEEN_ONCE = 3;

/**
 * Whether a record with these counters (as printed; NaN: none) begins a new run: an epoch or step falls back
 * within a series. `oncePerEpoch` tells of a series that it has one value per epoch in this log.
 */
export function beginsAnew(
  tracks: readonly Track[],
  counters: Counters,
  oncePerEpoch: (track: Track) => boolean,
): boolean {
  const epoch = counters[0]!;
  const step = counters[1]!;
  // The learning rate is logged beside everything, with whatever counter stands there.
  const beside = tracks.length > 1;
  for (const track of tracks) {
    const { standing } = track;
    if (isLater(epoch, standing.lastEpoch) || (beside && track.isRate)) continue;
    if (standing.isBefore(epoch, step)) return true;
    if (standing.count === 1 && isAgain(standing, epoch, step) && oncePerEpoch(track)) return true;
  }
  return false;
}

/** Whether a series of one value stands where it stood. */
function isAgain({ firstEpoch, lastStep }: Standing, epoch: number, step: number): boolean {
  return epoch === firstEpoch && !(step > lastStep);
}

/** Whether a series has shown that it prints one value per epoch. */
export function isOncePerEpoch({ standing }: Track): boolean {
  const { count, repeats, lastEpoch } = standing;
  return count >= SEEN_ONCE && repeats === 0 && !Number.isNaN(lastEpoch);
}
