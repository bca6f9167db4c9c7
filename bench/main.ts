import { activationOutcomes } from './activation';
import { analysisOutcomes } from './analysis';
import { hold, spend, type Outcome } from './contest';
import { eventContests, tensorBoardOutcome } from './events';
import { liveOutcomes } from './live';
import { linkBudgets } from './links';
import { readingContests } from './reading';
import { settingOutcomes } from './settings';
import { jsonContests, tableOutcomes } from './tables';
import { panelOutcomes } from './panel';
import { printOutcomes } from './printOutcomes';
import { scanOutcomes } from './scan';
import { textContests } from './text';

/** What is measured, in groups that can be asked for by name: `npm run bench -- json tables`. */
const GROUPS: Readonly<Record<string, () => Outcome[] | Promise<Outcome[]>>> = {
  reading: () => readingContests().map(hold),
  text: () => textContests().map(hold),
  json: () => jsonContests().map(hold),
  tables: tableOutcomes,
  events: () => [...eventContests().map(hold), tensorBoardOutcome()],
  activation: activationOutcomes,
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
  printOutcomes(`Medians of 5 to 7 rounds, Node ${process.version}`, outcomes);
}

void main();
