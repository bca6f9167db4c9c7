import type { Counters, Track } from './track';

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
    if (isLater(epoch, track.lastEpoch) || (beside && track.isRate)) continue;
    // Nothing is less than what a series without values has as its last.
    if (epoch < track.lastEpoch || step < track.lastStep) return true;
    if (track.count === 1 && isAgain(track, epoch, step) && oncePerEpoch(track)) return true;
  }
  return false;
}

/** Whether an epoch has begun since a label; what has one comes after what has none. */
function isLater(epoch: number, label: number): boolean {
  return epoch > label || (label !== label && epoch === epoch);
}

/** Whether a series of one value stands where it stood. */
function isAgain(track: Track, epoch: number, step: number): boolean {
  return epoch === track.firstEpoch && !(step > track.lastStep);
}

/** Whether a series has shown that it prints one value per epoch. */
export function isOncePerEpoch(track: Track): boolean {
  return track.count >= SEEN_ONCE && track.repeats === 0 && !Number.isNaN(track.lastEpoch);
}
