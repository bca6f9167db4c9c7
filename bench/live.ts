import { appendFileSync, closeSync, existsSync, mkdtempSync, openSync } from 'node:fs';
import { readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPreferences } from '../src/core/analysis/preferences';
import type { WindowRequest } from '../src/core/protocol';
import type { LogNews } from '../src/extension/logView';
import { ReaderThread } from '../src/extension/reading/readerThread';
import { startThread } from '../src/node/startThread';
import type { Outcome } from './contest';

const LARGE = 1_000_000_000;
const GROWING = 500_000_000;
const USUAL = 10_000_000;
const APPENDS = 20;
const PREFERENCES = { analysis: defaultPreferences, patterns: [] };
const PANEL = { kind: 'panel', inView: { run: null, compared: null } } as const;
const WINDOW: WindowRequest = {
  lines: [{ members: [{ run: 0, series: 0 }], minus: null }],
  x: 'step',
  from: null,
  to: null,
  width: 800,
  logX: false,
  robust: false,
  smoothing: 0,
  smoother: 'ema',
};
/** What a stored value may take beside what reading takes. */
const BYTES_A_VALUE = 24;

/** A budget that was measured: `ours` of at most `limit`. */
function budget(name: string, ours: number, unit: string, limit: number): Outcome {
  const none = { speed: '', reference: '', theirs: null };
  return {
    ...{ name, ours, unit, ...none },
    ratio: ours / limit,
    limit: `≤ ${limit} ${unit}`,
    kept: ours <= limit,
  };
}

/** A line of a training step, as loops print it. */
function line(step: number): string {
  const epoch = Math.floor(step / 20_000) + 1;
  const loss = (2 / Math.sqrt(1 + step / 5000) + ((step * 7919) % 1000) / 5000).toFixed(5);
  const clock = `${String(Math.floor(step / 3600) % 24).padStart(2, '0')}:${String(step % 60).padStart(2, '0')}`;
  return `2024-03-01 ${clock}:11,250 - train - INFO - epoch ${epoch}/500 step ${step} loss ${loss} grad_norm ${(1 + Number(loss) / 9).toFixed(4)} lr 2.000e-04 tokens/s ${1000 + (step % 97)}\n`;
}

/** Writes a log of this size; the step that would come next. */
function writeLog(path: string, size: number): number {
  const file = openSync(path, 'w');
  let step = 0;
  for (let written = 0; written < size;) {
    let block = '';
    while (block.length < 1_000_000) {
      block += line(step++);
      if (step % 20_000 === 0) {
        const epoch = step / 20_000;
        block += `epoch ${epoch} validation loss ${(0.5 + 1 / epoch).toFixed(4)}\n`;
      }
    }
    written += writeSync(file, block);
  }
  closeSync(file);
  return step;
}

/** Longest waits of this thread: each entry is how late a timer of 2 ms was. */
class Waits {
  readonly #late: number[] = [];
  #timer: NodeJS.Timeout | undefined;

  start(): void {
    const began = performance.now();
    this.#timer = setTimeout(() => {
      this.#late.push(performance.now() - began - 2);
      this.start();
    }, 2);
  }

  /** Ends the measuring; the 99th percentile in milliseconds. */
  end(): number {
    clearTimeout(this.#timer);
    this.#late.sort((a, b) => a - b);
    return this.#late[Math.floor(this.#late.length * 0.99)] ?? NaN;
  }
}

const valuesOf = ({ runs }: LogNews): number =>
  runs.flatMap(({ run }) => run.series).reduce((sum, { count }) => sum + count, 0);

/** Bytes that this process has asked its system for. */
const bytesAsked = (): number =>
  Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'latin1'))?.[1]);

/**
 * Milliseconds of a processor that this thread has had: what others on the machine do does not count. Elsewhere than on
 * Linux, those in which its event loop was not idle.
 */
function busy(): number {
  const spent = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(spent)) return performance.eventLoopUtilization().active;
  return Number(readFileSync(spent, 'latin1').split(' ')[0]) / 1e6;
}

