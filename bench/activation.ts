import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Outcome } from './contest';

const ROUNDS = 3;
const LIMIT = 40;
const PEER = 'with one command';

/** Milliseconds in the extension host, as VS Code itself measures them. */
interface Taken {
  readonly load: number;
  readonly call: number;
  /** Of `load`, what is its own: VS Code loads all extensions that wait for the same event at once, and accounts each for those before it. */
  readonly alone: number;
}

/** The same of an extension that registers one command and nothing else: what VS Code and the machine take anyway. */
interface Both {
  readonly ours: Taken;
  readonly empty: Taken;
}

/** A module of scripts/, which are no part of what is bundled. */
const script = async (name: string): Promise<Record<string, (...given: unknown[]) => unknown>> =>
  (await import(pathToFileURL(resolve('scripts/lib', name)).href)) as never;

/** Writes that extension. */
function writeEmpty(folder: string): string {
  const path = join(folder, 'epoch-lens.empty-0.0.1');
  const main = `exports.activate = context =>
  context.subscriptions.push(require('vscode').commands.registerCommand('empty.none', () => {}));`;
  const manifest = {
    ...{ name: 'empty', publisher: 'epoch-lens', version: '0.0.1', main: './main.js' },
    ...{ engines: { vscode: '^1.101.0' }, contributes: {}, activationEvents: ['onLanguage:json'] },
  };
  mkdirSync(path);
  writeFileSync(join(path, 'main.js'), main);
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}

/** Activates both for the first time in the extension host of a new VS Code server, ours as it ships. */
async function activated(folder: string): Promise<Both> {
  const { installServer } = await script('vscodeServer.mjs');
  const { prepareBrowser } = await script('browser.mjs');
  const { runInServer } = await script('extensionTests.mjs');
  const results = join(folder, 'activation.json');
  const samples = join(folder, 'samples');
  cpSync('samples', samples, { recursive: true });
  const status = await runInServer!(await installServer!(), await prepareBrowser!(), {
    folder: samples,
    isTrusted: true,
    installed: [writeEmpty(folder)],
    tests: resolve('out', 'bench', 'inHost', 'activation.js'),
    env: { EPOCH_LENS_RESULTS: results },
  });
  if (status !== 0) throw new Error('the extensions were not activated');
  return JSON.parse(readFileSync(results, 'utf8')) as Both;
}

type Part = (taken: Taken) => number;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** What is ours of the time of activation, against a target. */
function own(both: readonly Both[]): Outcome {
  const part: Part = ({ alone, call }) => alone + call;
  const [ours, theirs] = [
    median(both.map(one => part(one.ours))),
    median(both.map(one => part(one.empty))),
  ];
  const [load, call] = [
    median(both.map(one => one.ours.alone)),
    median(both.map(one => one.ours.call)),
  ];
  return {
    name: `activation, cold: ${load.toFixed(0)} ms to load, ${call} ms to run`,
    ...{ ours, speed: '', reference: PEER, theirs, ratio: ours / LIMIT },
    ...{ limit: `≤ ${LIMIT} ms`, kept: ours <= LIMIT },
  };
}

/** What VS Code's account says, which is mostly of the extensions that the same event activates. */
function accounted(both: readonly Both[]): Outcome {
  const part: Part = ({ load, call }) => load + call;
  const [ours, theirs] = [
    median(both.map(one => part(one.ours))),
    median(both.map(one => part(one.empty))),
  ];
  return {
    name: 'the same, with others loading',
    ...{ ours, speed: '', reference: PEER, theirs, ratio: ours / theirs },
    ...{ limit: '', kept: true },
  };
}

/** What activating costs the extension host, cold. */
export async function activationOutcomes(): Promise<Outcome[]> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
  const both: Both[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-activation-'));
    try {
      both.push(await activated(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return [own(both), accounted(both)];
}
