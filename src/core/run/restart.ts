import type { Track } from './track';

/** Labels a series must have shown once each before a repeated first label means that training began anew. */
const SEEN_ONCE = 3;

/**
 * Whether a record with these counters (as printed; NaN: none) begins a new run: an epoch or step falls back
 * within a series. `oncePerEpoch` tells of a series that it has one value per epoch in this log.
 */
export function beginsAnew(
  tracks: readonly Track[],
  epoch: number,
  step: number,
  oncePerEpoch: (track: Track) => boolean,
): boolean {
  return tracks.some(track => {
    // The learning rate is logged beside everything, with whatever counter stands there.
    const rate = track.meaning.kind === 'rate' && tracks.length > 1;
    if (track.count === 0 || rate || epoch > track.lastEpoch) return false;
    if (epoch < track.lastEpoch || step < track.lastStep) return true;
    const again = epoch === track.firstEpoch && !(step > track.lastStep);
    return again && track.count === 1 && oncePerEpoch(track);
  });
}

/** Whether a series has shown that it prints one value per epoch. */
export function isOncePerEpoch(track: Track): boolean {
  return track.count >= SEEN_ONCE && track.repeats === 0 && !Number.isNaN(track.lastEpoch);
}
