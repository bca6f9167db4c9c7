import { plannedCount } from '../../analysis/plan';
import { besideBest } from '../../project/besideBest';
import type { JudgedRun } from '../../project/judgedRun';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { besideSentence } from './beside';
import { formatCount, formatDuration, formatNumber } from './numbers';
import { leftSentence } from './outlook';
import { unitWord } from './units';
import { verdict } from './verdict';

/** A run that is being written, in one short line: `epoch 12/100 · val_loss 0.412 ↓ · best @9 · 1 h 12 m left`. */
export function runningLine(judged: JudgedRun, say: Say): string {
  const { best } = judged.analysis;
  const left = secondsLeft(judged);
  const parts = [
    progressPart(judged, say),
    newestPart(judged, say),
    best && say('best @{label}', { label: formatCount(best.epoch) }),
    left >= 1 ? say('{time} left', { time: formatDuration(left, say) }) : null,
  ];
  return parts.filter(part => part !== null).join(' · ');
}

/**
 * What there is to say of a run that is being written, one idea a sentence: what it comes to, how it stands beside the best
 * of its `neighbours` at the same count, and what is left or saved by stopping now.
 */
export function runningSentences(
  judged: JudgedRun,
  neighbours: Iterable<JudgedRun>,
  say: Say,
): readonly string[] {
  const { run, analysis } = judged;
  const beside = besideBest(judged, neighbours);
  const sentences = [
    verdict(analysis, run, say),
    beside && besideSentence(judged, beside, say),
    leftSentence(analysis, run, say),
  ];
  return sentences.filter(sentence => sentence !== null);
}

/** Seconds until the planned end at the pace so far; NaN where the log says neither. */
export function secondsLeft({ run, analysis }: JudgedRun): number {
  const { trained, secondsPerUnit } = analysis;
  return ((plannedCount(run) ?? NaN) - trained) * (secondsPerUnit ?? NaN);
}

/** `epoch 12/100`; `epoch 12` where the end is not known. */
export function progressPart({ run, analysis }: JudgedRun, say: Say): string {
  const planned = plannedCount(run);
  const values = { unit: unitWord(run.unit, 1, say), label: formatCount(analysis.trained) };
  return planned === null
    ? say('{unit} {label}', values)
    : say('{unit} {label}/{planned}', { ...values, planned: formatCount(planned) });
}

function newestPart({ analysis, newest }: JudgedRun, say: Say): string | null {
  const { monitor } = analysis;
  if (monitor === null || newest === null) return null;
  const values = { metric: shownName(monitor.name), value: formatNumber(newest.value) };
  return say('{metric} {value} {trend}', { ...values, trend: trendOf(newest) }).trimEnd();
}

/** An arrow to where the value went; nothing for the first one. */
function trendOf({ value, before }: NonNullable<JudgedRun['newest']>): string {
  if (!Number.isFinite(before)) return '';
  return value < before ? '↓' : value > before ? '↑' : '→';
}
