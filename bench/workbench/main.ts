import { mkdirSync, writeFileSync } from 'node:fs';
import { inWorkspace } from '../../test/e2e/support/environment';
import { Workbench } from '../../test/e2e/support/workbench';
import type { Outcome } from '../contest';
import { printOutcomes } from '../printOutcomes';
import { writeTable, writeTextLog } from './logs';
import { Watch, type Signal } from './watch';

// In a real VS Code server and Chromium: scripts/benchWorkbench.mjs starts both and this.

/** Kept from the search for logs, which would read them at the same time. */
const FOLDER = 'large';
const LARGE = `${FOLDER}/large.log`;
const HUGE = `${FOLDER}/huge.log`;
const MILLION = `${FOLDER}/million.csv`;
const TITLE = 'Epoch Lens: Show Training Curves';
const KEYS = ['+', '+', 'Shift+ArrowRight', '+', 'Shift+ArrowLeft', '+', '-', 'Shift+ArrowRight'];

/** Something measured against a target, in a unit. */
function within(name: string, ours: number, limit: number, unit: string): Outcome {
  const none = { speed: '', reference: '', theirs: null };
  const ratio = ours / limit;
  return { name, ours, unit, ...none, ratio, limit: `≤ ${limit} ${unit}`, kept: ratio <= 1 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

class Measuring {
  readonly #code: Workbench;
  readonly #watch: Watch;
  readonly #isTold = process.env['EPOCH_LENS_TOLD'] === '1';

  constructor(code: Workbench, watch: Watch) {
    this.#code = code;
    this.#watch = watch;
  }

  /** Milliseconds from the key that starts the command until the first curve is painted, and until the whole log is read. */
  async open(path: string): Promise<{ readonly first: number; readonly whole: number }> {
    const { page } = this.#code;
    await this.#code.openAny(path);
    await this.#code.choose(TITLE);
    const drawn = this.#watch.next(({ what }) => what === 'drawn');
    const from = Date.now();
    await page.keyboard.press('Enter');
    const { at: first } = await drawn;
    const isWhole = ({ what, text }: Signal) => what === 'stage' && text === 'whole';
    const told = this.#watch.since(from).find(isWhole);
    const { at: whole } = told ?? (await this.#watch.next(isWhole));
    if (this.#isTold) this.#tell(from);
    return { first: first - from, whole: whole - from };
  }

  /** Milliseconds from each key to the picture of the answer, and the bytes that each answer had. */
  async move(): Promise<{ readonly times: number[]; readonly bytes: number[] }> {
    const { page } = this.#code;
    const panel = this.#code.webview();
    // Charts out of sight are not asked for.
    await page.setViewportSize({ width: 1440, height: 2000 });
    await panel.locator('summary', { hasText: 'More' }).click();
    await panel.getByLabel('All metrics', { exact: true }).check();
    await panel.locator('.caption').filter({ hasText: 'of 10,000,000' }).waitFor();
    await panel.locator('canvas').first().focus();
    const [times, bytes]: [number[], number[]] = [[], []];
    for (const key of KEYS) {
      await page.waitForTimeout(300);
      const from = Date.now();
      const drawn = this.#watch.next(({ what }) => what === 'drawn');
      await page.keyboard.press(key);
      const { at } = await drawn;
      const all = this.#watch.since(from);
      const pressed = all.find(({ what }) => what === 'key')?.at ?? from;
      times.push(at - pressed);
      bytes.push(...all.filter(({ what }) => what === 'window').map(one => one.bytes));
      if (this.#isTold) this.#tell(pressed);
    }
    return { times, bytes };
  }

  /** Megabytes that scripts hold in the process of the page, array buffers included, after a collection of garbage. */
  async memory(): Promise<number> {
    const session = await this.#code.page.context().newCDPSession(this.#code.page);
    await session.send('HeapProfiler.collectGarbage');
    await this.#code.page.waitForTimeout(500);
    await session.send('HeapProfiler.collectGarbage');
    const used = (await session.send('Runtime.getHeapUsage')) as Record<string, number>;
    await session.detach();
    return ((used['usedSize'] ?? NaN) + (used['backingStorageSize'] ?? 0)) / 1e6;
  }

  #tell(from: number): void {
    for (const { what, at, bytes, text } of this.#watch.since(from))
      console.log(`  ${String(at - from).padStart(6)} ms  ${what} ${bytes || ''} ${text}`);
  }
}

async function outcomes(code: Workbench, watch: Watch): Promise<Outcome[]> {
  const measuring = new Measuring(code, watch);
  // The first panel of a session pays for the start of webviews.
  await measuring.open('runs/overfit/train.log');
  await code.closeEditors();
  const empty = await measuring.memory();
  const large: number[] = [];
  for (let round = 0; round < 5; round++) {
    large.push((await measuring.open(LARGE)).first);
    await code.closeEditors();
  }
  const huge = await measuring.open(HUGE);
  await code.closeEditors();
  await measuring.open(MILLION);
  await code.page.waitForTimeout(2000);
  const { times, bytes } = await measuring.move();
  const full = await measuring.memory();
  return [
    within('command to first curve, 50 MB log, warm', median(large), 500, 'ms'),
    within('command to first curve, 500 MB log', huge.first, 500, 'ms'),
    within('command to whole log, 500 MB', huge.whole, 10_000, 'ms'),
    within('key to exact picture, 10 × 1,000,000', median(times), 60, 'ms'),
    within('an answer, 10 × 1,000,000', Math.max(...bytes) / 1000, 200, 'kB'),
    within('memory of the page with the panel', full - empty, 60, 'MB'),
  ];
}

function writeLogs(): void {
  mkdirSync(inWorkspace(FOLDER));
  mkdirSync(inWorkspace('.vscode'), { recursive: true });
  const settings = { 'epochLens.logs.exclude': [`${FOLDER}/**`] };
  writeFileSync(inWorkspace('.vscode/settings.json'), JSON.stringify(settings));
  writeTextLog(inWorkspace(LARGE), 50_000_000);
  writeTextLog(inWorkspace(HUGE), 500_000_000);
  writeTable(inWorkspace(MILLION), 1_000_000);
}

async function main(): Promise<void> {
  writeLogs();
  let watch: Watch | null = null;
  const code = await Workbench.open({
    prepare: async page => {
      watch = await Watch.on(page);
    },
  });
  try {
    printOutcomes('In a VS Code server and Chromium', await outcomes(code, watch!));
  } catch (error) {
    await code.picture('bench-failed');
    throw error;
  } finally {
    await code.close();
  }
}

void main();
