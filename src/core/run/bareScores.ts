import { BARE_LOSS } from '../log/bareLoss';
import type { Track } from './track';

/** Points below which a rise says nothing. */
const FEW = 5;

/**
 * Whether values that a log prints under a split and no measure are scores after all: on the training set a loss
 * falls, whatever else happens; what rises there from its lowest to its highest is a score. A held-out set is asked
 * where there is no other, and only about shares.
 */
export function bareScores(tracks: readonly Track[]): boolean {
  const bare = tracks.filter(isBare);
  const train = bare.filter(track => track.meaning.split === 'train');
  if (train.length > 0) return train.every(track => rises(track.values.glance()));
  return bare.length > 0 && bare.every(track => rises(track.values.glance()) && isShare(track));
}

function isShare({ values }: Track): boolean {
  return !values.some(value => !(value >= 0 && value <= 1));
}

/** Whether a series has such a name. */
export function isBare(track: Track): boolean {
  return track.name.endsWith(BARE_LOSS);
}

/** Whether the first value is the lowest and the highest is among the last half; NaN: no. */
export function rises(values: Float64Array): boolean {
  if (values.length < FEW) return false;
  let highest = 0;
  for (let at = 1; at < values.length; at++) {
    if (!(values[at]! >= values[0]!)) return false;
    if (values[at]! > values[highest]!) highest = at;
  }
  return highest >= values.length / 2;
}
