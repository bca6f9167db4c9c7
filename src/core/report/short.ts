import { evaluationsOf } from '../analysis/evaluations';
import type { AnalysedRun } from '../project/project';
import type { Block } from './blocks';
import { consensusBlocks, runTable } from './compose';
import { markdownOf } from './markdown';
import type { ReportModel } from './model';
import type { Say } from './say';
import { readSentence, summarySentence } from './sentences/report';
import { shownName } from './shownName';
import { sparkline } from './sparkline';

/** A comment should not push the discussion off the screen. */
const SHOWN_RUNS = 20;

/** The report for a pull-request comment: tables and curves of text, no pictures, which hosts strip there. */
export function renderShort(model: ReportModel, say: Say): string {
  const shown = { ...model, runs: model.runs.slice(0, SHOWN_RUNS) };
  const more = model.runs.length - shown.runs.length;
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: shownName(model.title) },
    { kind: 'lead', text: summarySentence(model, say) },
    ...runTable(shown, say).map(block => withCurves(block, shown.runs, say)),
    ...(more > 0
      ? [{ kind: 'note', text: say('{count} more runs', { count: more }) } as const]
      : []),
    ...consensusBlocks(model.groups, say),
    {
      kind: 'note',
      text: say('{date} · {read}', { date: model.date, read: readSentence(model, say) }),
    },
  ];
  return markdownOf(blocks, say);
}

function withCurves(block: Block, runs: readonly AnalysedRun[], say: Say): Block {
  if (block.kind !== 'table') return block;
  return {
    kind: 'table',
    columns: [...block.columns, { title: say('Curve'), align: 'left' }],
    rows: block.rows.map((row, index) => [...row, curveOf(runs[index])]),
  };
}

function curveOf(each: AnalysedRun | undefined): string {
  const monitor = each?.analysis.monitor ?? null;
  const series = monitor === null ? undefined : each?.run.series[monitor.index];
  if (each === undefined || monitor === null || series === undefined) return '';
  return sparkline(evaluationsOf(each.run, series, monitor.goal).values);
}
