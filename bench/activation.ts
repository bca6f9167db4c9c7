import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome } from './contest';

const ROUNDS = 3;
const LIMIT = 40;

/** Milliseconds in the extension host, as VS Code itself measures them. */
interface Taken {
  readonly load: number;
  readonly call: number;
}

/** A module of scripts/, which are no part of what is bundled. */
const script = async (name: string): Promise<Record<string, (...given: unknown[]) => unknown>> =>
  (await import(pathToFileURL(resolve('scripts/lib', name)).href)) as never;

/** Activates the extension as it ships for the first time in the extension host of a new VS Code server. */
async function activated(folder: string): Promise<Taken> {
  const { installServer } = await script('vscodeServer.mjs');
  const { prepareBrowser } = await script('browser.mjs');
  const { runInServer } = await script('extensionTests.mjs');
  const results = join(folder, 'activation.json');
  const samples = join(folder, 'samples');
  cpSync('samples', samples, { recursive: true });
  const status = await runInServer!(await installServer!(), await prepareBrowser!(), {
    folder: samples,
    isTrusted: true,
    tests: resolve('out', 'bench', 'inHost', 'activation.js'),
    env: { EPOCH_LENS_RESULTS: results },
  });
  if (status !== 0) throw new Error('the extension was not activated');
  return JSON.parse(readFileSync(results, 'utf8')) as Taken;
}

/** What activating costs the extension host, cold. */
export async function activationOutcomes(): Promise<Outcome[]> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
  const taken: Taken[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-activation-'));
    try {
      taken.push(await activated(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const middle = taken.sort((a, b) => a.load + a.call - b.load - b.call)[taken.length >> 1];
  const { load, call } = middle!;
  const ours = load + call;
  return [
    {
      name: `activation, cold: ${load} ms to load, ${call} ms to run`,
      ours,
      ...{ speed: '', reference: '', theirs: null },
      ratio: ours / LIMIT,
      limit: `≤ ${LIMIT} ms`,
      kept: ours <= LIMIT,
    },
  ];
}
