import { projectPatience } from '../analysis/projectPatience';
import { toldSuggestion } from '../analysis/told';
import type { AnalysedRun } from '../project/project';
import type { Block, Row } from './blocks';
import { caveatBlocks, runBlocks } from './composeRun';
import type { ReportGroup, ReportModel } from './model';
import type { Say } from './say';
import { shownName } from './shownName';
import { methodSentences } from './sentences/method';
import { formatCount, formatNumber } from './sentences/numbers';
import { patienceSentence } from './sentences/patience';
import { problemSentence } from './sentences/problems';
import {
  countHeading,
  countSpread,
  groupTitle,
  lengthWords,
  meanSpread,
  readSentence,
  savedWords,
  summarySentence,
} from './sentences/report';
import { stateWord } from './sentences/states';
import { consensusReason, suggestionShort, suggestionTitle } from './sentences/suggestions';

/** Beyond this many runs, only the table has them all. */
const DETAILED_RUNS = 60;
const SHOWN_PROBLEMS = 20;

/** The whole report as blocks of plain words, in the order a reader needs them. */
export function composeReport(model: ReportModel, say: Say): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: shownName(model.title) },
    {
      kind: 'note',
      text: say('{date} · {read}', { date: model.date, read: readSentence(model, say) }),
    },
    { kind: 'lead', text: summarySentence(model, say) },
    ...runTable(model, say),
    ...consensusBlocks(model.groups, say),
    ...patienceBlocks(model, say),
    ...model.runs.slice(0, DETAILED_RUNS).flatMap(each => runBlocks(each, say)),
    ...leftOut(model, say),
    ...problemBlocks(model, say),
    { kind: 'heading', level: 2, text: say('How this was computed') },
    { kind: 'list', items: methodSentences(model, say) },
  ];
}

/** The table of runs; nothing for no runs. */
export function runTable(model: ReportModel, say: Say): Block[] {
  if (model.runs.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: say('Run'), align: 'left' },
        { title: say('State'), align: 'left' },
        { title: countHeading(model, say), align: 'right' },
        { title: say('Best'), align: 'right' },
        { title: say('Suggested'), align: 'right' },
        { title: say('Saves'), align: 'right' },
      ],
      rows: model.runs.map(each => runRow(each, say)),
    },
  ];
}

function runRow(each: AnalysedRun, say: Say): Row {
  const { run, analysis } = each;
  const told = toldSuggestion(analysis);
  return [
    shownName(run.name),
    stateWord(analysis.state, analysis, say, run.unit),
    lengthWords(each, say),
    bestCell(each, say),
    told === null ? '–' : suggestionShort(told),
    savedWords(each, say),
  ];
}

/** `val_loss 0.312 @ 21`; `–` where nothing was measured. */
export function bestCell({ analysis: { best, monitor } }: AnalysedRun, say: Say): string {
  if (best === null) return '–';
  return say('{metric} {value} @ {label}', {
    metric: shownName(monitor?.name ?? ''),
    value: formatNumber(best.value),
    label: formatCount(best.epoch),
  });
}

/** What folds and seeds say together. */
export function consensusBlocks(groups: readonly ReportGroup[], say: Say): Block[] {
  const several = groups.filter(group => group.runs.length > 1 && group.consensus !== null);
  if (several.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: say('Consensus') },
    {
      kind: 'table',
      columns: [
        { title: say('Runs of one thing'), align: 'left' },
        { title: say('Best, mean ± spread'), align: 'right' },
        { title: say('Reached at'), align: 'right' },
        { title: say('Suggested'), align: 'right' },
      ],
      rows: several.map(group => consensusRow(group, say)),
    },
    ...several.flatMap(group => reasonOf(group, say)),
  ];
}

function consensusRow(group: ReportGroup, say: Say): Row {
  const consensus = group.consensus;
  return [
    groupTitle(group, say),
    consensus === null ? '–' : meanSpread(consensus.bestMean, consensus.bestSpread),
    consensus === null ? '–' : countSpread(consensus.countMean, consensus.countSpread),
    group.suggestion === null ? '–' : suggestionShort(group.suggestion),
  ];
}

function reasonOf({ name, suggestion }: ReportGroup, say: Say): Block[] {
  if (suggestion?.reason !== 'consensus') return [];
  const values = {
    name: shownName(name),
    title: suggestionTitle(suggestion, say),
    reason: consensusReason(suggestion, say),
  };
  return [
    { kind: 'paragraph', text: say('{name}: {title}. {reason}', values) },
    ...caveatBlocks(suggestion, say),
  ];
}

/** One sentence on the patience that suits all runs; nothing where they cannot tell. */
function patienceBlocks({ runs }: ReportModel, say: Say): Block[] {
  const patience = projectPatience(runs);
  return patience === null ? [] : [{ kind: 'paragraph', text: patienceSentence(patience, say) }];
}

function leftOut({ runs }: ReportModel, say: Say): Block[] {
  const more = runs.length - DETAILED_RUNS;
  if (more <= 0) return [];
  return [
    { kind: 'note', text: say('{count} more runs stand in the table above.', { count: more }) },
  ];
}

function problemBlocks({ problems }: ReportModel, say: Say): Block[] {
  if (problems.length === 0) return [];
  const items = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ log, problem }) =>
      say('{log}: {sentence}', { log: shownName(log), sentence: problemSentence(problem, say) }),
    );
  const more = problems.length - items.length;
  if (more > 0) items.push(say('{count} more', { count: more }));
  return [
    { kind: 'heading', level: 2, text: say('What could not be read') },
    { kind: 'list', items },
  ];
}
