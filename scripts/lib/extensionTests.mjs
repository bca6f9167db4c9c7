// Runs the extension suite inside the VS Code server: a page opens the workbench and tells it which tests to load.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FLAGS } from './browser.mjs';
import { root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { atEnd } from './processes.mjs';
import { Sentence } from './sentence.mjs';
import { QUIET, serve, writeSettings } from './serve.mjs';

const TOO_LONG = 5 * 60_000;

/** What the workbench reads from its address; obeyed only by a server started for automation. */
function address(url, folder, tests) {
  const remote = path => `vscode-remote://${new URL(url).host}${path}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ]);
  return `${url}?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`;
}

/** The first thing that the runner in the extension host prints; what the workbench prints before is of no interest. */
const START = 'Tests inside VS Code';

/** Agents, which are off, and optional native parts of the server that are not built. */
const NOISE = /^\[Agent|spdlog|native-watchdog|\.\/build\/Release\/watchdog/;

/** Prints what arrives from the page, a list of values as in `console.log`, once the tests have started. */
function printer() {
  let started = false;
  return (type, args) => {
    started ||= args[0] === START;
    if (!started || args.some(one => NOISE.test(String(one)))) return;
    (type === 'error' ? console.error : console.log)(...args);
  };
}

/** Resolves with the exit code when the page says that the tests ended. */
async function open(page, url) {
  let timer;
  const ended = new Promise((resolve, reject) => {
    timer = setTimeout(
      () => reject(new Sentence('The tests inside VS Code did not end within five minutes.')),
      TOO_LONG,
    );
    page.on('close', () => reject(new Sentence('The page with VS Code was closed.')));
    void page.exposeFunction('codeAutomationLog', printer());
    void page.exposeFunction('codeAutomationExit', resolve).then(() => page.goto(url));
  });
  return ended.finally(() => clearTimeout(timer));
}

/**
 * Runs `tests` (a module with `run()`) inside the extension host on `folder`, in Restricted Mode unless it `isTrusted`; the exit code.
 * `installed`: folders of other extensions that are there, too.
 */
export async function runInServer(
  program,
  executablePath,
  { folder, tests, env, isTrusted = true, installed = [] },
) {
  const { chromium } = await import('playwright-core');
  const data = mkdtempSync(join(tmpdir(), 'epoch-lens-test-'));
  atEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  writeSettings(data, { ...QUIET, 'security.workspace.trust.startupPrompt': 'never' });
  const extensions = join(data, 'extensions');
  for (const path of installed) cpSync(path, join(extensions, basename(path)), { recursive: true });
  const server = await serve(program, {
    port: await freePort(),
    data,
    extensions,
    folder,
    automated: true,
    isTrusted,
    env,
  });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    return await open(await browser.newPage(), address(server.url, folder, tests));
  } finally {
    await browser.close();
    await server.stop();
  }
}
