import { plannedCount } from '../../analysis/plan';
import type { ConfigSetting, SettingKind } from '../../config/setting';
import type { RunUnit } from '../../run/run';
import type { AnalysedRun, Link } from '../../project/project';
import type { Say } from '../say';
import { formatCount, formatDuration, formatNumber } from './numbers';
import { progressOf, stateWord } from './states';
import { suggestionTitle } from './suggestions';
import { runsOf } from './units';

/** Whether a setting of this kind counts what the suggestion counts, so that the two numbers can be compared. */
export function comparable(kind: SettingKind, unit: RunUnit): boolean {
  switch (kind) {
    case 'epochs':
      return unit === 'epoch';
    case 'iterations':
    case 'steps':
      return unit === 'step' || unit === 'iteration';
    case 'boosting-rounds':
      return unit === 'round' || unit === 'iteration';
    case 'patience':
      return false;
  }
}

/** The number that Apply writes; null where there is nothing to change or nothing that may be changed. */
export function applicable(link: Link): number | null {
  const { setting, suggestion } = link;
  if (suggestion === null || !setting.editable || link.role === 'copy') return null;
  if (!comparable(setting.kind, suggestion.unit) || matches(link)) return null;
  return suggestion.epochs;
}

/** Whether the value in the file lies in the suggested range. */
export function matches({ setting, suggestion }: Link): boolean {
  if (suggestion === null || setting.value === null) return false;
  if (!comparable(setting.kind, suggestion.unit)) return false;
  return setting.value >= suggestion.low && setting.value <= suggestion.high;
}

/** The line above a setting: `Suggested 34 epochs (30–41) · 5 runs`; null when there is nothing to say. */
export function lensText(link: Link, say: Say): string | null {
  const { runs, suggestion } = link;
  const first = runs[0];
  if (first === undefined) return null;
  const running = runs.find(each => each.run.status === 'running');
  if (running !== undefined) return runningText(running, say);
  const parts = [
    suggestion === null
      ? stateWord(first.analysis.state, first.analysis, say, first.run.unit)
      : suggestionTitle(suggestion, say),
    runsOf(runs.length, say),
  ];
  if (matches(link)) parts.push(say('matches'));
  return parts.join(' · ');
}

/** `Epoch 12 of 100 · best 0.412 @ 9 · 1 h 12 m left` */
export function runningText({ run, analysis }: AnalysedRun, say: Say): string {
  const { best, trained, secondsPerUnit } = analysis;
  const planned = plannedCount(run);
  const parts = [progressOf(trained, planned, run.unit, say)];
  if (best !== null) {
    const values = { value: formatNumber(best.value), label: formatCount(best.epoch) };
    parts.push(say('best {value} @ {label}', values));
  }
  const left = ((planned ?? NaN) - trained) * (secondsPerUnit ?? NaN);
  if (left >= 1) parts.push(say('{time} left', { time: formatDuration(left, say) }));
  return parts.join(' · ');
}

/** The setting as it stands in the file: `epochs: 100`. */
export function settingWords(setting: ConfigSetting): string {
  return `${setting.key}: ${setting.text}`;
}
