// Starts the VS Code server on a folder.
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { end, start } from './processes.mjs';
import { Sentence } from './sentence.mjs';

/** Quiet from the first second: nothing that opens by itself, asks, or moves a picture. */
export const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Path of the user settings of a server with this data folder. */
const settingsOf = data => join(data, 'data', 'User', 'settings.json');

export function writeSettings(data, settings, flag = 'w') {
  mkdirSync(dirname(settingsOf(data)), { recursive: true });
  try {
    writeFileSync(settingsOf(data), JSON.stringify(settings, null, 2), { flag });
  } catch (error) {
    // `wx` keeps what the user changed.
    if (error.code !== 'EEXIST') throw error;
  }
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Starts the server and resolves when it answers: `{ url, log, stop, ended }`.
 * `data` holds settings and state, `extensions` the installed extensions, `automated` lets a page start
 * tests, `isTrusted` keeps Restricted Mode away.
 */
export async function serve({ main, node }, options) {
  const { port, data, extensions, folder, automated = false, isTrusted = true, env = {} } = options;
  mkdirSync(data, { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const log = join(data, 'server.log');
  const output = openSync(log, 'w');
  const args = [
    ...[main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--server-data-dir', data, '--extensions-dir', extensions, '--default-folder', folder],
    ...['--disable-telemetry', '--accept-server-license-terms'],
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
    ...(automated ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = start(node, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env, VSCODE_IPC_HOOK_CLI: undefined },
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}/`;
  for (let waited = 0; !(await answers(url)); waited += 200) {
    if (child.exitCode !== null || child.signalCode !== null || waited > 60_000)
      throw new Sentence(`The VS Code server did not start; ${log} says why.`);
    await pause(200);
  }
  return { url, log, ended, stop: () => end(child) };
}
