import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { Outcome } from './contest';
import type { Drawer, PanelTimes } from './panel/times';

/** Rounds for each number of points: what takes longest shows least noise. */
const ROUNDS: Readonly<Record<number, number>> = { 10_000: 15, 100_000: 11, 1_000_000: 5 };

type Times = Readonly<Record<Drawer, PanelTimes>>;

/**
 * Our chart beside uPlot and plain Chart.js, in headless Chromium, on the same ten series. Ours begins at the columns of a
 * reader, building its pyramids; the way to the page is not in it.
 */
export async function panelOutcomes(): Promise<Outcome[]> {
  const program = browserPath();
  if (program === null) {
    console.log('panel: no Chromium here; npm test -- e2e installs one');
    return [];
  }
  const browser = await chromium.launch({ executablePath: program, args: flags() });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: await pageScript() });
    // Once over, so that no one pays for compiling.
    await timesOf(page, 1000, 3);
    const outcomes: Outcome[] = [];
    for (const [count, rounds] of Object.entries(ROUNDS)) {
      outcomes.push(...outcomesOf(Number(count), await timesOf(page, Number(count), rounds)));
    }
    return outcomes;
  } finally {
    await browser.close();
  }
}

/** Ours and uPlot in turn, so that whatever else the machine does is in both. */
async function timesOf(page: Page, count: number, rounds: number): Promise<Times> {
  const measure = (drawer: Drawer, times: number) =>
    page.evaluate<PanelTimes>(`measure('${drawer}', ${count}, ${times})`);
  const [ours, uplot]: [PanelTimes[], PanelTimes[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure('ours', 1));
    uplot.push(await measure('uplot', 1));
  }
  const chartjs = await measure('chartjs', count > 100_000 ? 1 : 5);
  return { ours: middle(ours), uplot: middle(uplot), chartjs };
}

function middle(all: readonly PanelTimes[]): PanelTimes {
  const of = (key: keyof PanelTimes) =>
    all.map(times => times[key]).sort((a, b) => a - b)[all.length >> 1] ?? NaN;
  return { first: of('first'), pan: of('pan'), painted: of('painted'), bytes: of('bytes') };
}

/** The targets: first paint in times of uPlot, milliseconds of script for a step of panning. */
const TARGETS: Readonly<Record<number, { readonly first: number; readonly pan: number }>> = {
  10_000: { first: 1.3, pan: 10 },
  100_000: { first: 2 / 3, pan: 10 },
  1_000_000: { first: 1, pan: 12 },
};

function outcomesOf(count: number, { ours, uplot, chartjs }: Times): Outcome[] {
  const name = `panel, 10 × ${count.toLocaleString('en')}`;
  const target = TARGETS[count]!;
  const million = count >= 1_000_000;
  return [
    against(`${name}: first paint`, ours.first, 'uPlot', uplot.first, target.first),
    against(`${name}: first paint`, ours.first, 'Chart.js', chartjs.first, million ? 1 / 40 : 1),
    within(`${name}: pan, script`, ours.pan, target.pan, 'ms'),
    against(`${name}: pan, script`, ours.pan, 'uPlot', uplot.pan, million ? 1 / 3 : Infinity),
    against(`${name}: pan, painted`, ours.painted, 'uPlot', uplot.painted, Infinity),
    within(`${name}: an answer`, ours.bytes / 1000, 200, 'kB'),
  ];
}

function against(
  name: string,
  ours: number,
  reference: string,
  theirs: number,
  limit: number,
): Outcome {
  const ratio = ours / theirs;
  const said = limit === Infinity ? '' : `${Number(limit.toFixed(3))} ×`;
  return { name, ours, speed: '', reference, theirs, ratio, limit: said, kept: ratio <= limit };
}

function within(name: string, ours: number, limit: number, unit: string): Outcome {
  const none = { speed: '', reference: '', theirs: null };
  return {
    name,
    ours,
    unit,
    ...none,
    ratio: ours / limit,
    limit: `${limit} ${unit}`,
    kept: ours <= limit,
  };
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: ['bench/panel/page.ts'], bundle: true, write: false, minify: true },
    ...{ platform: 'browser', format: 'iife', target: 'es2022', logLevel: 'warning' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Where a Chromium is: named, on the path, or playwright's own. */
function browserPath(): string | null {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  } catch {
    const own = chromium.executablePath();
    return existsSync(own) ? own : null;
  }
}

function flags(): string[] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...root, '--disable-gpu', '--js-flags=--max-old-space-size=7000'];
}
