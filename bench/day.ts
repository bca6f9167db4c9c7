// A day of a live run at a thousand times its speed, with a panel on it: npm run soak -- --day
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPreferences } from '../src/core/analysis/preferences';
import type { WindowRequest } from '../src/core/protocol';
import { plainly } from '../src/core/report/say';
import { OpenLog } from '../src/extension/reading/openLog';
import { diskGround } from '../src/node/diskGround';
import { randomFrom } from './random';

/** Seconds of a day, each a step of the training, and how many of them pass in one. */
const DAY = 86_400;
const SPEED = 1000;
/** Steps of an epoch, which ends with an evaluation. */
const EPOCH = 120;
/** What a stored value may take (see the bench). */
const BYTES_A_VALUE = 24;
const CHECKS = 12;
const PATIENCE = 30_000;
const PATTERNS: never[] = [];
const PANEL = { kind: 'panel', inView: { run: null, compared: null } } as const;

const windowOn = (x: 'step' | 'epoch'): WindowRequest => ({
  lines: [0, 1].map(series => ({ members: [{ run: 0, series }], minus: null })),
  ...{ x, from: null, to: null, width: 800 },
  ...{ logX: false, robust: false, smoothing: 0.6, smoother: 'ema' },
});

/** A line of a step (1-based), and after the last one of an epoch that of its evaluation. */
function linesOf(step: number, random: () => number): string {
  const clock = new Date(Date.UTC(2026, 0, 1) + 1000 * step).toISOString().slice(11, 19);
  const epoch = Math.ceil(step / EPOCH);
  const loss = 2 / Math.sqrt(1 + step / 500) + random() / 10;
  const line = `2026-01-01 ${clock} epoch ${epoch}/${DAY / EPOCH} step ${step} loss ${loss.toFixed(5)} lr 2.0e-04\n`;
  if (step % EPOCH > 0) return line;
  const validation = 0.5 + 1 / epoch + random() / 50;
  return `${line}epoch ${epoch} validation loss ${validation.toFixed(5)}\n`;
}

function opened(path: string, changed: (log: OpenLog) => void): OpenLog {
  const log: OpenLog = new OpenLog({
    title: 'train.log',
    ground: diskGround(path),
    say: plainly,
    preferences: () => defaultPreferences,
    patterns: () => PATTERNS,
    changed: () => changed(log),
  });
  log.start();
  return log;
}

/** What the panel asks when there is news. */
function draw(log: OpenLog): unknown {
  if (log.news.runs.length === 0) return null;
  const windows = (['step', 'epoch'] as const).map(x =>
    log.answer({ kind: 'window', id: 1, request: windowOn(x) }),
  );
  return [log.answer(PANEL), ...windows];
}

const valuesIn = (log: OpenLog): number =>
  log.news.runs.flatMap(({ run }) => run.series).reduce((sum, { count }) => sum + count, 0);

/** Megabytes that are held beyond what was read. */
function beyond(log: OpenLog): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers - BYTES_A_VALUE * valuesIn(log)) / 1e6;
}

/** The steps of the values of the loss, in the order of the curve. */
function stepsOf(log: OpenLog): number[] {
  const { runs } = log.news;
  const series = runs[0]?.run.series.findIndex(({ split }) => split === 'train') ?? -1;
  const lines = [{ members: [{ run: 0, series }], minus: null }];
  const table = log.answer({ kind: 'values', format: 'csv', lines, x: 'step' }) as string;
  const [head = '', ...rows] = table.trimEnd().split('\n');
  const column = head.split(',').indexOf('step');
  return rows.map(row => Number(row.split(',')[column]));
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !holds() && Date.now() < end;) await sleep(50);
}

/** Writes the day to a log that is followed; says what was missed, doubled, drawn otherwise or not given back. */
export async function liveDay(): Promise<void> {
  const random = randomFrom(86_400);
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-day-'));
  const path = join(folder, 'train.log');
  writeFileSync(path, 'training begins\n');
  let news = 0;
  const log = opened(path, each => {
    news++;
    draw(each);
  });
  const memory: number[] = [];
  const began = Date.now();
  for (let step = 1; step <= DAY;) {
    const now = Math.min(DAY, ((Date.now() - began) / 1000) * SPEED);
    let text = '';
    while (step <= now) text += linesOf(step++, random);
    appendFileSync(path, text);
    if (step > ((memory.length + 1) * DAY) / CHECKS) memory.push(beyond(log));
    // A writer that keeps what it has for up to two minutes of its day.
    await sleep(random() * 120);
  }
  const values = 2 * DAY + DAY / EPOCH;
  await until(() => valuesIn(log) >= values && log.news.stage.stage === 'current');
  await sleep(2000);
  memory.push(beyond(log));
  const fresh = opened(path, () => undefined);
  await until(() => fresh.news.stage.stage === 'current');
  const wrong = faultsOf(log, fresh);
  for (const each of [log, fresh]) each.dispose();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `a day in ${Math.round((Date.now() - began) / 1000)} s: ${values} values, ${news} news`,
  );
  console.log(`MB beyond 24 bytes a value: ${memory.map(each => each.toFixed(1)).join(' ')}`);
  console.log(wrong.length > 0 ? `WRONG: ${wrong.join('; ')}` : 'no point missed, none doubled');
  if (wrong.length > 0) process.exitCode = 1;
}

function faultsOf(log: OpenLog, fresh: OpenLog): string[] {
  const steps = stepsOf(log);
  const off = steps.findIndex((step, at) => step !== at + 1);
  const counts = ({ news }: OpenLog) => news.runs.map(({ run }) => run.series.map(s => s.count));
  const drawnOf = (each: OpenLog) => (draw(each) as unknown[]).slice(1);
  return [
    ...(steps.length === DAY ? [] : [`${steps.length} steps of ${DAY}`]),
    ...(off < 0 ? [] : [`step ${steps[off]} stands at ${off + 1}`]),
    ...(isDeepStrictEqual(counts(log), counts(fresh)) ? [] : ['a fresh reading counts otherwise']),
    ...(isDeepStrictEqual(drawnOf(log), drawnOf(fresh)) ? [] : ['a fresh reading draws otherwise']),
  ];
}