/** A log as the extension follows it, with a panel on it. */
class Watched {
  news: LogNews | null = null;
  #heard = (): void => undefined;
  readonly #thread: ReaderThread;
  readonly #log: number;

  constructor(path: string) {
    const start = startThread;
    this.#thread = new ReaderThread(
      (given, listener) => start(resolve('dist', 'worker.js'), given, listener),
      () => ({ words: {} }),
      error => console.error(error),
    );
    this.#log = this.#thread.open({ path, title: path, picks: null }, PREFERENCES, news => {
      this.news = news;
      this.#heard();
    });
  }

  /** What the panel asks when there is news: resolves when it could draw. */
  async draw(): Promise<void> {
    await this.#thread.ask(this.#log, PANEL);
    await this.#thread.ask(this.#log, { kind: 'window', id: 1, request: WINDOW });
  }

  until(holds: (news: LogNews) => boolean): Promise<void> {
    return new Promise(done => {
      this.#heard = () => {
        if (this.news !== null && holds(this.news)) done();
      };
      this.#heard();
    });
  }

  end(): void {
    this.#thread.dispose();
  }
}

async function openedOutcomes(path: string): Promise<Outcome[]> {
  writeLog(path, LARGE);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = 0;
  const memory = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const waits = new Waits();
  const began = performance.now();
  const log = new Watched(path);
  waits.start();
  await log.until(news => news.runs.length > 0);
  await log.draw();
  const first = performance.now() - began;
  await log.until(news => news.stage.stage === 'current');
  await log.draw();
  const all = performance.now() - began;
  const late = waits.end();
  clearInterval(memory);
  const values = log.news === null ? 0 : valuesOf(log.news);
  log.end();
  const beyond = (peak - before - values * BYTES_A_VALUE) / 1e6;
  return [
    budget('1 GB text log opened: first curve', first, 'ms', 500),
    budget('1 GB text log opened: all of it', all, 'ms', 8000),
    budget('… how late the host was meanwhile, p99', late, 'ms', 20),
    budget(`… memory beyond 24 bytes for each of ${values} values`, beyond, 'MB', 64),
  ];
}

/** What appends of 1 KB to a log of this size take: medians. */
async function appended(
  path: string,
  size: number,
): Promise<{ curve: number; read: number; work: number }> {
  let step = writeLog(path, size);
  const log = new Watched(path);
  await log.until(news => news.stage.stage === 'current');
  await sleep(3000);
  const [times, asked]: [number[], number[]] = [[], []];
  const [work, idle]: [number[], number[]] = [[], []];
  for (let at = 0; at < APPENDS; at++) {
    // A thread that waits and looks at its clock is at work, too.
    const waiting = busy();
    await sleep(300);
    idle.push(busy() - waiting);
    const values = log.news === null ? 0 : valuesOf(log.news);
    const lines = Array.from({ length: 7 }, () => line(step++)).join('');
    const bytes = bytesAsked();
    const began = performance.now();
    appendFileSync(path, lines);
    const before = busy();
    await log.until(news => valuesOf(news) > values);
    await log.draw();
    times.push(performance.now() - began);
    await sleep(300);
    work.push(busy() - before);
    asked.push(bytesAsked() - bytes);
  }
  log.end();
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? NaN;
  const host = median(work) - median(idle);
  return { curve: median(times), read: median(asked), work: host };
}

async function grownOutcomes(path: string): Promise<Outcome[]> {
  const usual = await appended(path, USUAL);
  const large = await appended(path, GROWING);
  return [
    budget('1 KB appended to 10 MB: changed curve, p50', usual.curve, 'ms', 80),
    budget('… work of the host', usual.work, 'ms', 0.5),
    budget('1 KB appended to 500 MB: changed curve, p50', large.curve, 'ms', 80),
    budget('… read', large.read / 1000, 'KB', 64),
    budget('… work of the host', large.work, 'ms', 0.5),
  ];
}

/** Logs that are opened and grow, as the extension host sees it. */
export async function liveOutcomes(): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-bench-'));
  try {
    const opened = await openedOutcomes(join(folder, 'train.log'));
    return [...opened, ...(await grownOutcomes(join(folder, 'grown.log')))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
