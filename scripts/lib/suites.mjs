// The test suites: each runs and gives `{ name, passed, failed, skipped }`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { runInServer } from './extensionTests.mjs';
import { results, root } from './paths.mjs';
import { run } from './processes.mjs';
import { installServer } from './vscodeServer.mjs';
import { samplesCopy, withWorkbench } from './workbench.mjs';

const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = join(root, 'scripts', 'lib', 'reporter.cjs');

/** Where a suite leaves its totals; emptied before it runs. */
function resultsFile(name) {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Totals of a suite. A suite that left none, ran nothing, or ended badly without a failed test has failed. */
function totals(name, file, status) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
  const broken = found.failed === 0 && (status !== 0 || found.passed === 0);
  if (broken) console.error(`The suite "${name}" did not run to its end, or holds no test.`);
  return { name, ...found, failed: found.failed + (broken ? 1 : 0) };
}

/** Types, lint and format; each step counts as a test. */
async function check() {
  const file = resultsFile('check');
  const { status } = await run(process.execPath, [join(root, 'scripts', 'check.mjs')], {
    cwd: root,
    env: { ...process.env, EPOCH_LENS_RESULTS: file },
  });
  return totals('check', file, status);
}

async function runMocha(name, args, env = {}) {
  const file = resultsFile(name);
  const { status } = await run(process.execPath, [mocha, '--reporter', reporter, ...args], {
    cwd: root,
    env: { ...process.env, ...env, EPOCH_LENS_RESULTS: file },
  });
  return totals(name, file, status);
}

/** Everything that needs no VS Code; the files are named in package.json. */
const unit = args => runMocha('unit', args);

/** The extension, inside the extension host of a real VS Code. */
async function vscode() {
  const program = await installServer();
  const browser = await prepareBrowser();
  const file = resultsFile('vscode');
  const status = await runInServer(program, browser, {
    folder: samplesCopy(),
    tests: join(root, 'out', 'test', 'extension', 'runner.js'),
    env: { EPOCH_LENS_RESULTS: file },
  });
  return totals('vscode', file, status);
}

/** The user's way through the real workbench, as it ships. */
const e2e = args =>
  withWorkbench(env =>
    runMocha(
      'e2e',
      [
        ...['--spec', 'out/test/e2e/**/*.test.js', '--timeout', '120000', '--no-package'],
        // Once more, not often: a workbench under load now and then swallows a click.
        ...['--retries', '1'],
        ...args,
      ],
      env,
    ),
  );

/** In the order they run: what is quick and tells most comes first. */
export const suites = { check, unit, vscode, e2e };
