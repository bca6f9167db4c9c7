import type { Forecast, ReplayResult } from '../../analysis/analysis';
import type { Say } from '../say';
import { formatCount, formatNumber } from './numbers';
import type { ReplayWords } from './replay';

/** Where the learning rate is lowered: `rate 0.1 → 0.01`. */
export function rateLabel(before: number, after: number, say: Say): string {
  return say('rate {before} → {after}', {
    before: formatNumber(before),
    after: formatNumber(after),
  });
}

/** Where training begins anew. */
export function restartLabel(say: Say): string {
  return say('restart');
}

/** Where early stopping ended the run. */
export function stoppedLabel(say: Say): string {
  return say('stopped early');
}

/** Where a still improving run is heading: `forecast 0.31 (0.29–0.34) @ 100`; `at`: the label of the planned end. */
export function forecastLabel({ value, low, high }: Forecast, at: number, say: Say): string {
  return say('forecast {value} ({low}–{high}) @ {at}', {
    value: formatNumber(value),
    low: formatNumber(low),
    high: formatNumber(high),
    at: formatCount(at),
  });
}

/** What one patience would have done, in a sentence. */
export function patienceSentence(
  result: ReplayResult,
  { rule, stopped, kept, cost, saved }: ReplayWords,
  say: Say,
): string {
  if (result.stopCount === null) {
    return say('{rule} never stops this run and keeps {kept}.', { rule, kept });
  }
  const values = { rule, stopped, kept, cost, saved };
  return say('{rule} stops {stopped}, keeps {kept}, costs {cost}, saves {saved}.', values);
}
