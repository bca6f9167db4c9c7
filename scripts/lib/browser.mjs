// A Chromium, for the tests that need to see the workbench.
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { isInstalled, run } from './processes.mjs';
import { Sentence } from './sentence.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const PROGRAMS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
    .filter(Boolean)
    .flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/** Nothing but pages: no sandbox for root in containers, no calls home. */
export const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
];

/** Path of an installed Chrome, Chromium or Edge, or of the one playwright installed; null without any. */
async function find() {
  const named = process.env.CHROME_PATH;
  if (named && existsSync(named)) return named;
  const known = PROGRAMS[process.platform];
  if (known) return known.find(existsSync) ?? (await ownChromium());
  const name = NAMES.find(isInstalled);
  return name ? execFileSync('which', [name], { encoding: 'utf8' }).trim() : ownChromium();
}

async function ownChromium() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { quiet: true, env });
  const packages = ['chromium', 'fonts-noto-cjk'];
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  return run('apt-get', args, { quiet: true, env });
}

const installOwn = () =>
  run(
    process.execPath,
    [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'],
    {
      quiet: true,
    },
  );

/** Finds Chromium, or installs it: from the system's packages as root on Debian, else by playwright. */
export async function prepareBrowser() {
  const found = await find();
  if (found) return found;
  console.log('Installing Chromium (once) …');
  if (process.getuid?.() === 0 && isInstalled('apt-get')) await installFromDebian();
  if (!(await find())) await installOwn();
  const installed = await find();
  if (installed) return installed;
  throw new Sentence(
    'No Chrome, Chromium or Edge was found, and none could be installed. Install one, or name it in CHROME_PATH.',
  );
}
