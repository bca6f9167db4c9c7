// What judging a run costs: all that is said of it, the causal replay over its prefixes, which asks for a decision at every one, and all of it again after one more point.
import { analyse } from '../src/core/analysis/analyse';
import { evaluationsOf, type Evaluations } from '../src/core/analysis/evaluations';
import { stoppingCount } from '../src/core/analysis/stopping';
import { LogReading } from '../src/core/run/logReading';
import type { Run } from '../src/core/run/run';
import { spend, spendOften, type Outcome } from './contest';
import { asCsv, asText, points } from './data';
import { readRuns } from './reading';

const EVALUATIONS = 1000;

/** A run that was never looked at before: what is remembered of one that grows is not there yet. */
function freshRun(): Run {
  // Without a plan the stopping rule has nothing to weigh, so that this is the analysis apart from the replay.
  const run = readRuns('metrics.csv', asCsv(points(EVALUATIONS)))[0];
  if (run === undefined) throw new Error('the made-up run was not read');
  return run;
}

function freshEvaluations(): Evaluations {
  const run = freshRun();
  const series = run.series.find(({ split }) => split === 'validation') ?? run.series[0]!;
  return evaluationsOf(run, series, 'min');
}

/** A run of a log that goes on, with its plan: each call reads one more epoch. */
function growingRun(): () => Run {
  const bytes = asText(points(2 * EVALUATIONS));
  const ends = [...bytes.keys()].filter(at => bytes[at] === 10).map(at => at + 1);
  const head = bytes.subarray(0, ends[EVALUATIONS - 1]);
  const reading = new LogReading('train.log');
  reading.start(head, false);
  reading.bytes(head);
  let read = EVALUATIONS;
  return () => {
    reading.bytes(bytes.subarray(ends[read - 1], ends[read]));
    read++;
    const [run] = reading.runs();
    if (run?.series[0]?.count !== read) throw new Error('the made-up epoch was not read');
    return run;
  };
}

export function analysisOutcomes(): Outcome[] {
  let run = freshRun();
  let all = freshEvaluations();
  const outcomes = [
    spend({
      name: 'analysis, 1,000 evaluations',
      prepare: () => (run = freshRun()),
      work: () => analyse(run),
      limit: 20,
    }),
    spend({
      name: 'causal replay over its prefixes',
      prepare: () => (all = freshEvaluations()),
      work: () => stoppingCount(all, EVALUATIONS),
      limit: 200,
    }),
  ];
  const next = growingRun();
  const grown = spendOften({
    name: '1 point appended to 1,000 evaluations',
    prepare: () => (run = next()),
    work: () => analyse(run),
    limit: 1,
  });
  return [...outcomes, grown];
}
