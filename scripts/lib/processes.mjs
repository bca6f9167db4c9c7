// Child processes that end with this one: each leads its own group, and the group is ended by its number.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Sentence } from './sentence.mjs';

const windows = process.platform === 'win32';
const alive = new Set();
const cleanups = [];

/** Starts a program in a group of its own. Options as for `spawn`. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: !windows });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  child.once('error', () => alive.delete(child));
  return child;
}

/**
 * Runs a program to its end. With `quiet` its output is collected and returned instead of shown.
 * A program that cannot be started has the status 127.
 */
export async function run(command, args, { quiet = false, ...options } = {}) {
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', data => (output += data));
  child.stderr?.on('data', data => (output += data));
  return new Promise(resolve => {
    child.once('error', error => resolve({ status: 127, output: `${output}${error.message}` }));
    child.once('close', status => resolve({ status: status ?? 1, output }));
  });
}

/** Whether the program is on the PATH. */
export function isInstalled(command) {
  return spawnSync(windows ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0;
}

function signal(child, name) {
  try {
    if (windows)
      spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, name);
  } catch {
    // Already gone.
  }
}

/** Ends a process and everything it started; resolves when it is gone. */
export async function end(child) {
  if (!alive.has(child) || child.pid === undefined) return;
  const gone = once(child, 'exit');
  signal(child, 'SIGTERM');
  const last = setTimeout(() => signal(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(last);
  // What the leader of the group left behind.
  if (!windows) signal(child, 'SIGKILL');
}

/** Has `work` done before the script ends, whichever way it ends. */
export function atEnd(work) {
  cleanups.push(work);
}

let ending = null;

function endEverything() {
  ending ??= (async () => {
    await Promise.allSettled([...alive].map(end));
    for (const work of cleanups.reverse()) await work();
  })();
  return ending;
}

/** Runs a script: its failures become one sentence, and nothing it started outlives it, Ctrl-C included. */
export async function main(script) {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    // A second Ctrl-C changes nothing: what was started is already being ended.
    process.on(name, () => void endEverything().finally(() => process.exit(code)));
  process.once('exit', () => [...alive].forEach(child => signal(child, 'SIGKILL')));
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Sentence ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    await endEverything();
  }
}
