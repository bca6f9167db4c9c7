import { toldRange, toldSuggestion } from '../../analysis/told';
import type { Suggestion } from '../../analysis/analysis';
import { plannedCount } from '../../analysis/plan';
import type { AnalysedRun } from '../../project/project';
import type { ReportGroup, ReportModel } from '../model';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatNumber, formatPercent, formatRange } from './numbers';
import { stateName, statesByNeed } from './states';
import { suggestionTitle } from './suggestions';
import { countOf, runsOf, unitWord } from './units';
import { verdict } from './verdict';

/** `2 logs, 5 runs, 1250 points; 3 other files were left out.` */
export function readSentence(model: ReportModel, say: Say): string {
  const values = {
    logs: model.logs === 1 ? say('1 log') : say('{count} logs', { count: model.logs }),
    runs: runsOf(model.runs.length, say),
    points: formatCount(model.points),
    ignored: formatCount(model.ignored),
  };
  if (model.ignored === 0) return say('Read: {logs}, {runs}, {points} points.', values);
  return model.ignored === 1
    ? say('Read: {logs}, {runs}, {points} points. 1 file that is no log was left out.', values)
    : say(
        'Read: {logs}, {runs}, {points} points. {ignored} files that are no logs were left out.',
        values,
      );
}

/** The one sentence a hurried reader takes away. */
export function summarySentence(model: ReportModel, say: Say): string {
  const [only] = model.runs;
  if (only === undefined) return say('No curve was found.');
  if (model.runs.length === 1) return oneRun(only, say);
  const values = { runs: runsOf(model.runs.length, say), states: statesOf(model.runs, say) };
  const counted = say('{runs}: {states}.', values);
  const further = [consensusPart(model.groups, say), savedPart(model, say)];
  return [counted, ...further].filter(part => part !== null).join(' ');
}

function oneRun({ run, analysis }: AnalysedRun, say: Say): string {
  const first = verdict(analysis, run, say);
  const suggestion = toldSuggestion(analysis);
  if (suggestion === null) return first;
  const second = say('{suggestion}.', { suggestion: suggestionTitle(suggestion, say) });
  return say('{first} {second}', { first, second });
}

function statesOf(runs: readonly AnalysedRun[], say: Say): string {
  return statesByNeed
    .flatMap(state => {
      const count = runs.filter(each => each.analysis.state === state).length;
      if (count === 0) return [];
      return [say('{count} × {state}', { count, state: stateName(state, say).toLowerCase() })];
    })
    .join(', ');
}

/** The consensus, where there is one thing to say for all. */
function consensusPart(groups: readonly ReportGroup[], say: Say): string | null {
  const suggestion = groups.length === 1 ? groups[0]?.suggestion : null;
  return suggestion ? togetherSupport(suggestion, say) : null;
}

/** `Together they support 34 epochs (30–41).` */
export function togetherSupport(suggestion: Suggestion, say: Say): string {
  return say('Together they support {units} ({range}).', {
    units: countOf(suggestion.epochs, suggestion.unit, say),
    range: formatRange(...toldRange(suggestion)),
  });
}

function savedPart({ saved, runs }: ReportModel, say: Say): string | null {
  const unit = runs[0]?.run.unit;
  if (saved === null || unit === undefined) return null;
  return say('Following the suggestions saves {units} of {all} ({share}).', {
    units: countOf(saved.units, unit, say),
    all: formatCount(Math.round(saved.of)),
    share: formatPercent((100 * saved.units) / saved.of),
  });
}

/** `5 runs of cv/fold*.csv` and what they say together. */
export function groupTitle(group: ReportGroup, say: Say): string {
  return say('{runs} of {name}', {
    runs: runsOf(group.runs.length, say),
    name: shownName(group.name),
  });
}

/** `0.312 ± 0.004`; the number alone where the spread is not known. */
export function meanSpread(mean: number, spread: number): string {
  return spread >= 0
    ? `${formatNumber(mean)} ± ${formatNumber(twoDigits(spread))}`
    : formatNumber(mean);
}

/** `33.2 ± 2.9` for counts, which need no more than one decimal. */
export function countSpread(mean: number, spread: number): string {
  const short = (value: number): string => formatCount(Number(value.toFixed(1)));
  return spread >= 0 ? `${short(mean)} ± ${short(spread)}` : short(mean);
}

/** A spread means nothing beyond its second digit. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/** What a run's length was: `50 of 100`, `50`. */
export function lengthWords({ run, analysis }: AnalysedRun, say: Say): string {
  const trained = formatCount(analysis.trained);
  const planned = plannedCount(run);
  return planned === null || planned === analysis.trained
    ? trained
    : say('{trained} of {planned}', { trained, planned: formatCount(planned) });
}

/** What the suggestion leaves out of a run: `16 epochs (32 %)`; `–` where that is nothing. */
export function savedWords({ run, analysis }: AnalysedRun, say: Say): string {
  const saved = analysis.trained - (toldSuggestion(analysis)?.epochs ?? NaN);
  if (!(saved > 0)) return '–';
  return say('{units} ({share})', {
    units: countOf(saved, run.unit, say),
    share: formatPercent(Math.round((100 * saved) / analysis.trained)),
  });
}

/** The heading of the column that counts. */
export function countHeading(model: ReportModel, say: Say): string {
  const unit = model.runs[0]?.run.unit ?? 'epoch';
  const word = unitWord(unit, 2, say);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
