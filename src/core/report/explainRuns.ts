import type { Explanation } from '../run/explanation';
import type { Run, Series } from '../run/run';
import type { Block, Column, Row } from './blocks';
import type { Say } from './say';
import { startWords, statusName } from './sentences/explain';
import { formatCount, formatNumber } from './sentences/numbers';
import { countOf } from './sentences/units';
import { shownName } from './shownName';

const MOST_RUNS = 50;
const MOST_CURVES = 100;

/** The runs of a log, where each starts, and their curves. */
export function runBlocks({ runs, starts, encoding }: Explanation, say: Say): readonly Block[] {
  const rows = runs.slice(0, MOST_RUNS).map((run, index) => {
    const start = starts[index];
    return [
      shownName(run.name),
      start === undefined ? '' : formatCount(start.line),
      start === undefined ? '' : startWords(start, say),
      run.plannedEpochs === null ? '–' : countOf(run.plannedEpochs, plannedUnit(run), say),
      statusName(run.status, say),
    ];
  });
  return [
    { kind: 'heading', level: 2, text: say('Runs') },
    { kind: 'table', columns: runColumns(encoding !== null, say), rows },
    { kind: 'heading', level: 2, text: say('Curves') },
    { kind: 'table', columns: curveColumns(say), rows: curveRows(runs) },
  ];
}

function plannedUnit(run: Run): Run['unit'] {
  return run.unit === 'round' ? 'round' : 'epoch';
}

/** One row for each curve of a name, over all runs. */
function curveRows(runs: readonly Run[]): Row[] {
  const byName = new Map<string, { first: Series; points: number; last: number }>();
  for (const series of runs.flatMap(run => run.series)) {
    const key = `${series.name}\n${series.split ?? ''}`;
    const known = byName.get(key) ?? { first: series, points: 0, last: NaN };
    known.points += series.count;
    known.last = series.values.at(series.count - 1);
    byName.set(key, known);
  }
  return [...byName.values()]
    .slice(0, MOST_CURVES)
    .map(({ first, points, last }) => [
      shownName(first.name),
      shownName(first.metric),
      first.split ?? '–',
      first.goal ?? '–',
      formatCount(points),
      formatNumber(first.values.at(0)),
      formatNumber(last),
    ]);
}

/** What is no text has no lines: its records are counted. */
function runColumns(isText: boolean, say: Say): Column[] {
  return [
    { title: say('Run'), align: 'left' },
    { title: isText ? say('From line') : say('From record'), align: 'right' },
    { title: say('Because'), align: 'left' },
    { title: say('Planned'), align: 'right' },
    { title: say('End'), align: 'left' },
  ];
}

function curveColumns(say: Say): Column[] {
  return [
    { title: say('Curve'), align: 'left' },
    { title: say('Metric'), align: 'left' },
    { title: say('Split'), align: 'left' },
    { title: say('Better'), align: 'left' },
    { title: say('Points'), align: 'right' },
    { title: say('First'), align: 'right' },
    { title: say('Last'), align: 'right' },
  ];
}
