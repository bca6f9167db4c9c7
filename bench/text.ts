import { HEAD_BYTES } from '../src/core/log/format';
import { text } from '../src/core/log/formats/text';
import { RunBuilder } from '../src/core/run/buildRuns';
import type { Contest } from './contest';
import { EXPRESSIONS } from './expressions';
import { readRuns } from './reading';
import { mixedLog } from './textLog';
import { distinctLines, endlessLine, redrawnBars, shortLines } from './worstText';

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
    CHECKED.map(([name]) =>
      sum(series.filter(each => each.name === name).map(each => sum(each.values.view()))),
    ),
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

/**
 * A log that stays open, as the one that is followed does. What the compiler learnt of a class goes with its last
 * object, and each round begins with a collection.
 */
const open: unknown[] = [];

function keepOpen(log: Uint8Array): void {
  const bytes = log.subarray(0, 1_000_000);
  const head = {
    path: 'train.log',
    bytes: bytes.subarray(0, HEAD_BYTES),
    text: '',
    complete: false,
  };
  const reader = text.open(head, new RunBuilder('train.log', text.id));
  reader.push(bytes);
  open.push(reader);
}

/** Hard texts beside ordinary text of as many bytes: time and memory stay in proportion. */
function worstContests(ordinary: Uint8Array): Contest[] {
  const worst: readonly (readonly [name: string, bytes: Uint8Array, limit: number])[] = [
    ['text, one line of 10 MB', endlessLine(10_000_000), 4],
    ['text, 2,000,000 short lines', shortLines(2_000_000), 4],
    ['text, 20,000 bars drawn again and again', redrawnBars(20_000), 6],
    ['text, 20,000 lines of which none is like another', distinctLines(20_000), 80],
  ];
  return worst.map(([name, bytes, limit]) => {
    const same = ordinary.subarray(0, bytes.length);
    const read = (log: Uint8Array) => () => Math.sign(readRuns('train.log', log).length);
    return {
      name,
      bytes: bytes.length,
      ours: read(bytes),
      reference: { name: 'ordinary text of its length', run: read(same) },
      limit,
    };
  });
}

/** The general text reader beside expressions that know what it does not. */
export function textContests(): Contest[] {
  const log = mixedLog(SIZE);
  keepOpen(log);
  return [
    {
      name: `text, ${Math.round(log.length / 1e6)} MB of twenty templates`,
      bytes: log.length,
      ours: () => ours(log),
      reference: { name: 'thirty anchored expressions', run: () => withExpressions(log) },
      limit: 0.25,
    },
    ...worstContests(log),
  ];
}
