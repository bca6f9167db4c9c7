import { toldSuggestion } from '../../core/analysis/told';
import type { Analysis } from '../../core/analysis/analysis';
import type { AnalysedRun } from '../../core/project/project';
import type { FindingView, ReplayView, RunView, SeriesView } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { caveatSentence } from '../../core/report/sentences/caveats';
import { outlookSentences } from '../../core/report/sentences/outlook';
import { findingNumbers } from '../../core/report/sentences/findingNumbers';
import { findingSentence } from '../../core/report/sentences/findings';
import { runSubtitle } from '../../core/report/sentences/panel';
import { remedies } from '../../core/report/sentences/remedies';
import { replayView } from '../../core/report/sentences/replay';
import { savings } from '../../core/report/sentences/savings';
import { stateWord } from '../../core/report/sentences/states';
import { suggestionReason, suggestionTitle } from '../../core/report/sentences/suggestions';
import { verdict } from '../../core/report/sentences/verdict';
import { shownName } from '../../core/report/shownName';
import type { Run } from '../../core/run/run';
import { axesOf, axesWithValues } from './axisViews';
import { patienceSentences } from './patience';
import { nameInLog } from './runNames';
import { toneOf } from './runItem';

/** Whether the user does not want to be told of a rule in the run of a name. */
export type IsMuted = (rule: string, run: string) => boolean;

/** The run in view: everything about it but its points, in the words of `say`. */
export function runView(
  analysed: AnalysedRun,
  index: number,
  say: Say,
  isMuted: IsMuted = () => false,
): RunView {
  const { run, analysis } = analysed;
  const word = stateWord(analysis.state, analysis, say, run.unit);
  return {
    ...{ index, name: nameInLog(run), stateWord: word },
    subtitle: runSubtitle(run, analysis, say),
    state: analysis.state,
    tone: toneOf(analysis.state),
    verdict: verdict(analysis, run, say),
    ...suggestionOf(analysed, say),
    outlook: outlookSentences(analysis, run, say),
    findings: findingsOf(analysed, say, isMuted),
    replay: replayOf(analysed, say),
    patience: patienceSentences(analysed, say),
    judged: analysis.monitor?.metric ?? null,
    series: seriesViews(run),
    metrics: metricsOf(run, analysis),
    axes: axesOf(analysed, say),
  };
}

/** The curves of a run, without their points. */
export function seriesViews(run: Run): readonly SeriesView[] {
  return run.series.map((series, index) => {
    const { name, metric, split, count } = series;
    const axes = axesWithValues(run, series);
    return { index, name: shownName(name), metric, split, count, axes };
  });
}

function suggestionOf({ run, analysis }: AnalysedRun, say: Say) {
  const suggestion = toldSuggestion(analysis);
  if (suggestion === null) return { suggestion: null, suggestionReason: null, caveats: [] };
  const reason = suggestionReason(suggestion, analysis, run, say);
  const saved = savings(suggestion, analysis, null, say);
  return {
    suggestion: suggestionTitle(suggestion, say),
    suggestionReason: saved === null ? reason : `${reason} ${saved}`,
    caveats: suggestion.caveats.map(caveat => caveatSentence(caveat, suggestion, say)),
  };
}

/** Nothing for a curve too short to have been stopped. */
function replayOf({ run, analysis }: AnalysedRun, say: Say): readonly ReplayView[] {
  if (analysis.state === 'too-short') return [];
  return analysis.replay.map(result => replayView(result, analysis, run.unit, say));
}

function findingsOf(
  { run, analysis }: AnalysedRun,
  say: Say,
  isMuted: IsMuted,
): readonly FindingView[] {
  return analysis.findings.map((finding, index) => ({
    rule: finding.rule,
    severity: finding.severity,
    sentence: findingSentence(finding, run, say),
    numbers: findingNumbers(finding, say),
    remedies: remedies(finding, say),
    index,
    muted: isMuted(finding.rule, run.name),
  }));
}

/** How metrics are listed: the judged one, the loss, those with two sides, the rest; last what has no curve to speak of. */
function metricsOf(run: Run, { monitor }: Analysis): readonly string[] {
  const rank = (metric: string) => {
    const series = run.series.filter(each => each.metric === metric);
    if (series.every(({ count }) => count < 2)) return 4;
    if (metric === monitor?.metric && judgedCount(run, monitor.index) > 1) return 0;
    if (metric === 'loss') return 1;
    return new Set(series.map(({ split }) => split)).size > 1 ? 2 : 3;
  };
  const metrics = [...new Set(run.series.map(({ metric }) => metric))];
  const ranks = new Map(metrics.map(metric => [metric, rank(metric)]));
  return metrics.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function judgedCount(run: Run, index: number): number {
  return run.series[index]?.count ?? 0;
}
