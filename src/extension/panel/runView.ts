import { toldSuggestion } from '../../core/analysis/told';
import type { Analysis, RunState } from '../../core/analysis/analysis';
import type { AnalysedRun } from '../../core/project/project';
import type {
  AxisView,
  FindingView,
  ReplayView,
  RunItem,
  RunView,
  Tone,
  XAxis,
} from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { caveatSentence } from '../../core/report/sentences/caveats';
import { findingNumbers } from '../../core/report/sentences/findingNumbers';
import { findingSentence } from '../../core/report/sentences/findings';
import { axisLabel, runSubtitle } from '../../core/report/sentences/panel';
import { remedies } from '../../core/report/sentences/remedies';
import { replayView } from '../../core/report/sentences/replay';
import { savings } from '../../core/report/sentences/savings';
import { stateWord } from '../../core/report/sentences/states';
import { suggestionReason, suggestionTitle } from '../../core/report/sentences/suggestions';
import { verdict } from '../../core/report/sentences/verdict';
import { shownName } from '../../core/report/shownName';
import type { Run } from '../../core/run/run';
import { chartMarks } from './chartMarks';
import { extentOn } from './panelAxis';

/** The run in view: everything about it but its points, in the words of `say`. */
export function runView(analysed: AnalysedRun, index: number, say: Say): RunView {
  const { run, analysis } = analysed;
  return {
    ...runItem(analysed, index, say),
    subtitle: runSubtitle(run, analysis, say),
    state: analysis.state,
    tone: toneOf(analysis.state),
    verdict: verdict(analysis, run, say),
    ...suggestionOf(analysed, say),
    findings: findingsOf(analysed, say),
    replay: replayOf(analysed, say),
    series: run.series.map(({ name, metric, split, count }, at) => ({
      index: at,
      name: shownName(name),
      metric,
      split,
      count,
    })),
    metrics: metricsOf(run, analysis),
    axes: axesOf(analysed, say),
    version: run.version,
  };
}

/** The run in the list of runs. */
export function runItem({ run, analysis }: AnalysedRun, index: number, say: Say): RunItem {
  const word = stateWord(analysis.state, analysis, say, run.unit);
  return { index, name: shownName(ownName(run)), stateWord: word };
}

/** The name of a run within its log: what all runs of the log begin with is the title of the panel already. */
function ownName({ name, logs }: Run): string {
  const log = logs[0] ?? '';
  return name.startsWith(`${log} `) ? name.slice(log.length + 1) : name;
}

function toneOf(state: RunState): Tone {
  switch (state) {
    case 'converged':
      return 'good';
    case 'overfitting':
    case 'plateau':
      return 'warning';
    case 'diverged':
      return 'error';
    case 'improving':
    case 'noisy':
    case 'too-short':
    case 'no-validation':
      return 'neutral';
  }
}

function suggestionOf({ run, analysis }: AnalysedRun, say: Say) {
  const suggestion = toldSuggestion(analysis);
  if (suggestion === null) return { suggestion: null, suggestionReason: null, caveats: [] };
  const reason = suggestionReason(suggestion, analysis, run, say);
  const saved = savings(suggestion, analysis, null, say);
  return {
    suggestion: suggestionTitle(suggestion, say),
    suggestionReason: saved === null ? reason : `${reason} ${saved}`,
    caveats: suggestion.caveats.map(caveat => caveatSentence(caveat, say)),
  };
}

/** Nothing for a curve too short to have been stopped. */
function replayOf({ run, analysis }: AnalysedRun, say: Say): readonly ReplayView[] {
  if (analysis.state === 'too-short') return [];
  return analysis.replay.map(result => replayView(result, analysis, run.unit, say));
}

function findingsOf({ run, analysis }: AnalysedRun, say: Say): readonly FindingView[] {
  return analysis.findings.map((finding, index) => ({
    rule: finding.rule,
    severity: finding.severity,
    sentence: findingSentence(finding, run, say),
    numbers: findingNumbers(finding, say),
    remedies: remedies(finding, say),
    index,
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

/** How much longer than the run an axis may get to show what lies ahead of it: plan and suggested range. */
const AHEAD = 1;

function axesOf(analysed: AnalysedRun, say: Say): readonly AxisView[] {
  const { run } = analysed;
  const order: readonly XAxis[] =
    run.unit === 'epoch' ? ['epoch', 'step', 'time'] : ['step', 'epoch', 'time'];
  return order.flatMap(axis => {
    const extent = extentOn(run, axis);
    if (extent === null) return [];
    const marks = chartMarks(analysed, axis, say);
    const furthest = extent.to + AHEAD * (extent.to - extent.from);
    const ahead = marks.filter(({ from }) => from <= furthest).map(mark => mark.to);
    const to = Math.max(extent.to, Math.min(furthest, Math.max(...ahead)));
    return [{ axis, label: axisLabel(axis, run.unit, say), from: extent.from, to, marks }];
  });
}
