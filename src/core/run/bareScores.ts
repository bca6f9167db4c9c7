import { BARE_LOSS } from '../log/bareLoss';
import type { Track } from './track';

/** Points below which a rise says nothing. */
const FEW = 5;

/**
 * Whether values that a log prints under a split and no measure are scores after all: on the training set a loss
 * falls, whatever else happens; what rises there from its lowest to its highest is a score.
 */
export function bareScores(tracks: readonly Track[]): boolean {
  const train = tracks.filter(track => isBare(track) && track.meaning.split === 'train');
  return train.length > 0 && train.every(track => rises(track.values.view()));
}

/** Whether a series has such a name. */
export function isBare(track: Track): boolean {
  return track.name.endsWith(BARE_LOSS);
}

/** Whether the first value is the lowest and the highest is among the last half; NaN: no. */
function rises(values: Float64Array): boolean {
  if (values.length < FEW) return false;
  let highest = 0;
  for (let at = 1; at < values.length; at++) {
    if (!(values[at]! >= values[0]!)) return false;
    if (values[at]! > values[highest]!) highest = at;
  }
  return highest >= values.length / 2;
}
