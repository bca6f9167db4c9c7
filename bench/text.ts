import type { Contest } from './contest';
import { EXPRESSIONS } from './expressions';
import { readRuns } from './reading';
import { mixedLog } from './textLog';

const SIZE = 50_000_000;

/** Series of the log that both must have read, to the last number; the first of an expression is its group. */
const CHECKED: readonly (readonly [name: string, expression: number, group: number])[] = [
  ['Loss', 0, 3],
  ['hf_loss', 6, 1],
  ['lm loss', 7, 3],
  ['loss_bbox', 5, 8],
  ['cost', 12, 3],
];

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

function ours(bytes: Uint8Array): number {
  const series = readRuns('train.log', bytes).flatMap(run => run.series);
  return sum(
    CHECKED.map(([name]) => sum(series.find(each => each.name === name)?.values.view() ?? [])),
  );
}

/** Every expression is tried on every line, and what it finds is kept as numbers. */
function withExpressions(bytes: Uint8Array): number {
  const columns = EXPRESSIONS.map((): number[][] => []);
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    for (let at = 0; at < EXPRESSIONS.length; at++) {
      const found = EXPRESSIONS[at]!.exec(line);
      if (found === null) continue;
      for (let group = 1; group < found.length; group++)
        (columns[at]![group - 1] ??= []).push(Number(found[group]));
    }
  }
  return sum(CHECKED.map(([, at, group]) => sum(columns[at]![group - 1]!)));
}

/** The general text reader beside expressions that know what it does not. */
export function textContests(): Contest[] {
  const log = mixedLog(SIZE);
  return [
    {
      name: `text, ${Math.round(log.length / 1e6)} MB of twenty templates`,
      bytes: log.length,
      ours: () => ours(log),
      reference: { name: 'thirty anchored expressions', run: () => withExpressions(log) },
      limit: 0.25,
    },
  ];
}
