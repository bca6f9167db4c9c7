import { rises } from './bareScores';
import type { Track } from './track';

/**
 * Whether what a log calls its objective is a likelihood (Kaldi): such values are never above 0 and rise towards it,
 * where a loss falls.
 */
export function isLikelihood(track: Track): boolean {
  if (track.meaning.metric !== 'loss' || !/objective|log[-_ ]?prob/i.test(track.name)) return false;
  const values = track.values.glance();
  return values.every(value => value <= 0) && rises(values);
}
