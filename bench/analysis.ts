// What judging a run costs: all that is said of it, and the causal replay over its prefixes, which asks for a decision at every one.
import { analyse } from '../src/core/analysis/analyse';
import { evaluationsOf } from '../src/core/analysis/evaluations';
import { stoppingCount } from '../src/core/analysis/stopping';
import { spend, type Outcome } from './contest';
import { asCsv, points } from './data';
import { readRuns } from './reading';

const EVALUATIONS = 1000;

export function analysisOutcomes(): Outcome[] {
  // Without a plan the stopping rule has nothing to weigh, so that this is the analysis apart from the replay.
  const run = readRuns('metrics.csv', asCsv(points(EVALUATIONS)))[0];
  if (run === undefined) throw new Error('the made-up run was not read');
  const series = run.series.find(({ split }) => split === 'validation') ?? run.series[0]!;
  const all = evaluationsOf(run, series, 'min');
  return [
    spend({ name: 'analysis, 1,000 evaluations', work: () => analyse(run), limit: 20 }),
    spend({
      name: 'causal replay over its prefixes',
      work: () => stoppingCount(all, EVALUATIONS),
      limit: 200,
    }),
  ];
}
