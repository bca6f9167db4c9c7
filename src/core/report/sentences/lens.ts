import { plannedCount } from '../../analysis/plan';
import { toldRange } from '../../analysis/told';
import type { ConfigSetting } from '../../config/setting';
import { settingPerSuggested } from '../../project/conversion';
import type { AnalysedRun, Link } from '../../project/project';
import type { Say } from '../say';
import { asideLens } from './aside';
import { isWeak } from './evidence';
import { formatCount, formatDuration, formatNumber } from './numbers';
import { progressOf, stateWord } from './states';
import { suggestionTitle } from './suggestions';
import { runsOf } from './units';

/** The number that Apply writes; null where there is nothing to change or nothing that may be changed. */
export function applicable(link: Link): number | null {
  const { setting, suggestion } = link;
  if (suggestion === null || !setting.editable || link.role === 'copy') return null;
  const factor = settingPerSuggested(link);
  if (factor === null || matches(link)) return null;
  return converted(suggestion.epochs, factor);
}

/** The numbers that may stand in the setting's place: the suggested one, or the ends of the range where no single one is suggested; none where it cannot be said. */
export function applicableRange(link: Link): readonly number[] {
  const { setting, suggestion, role } = link;
  const factor = settingPerSuggested(link);
  if (suggestion === null || factor === null || !setting.editable || role === 'copy') return [];
  const single = suggestion.reason !== 'still-improving';
  const told = single ? [suggestion.epochs] : toldRange(suggestion);
  return [...new Set(told.map(count => converted(count, factor)))];
}

/** A number of the suggestion in what the setting counts: whole, 1 at least. */
function converted(count: number, factor: number): number {
  return factor === 1 ? count : Math.max(1, Math.round(count * factor));
}

/** Whether the value in the file lies in the suggested range, as people are told it. */
export function matches(link: Link): boolean {
  const { setting, suggestion } = link;
  const factor = settingPerSuggested(link);
  if (suggestion === null || setting.value === null || factor === null) return false;
  const [low, high] = toldRange(suggestion).map(count => converted(count, factor));
  return setting.value >= low! && setting.value <= high!;
}

/** `2200 steps at 100 an epoch`, where the setting counts something else than the suggestion; null where not. */
function conversion(link: Link, say: Say): string | null {
  const { setting, suggestion } = link;
  const factor = settingPerSuggested(link);
  if (suggestion === null || factor === null || factor === 1) return null;
  const count = formatCount(converted(suggestion.epochs, factor));
  const steps = formatCount(Math.round(factor > 1 ? factor : 1 / factor));
  return setting.kind === 'epochs'
    ? say('{count} epochs of {steps} steps', { count, steps })
    : say('{count} steps at {steps} an epoch', { count, steps });
}

/** The line above a setting: `Suggested 34 epochs (30–41) · 5 runs`; null when there is nothing to say. */
export function lensText(link: Link, say: Say): string | null {
  const { runs, suggestion } = link;
  const first = runs[0];
  if (first === undefined) return asideLens(link, say);
  const running = runs.find(each => each.run.status === 'running');
  if (running !== undefined) return runningText(running, say);
  const parts = [
    suggestion === null
      ? stateWord(first.analysis.state, first.analysis, say, first.run.unit)
      : suggestionTitle(suggestion, say),
    isWeak(link.how) ? possibly(runs.length, say) : runsOf(runs.length, say),
  ];
  const inSetting = conversion(link, say);
  if (inSetting !== null) parts.splice(1, 0, inSetting);
  if (matches(link)) parts.push(say('matches'));
  return parts.join(' · ');
}

/** `possibly 5 runs`: that they are this setting's is a guess. */
function possibly(count: number, say: Say): string {
  return say('possibly {runs}', { runs: runsOf(count, say) });
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
