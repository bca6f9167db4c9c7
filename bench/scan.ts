import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPreferences } from '../src/core/analysis/preferences';
import type { FoundLog } from '../src/core/project/find/foundLog';
import { LogFinder } from '../src/node/logFinder';
import type { Outcome } from './contest';

const FILES = 100_000;
const FOLDERS = 1000;
/** Seconds that the idle cost is measured for. */
const IDLE = 20;

function budget(name: string, ours: number, unit: string, limit: number): Outcome {
  const none = { speed: '', reference: '', theirs: null };
  return {
    ...{ name, ours, unit, ...none },
    ratio: ours / limit,
    limit: `≤ ${limit} ${unit}`,
    kept: ours <= limit,
  };
}

/** A workspace of 100,000 files, a log in each of its 1,000 run folders. */
function makeWorkspace(root: string): void {
  const rows = Array.from(
    { length: 100 },
    (_, at) => `${at + 1},${1 / (at + 1)},${2 / (at + 1)}\n`,
  );
  const log = `epoch,loss,val_loss\n${rows.join('')}`;
  const old = Date.now() / 1000 - 86_400;
  for (let folder = 0; folder < FOLDERS; folder++) {
    const path = join(root, `group_${folder % 20}`, `run_${folder}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'training.csv'), log);
    utimesSync(join(path, 'training.csv'), old, old);
    for (let file = 1; file < FILES / FOLDERS; file++) writeFileSync(join(path, `${file}.png`), '');
  }
}

interface Search {
  readonly first: number;
  readonly all: number;
  readonly found: readonly FoundLog[];
  readonly finder: LogFinder;
}

async function search(root: string, known: readonly FoundLog[]): Promise<Search> {
  const found: FoundLog[] = [];
  let first = NaN;
  const began = performance.now();
  const finder = new LogFinder(
    {
      found: logs => {
        if (Number.isNaN(first)) first = performance.now() - began;
        found.push(...logs);
      },
      gone: () => undefined,
      progress: () => undefined,
    },
    () => ({ analysis: defaultPreferences, patterns: [] }),
  );
  finder.remember(known);
  await finder.find([root], ['**/node_modules/**']);
  return { first, all: performance.now() - began, found, finder };
}

/** Finding the logs of a large workspace: the first time, the second time, and the cost of knowing them. */
export async function scanOutcomes(): Promise<Outcome[]> {
  const root = mkdtempSync(join(tmpdir(), 'epoch-lens-scan-'));
  try {
    makeWorkspace(root);
    const first = await search(root, []);
    first.finder.dispose();
    const runs = first.found.filter(log => log.runs.length > 0).length;
    if (runs !== FOLDERS) throw new Error(`${runs} logs were found, not ${FOLDERS}`);
    const second = await search(root, first.found);
    const before = process.cpuUsage();
    await sleep(IDLE * 1000);
    const { user, system } = process.cpuUsage(before);
    second.finder.dispose();
    return [
      budget('100,000 files, 1,000 logs: first results', first.first, 'ms', 1000),
      budget('… all of them', first.all, 'ms', 10_000),
      budget('… the second time', second.all, 'ms', 2000),
      budget('1,000 known logs: idle', (user + system) / 1e4 / IDLE, '% of a core', 0.5),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
