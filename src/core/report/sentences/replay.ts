import type { Analysis, Monitor, ReplayResult } from '../../analysis/analysis';
import type { RunUnit } from '../../run/run';
import type { Say } from '../say';
import { formatCount, formatDuration, formatNumber, formatPercent } from './numbers';
import { countOf } from './units';

/** What a stopping rule would have done, in words. */
export interface ReplayWords {
  readonly rule: string;
  readonly stopped: string;
  readonly kept: string;
  readonly cost: string;
  readonly saved: string;
}

/** What a stopping rule would have done, ready to show. `unit` is the run's. */
export function replayView(
  result: ReplayResult,
  analysis: Analysis,
  unit: RunUnit,
  say: Say,
): ReplayWords {
  const stopped = result.stopCount !== null;
  return {
    rule: ruleName(result, say),
    stopped: stopped
      ? say('after {count}', { count: formatCount(result.stopCount) })
      : say('never'),
    kept: keptWords(result, analysis, say),
    cost: costWords(result, analysis, say),
    saved: stopped ? savedWords(result, analysis, unit, say) : '–',
  };
}

/** `Patience 5`. */
export function ruleName(result: ReplayResult, say: Say): string {
  return result.patience === null
    ? result.rule
    : say('Patience {count}', { count: formatCount(result.patience) });
}

/** With the place as the log labels it, like every best value; a log that counts from zero is one behind. */
function keptWords(result: ReplayResult, { best }: Analysis, say: Say): string {
  const behind = best === null ? 0 : best.count - best.epoch;
  const label = behind === 1 ? result.keptCount - 1 : result.keptCount;
  return say('{value} @ {label}', {
    value: formatNumber(result.value),
    label: formatCount(label),
  });
}

/** The loss against the best of the whole run, and as a share of it where that means something. */
function costWords({ regret }: ReplayResult, { best, monitor }: Analysis, say: Say): string {
  if (!(regret > 0)) return say('nothing');
  const worse = shareOf(regret, best?.value ?? NaN, monitor);
  const values = { regret: formatNumber(regret), share: worse ?? '' };
  return worse === null ? values.regret : say('{regret} ({share} worse)', values);
}

/** Percent of the best value; null where a value near or below zero makes that meaningless. */
function shareOf(regret: number, best: number, monitor: Monitor | null): string | null {
  if (!(best > 0) || monitor === null) return null;
  const percent = (100 * regret) / best;
  return percent < 1000 ? formatPercent(percent) : null;
}

function savedWords(result: ReplayResult, analysis: Analysis, unit: RunUnit, say: Say): string {
  const units = countOf(result.saved, unit, say);
  const seconds = result.saved * (analysis.secondsPerUnit ?? NaN);
  return seconds >= 60
    ? say('{units} ({time})', { units, time: formatDuration(seconds, say) })
    : units;
}
