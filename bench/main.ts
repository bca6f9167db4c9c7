import { analysisOutcomes } from './analysis';
import { hold, spend, type Outcome } from './contest';
import { eventContests, tensorBoardOutcome } from './events';
import { liveOutcomes } from './live';
import { linkBudgets } from './links';
import { readingContests } from './reading';
import { settingOutcomes } from './settings';
import { jsonContests, tableOutcomes } from './tables';
import { panelOutcomes } from './panel';
import { scanOutcomes } from './scan';
import { textContests } from './text';

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

function row(outcome: Outcome): string[] {
  const { name, ours, unit, speed, reference, theirs, ratio, limit, kept } = outcome;
  const peer = theirs === null ? reference : `${reference}: ${milliseconds(theirs)} ms`;
  const verdict = kept ? 'ok' : 'TOO SLOW';
  return [
    name,
    `${milliseconds(ours)} ${unit ?? 'ms'}`,
    speed,
    peer,
    Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)} ×`,
    limit,
    verdict,
  ];
}

/** A table for the terminal: columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(cells => cells[column]?.length ?? 0)),
  );
  return rows
    .map(cells => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map(line => line.trimEnd())
    .join('\n');
}

/** What is measured, in groups that can be asked for by name: `npm run bench -- json tables`. */
const GROUPS: Readonly<Record<string, () => Outcome[] | Promise<Outcome[]>>> = {
  reading: () => readingContests().map(hold),
  text: () => textContests().map(hold),
  json: () => jsonContests().map(hold),
  tables: tableOutcomes,
  events: () => [...eventContests().map(hold), tensorBoardOutcome()],
  analysis: analysisOutcomes,
  settings: settingOutcomes,
  live: liveOutcomes,
  scan: scanOutcomes,
  panel: panelOutcomes,
  links: () => linkBudgets().map(spend),
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const groups = Object.keys(GROUPS).filter(name => asked.length === 0 || asked.includes(name));
  const outcomes: Outcome[] = [];
  for (const name of groups) outcomes.push(...(await GROUPS[name]!()));
  const head = ['what', 'ours', 'speed', 'reference', 'ratio', 'limit', ''];
  console.log(`Medians of 5 to 7 rounds, Node ${process.version}\n`);
  console.log(table([head, ...outcomes.map(row)]));
  if (outcomes.some(({ kept }) => !kept)) process.exitCode = 1;
}

void main();
