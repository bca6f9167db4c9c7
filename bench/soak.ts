// Logs that grow, break and come back at random, followed all the time: npm run soak [-- MINUTES], or a day of one run: npm run soak -- --day
import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPreferences } from '../src/core/analysis/preferences';
import { FollowedLog } from '../src/core/project/followedLog';
import { diskGround } from '../src/node/diskGround';
import { readPath } from '../src/node/readLogs';
import { plainRuns } from '../test/core/run/sameRuns';
import { liveDay } from './day';
import { randomFrom } from './random';

const USUAL_MINUTES = 2;
const LOGS = 20;
/** Milliseconds between two things that happen, over all logs. */
const PACE = 4;
/** Milliseconds that the last state of a log is waited for. */
const PATIENCE = 30_000;

type Random = () => number;

/** How a log prints an epoch. */
type Print = (epoch: number, loss: number) => string;

const KINDS: readonly { readonly name: string; readonly head: string; readonly row: Print }[] = [
  { name: 'train.csv', head: 'epoch,loss,val_loss\n', row: (e, l) => `${e},${l},${l + 0.1}\n` },
  {
    name: 'metrics.jsonl',
    head: '',
    row: (e, l) => `{"epoch":${e},"train loss":${l},"val loss":${l + 0.1},"über":"ß"}\n`,
  },
  {
    name: 'train.log',
    head: 'Training beginnt — übrigens…\n',
    row: (e, l) =>
      `Epoch ${e}/9999 - loss: ${l.toFixed(4)} - val_loss: ${(l + 0.1).toFixed(4)} ✓\n`,
  },
];

/** A log that is written, with everything that happens to logs. */
class Written {
  readonly path: string;
  readonly #kind: (typeof KINDS)[number];
  readonly #random: Random;
  #epoch = 0;
  /** What was begun and not written to its end: bytes may be cut anywhere. */
  #rest: Uint8Array = new Uint8Array();

  constructor(folder: string, index: number, random: Random) {
    this.#kind = KINDS[index % KINDS.length]!;
    this.path = join(folder, `${index}-${this.#kind.name}`);
    this.#random = random;
    this.#anew();
  }

  /** Does one thing; says which. */
  act(): string {
    // One that is away comes back.
    if (!existsSync(this.path)) return this.#append();
    const dice = this.#random();
    if (dice < 0.55) return this.#append();
    if (dice < 0.93) return this.#cut();
    if (dice < 0.945) return this.#truncate();
    if (dice < 0.96) return this.#replace();
    if (dice < 0.975) return this.#vanish();
    if (dice < 0.985) return this.#shorten();
    return this.#rewrite();
  }

  /** Writes what was begun to its end. */
  end(): void {
    if (!existsSync(this.path)) this.#anew();
    this.#flush();
    this.#append();
  }

  #line(): Uint8Array {
    this.#epoch++;
    return Buffer.from(
      this.#kind.row(this.#epoch, Number((1 / this.#epoch + this.#random() / 50).toFixed(6))),
    );
  }

  #anew(): void {
    this.#epoch = 0;
    this.#rest = new Uint8Array();
    writeFileSync(this.path, this.#kind.head);
  }

  #flush(): void {
    appendFileSync(this.path, this.#rest);
    this.#rest = new Uint8Array();
  }

  #append(): string {
    this.#flush();
    const lines = Array.from({ length: 1 + Math.floor(this.#random() * 20) }, () => this.#line());
    appendFileSync(this.path, Buffer.concat(lines));
    return 'whole lines';
  }

  #cut(): string {
    this.#flush();
    const line = this.#line();
    const at = Math.floor(this.#random() * line.length);
    appendFileSync(this.path, line.subarray(0, at));
    this.#rest = line.subarray(at);
    return 'half a line, or half a character';
  }

  #truncate(): string {
    truncateSync(this.path);
    this.#anew();
    return this.#append() && 'truncation';
  }

  /** Cut to a whole line, as a resumed training does. */
  #shorten(): string {
    const bytes = readFileSync(this.path);
    const at = bytes.lastIndexOf(10, Math.floor(bytes.length * this.#random()));
    this.#rest = new Uint8Array();
    if (at > this.#kind.head.length + 3) truncateSync(this.path, at + 1);
    else this.#anew();
    return 'cut back';
  }

  #replace(): string {
    renameSync(this.path, `${this.path}.old`);
    this.#anew();
    return this.#append() && 'rotation';
  }

  #vanish(): string {
    rmSync(this.path);
    if (this.#random() < 0.7) this.#anew();
    else {
      this.#epoch = 0;
      this.#rest = Buffer.from(this.#kind.head);
    }
    return 'deletion';
  }

  #rewrite(): string {
    this.#flush();
    const bytes = readFileSync(this.path);
    writeFileSync(`${this.path}.new`, bytes);
    renameSync(`${this.path}.new`, this.path);
    return 'replacement by the same';
  }
}

const plain = (runs: Parameters<typeof plainRuns>[0]): unknown =>
  // Whether a run is running is known only to who saw it grow.
  plainRuns(runs.map(run => ({ ...run, status: 'unknown' as const })));

async function isFresh(log: FollowedLog, path: string): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const fresh = plain((await readPath(path)).runs);
    if (isDeepStrictEqual(plain(log.runs.map(({ run }) => run)), fresh)) return true;
    await sleep(100);
  }
  return false;
}

const megabytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e5) / 10;
};

async function main(minutes: number): Promise<void> {
  const seed = Math.floor(Math.random() * 1e9);
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-soak-'));
  const written = Array.from({ length: LOGS }, (_, index) => new Written(folder, index, random));
  let news = 0;
  const logs = written.map(({ path }) => {
    const log = new FollowedLog({
      ground: diskGround(path),
      preferences: () => defaultPreferences,
      patterns: () => [],
      changed: () => {
        news++;
      },
    });
    log.start();
    return log;
  });
  const counts = new Map<string, number>();
  const memory: number[] = [];
  const end = Date.now() + minutes * 60_000;
  for (let acts = 0; Date.now() < end; acts++) {
    const act = written[Math.floor(random() * LOGS)]!.act();
    counts.set(act, (counts.get(act) ?? 0) + 1);
    if (acts % 2000 === 0) memory.push(megabytes());
    await sleep(PACE);
  }
  for (const each of written) each.end();
  const wrong = await wrongOf(logs, written);
  memory.push(megabytes());
  for (const log of logs) log.dispose();
  console.log(`${LOGS} logs, ${minutes} minutes, seed ${seed}`);
  for (const [act, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${count} × ${act}`);
  console.log(`news: ${news}; memory in MB: ${memory.join(' ')}`);
  say(wrong, folder);
}

async function wrongOf(
  logs: readonly FollowedLog[],
  written: readonly Written[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [index, log] of logs.entries()) {
    const { path } = written[index]!;
    if (!(await isFresh(log, path))) wrong.push(path);
  }
  return wrong;
}

/** The logs that went wrong are kept. */
function say(wrong: readonly string[], folder: string): void {
  if (wrong.length === 0) {
    console.log('every log is as a fresh reading has it');
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  console.log(`WRONG: ${wrong.join(' ')}`);
  process.exitCode = 1;
}

if (process.argv.includes('--day')) void liveDay();
else void main(Number(process.argv[2] ?? USUAL_MINUTES));
