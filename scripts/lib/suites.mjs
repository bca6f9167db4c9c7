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
function totals(name, file, status, mayBeEmpty = false) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
  const isEmpty = found.passed === 0 && !mayBeEmpty;
  const broken = found.failed === 0 && (status !== 0 || isEmpty);
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

function sumOf(parts) {
  const sum = key => parts.reduce((all, part) => all + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

async function runMocha(name, args, env = {}, mayBeEmpty = false) {
  const file = resultsFile(name);
  const { status } = await run(process.execPath, [mocha, '--reporter', reporter, ...args], {
    cwd: root,
    env: { ...process.env, ...env, EPOCH_LENS_RESULTS: file },
  });
  return totals(name, file, status, mayBeEmpty);
}

/** Everything that needs no VS Code; the files are named in package.json. */
const unit = args => runMocha('unit', args);

/** The extension, inside the extension host of a real VS Code: in a workspace that is trusted, and in one that is not. */
async function vscode(args) {
  const program = await installServer();
  const browser = await prepareBrowser();
  const grep = args.find((_, at) => /^(?:-g|--grep)$/.test(args[at - 1] ?? '')) ?? '';
  const parts = [];
  for (const isTrusted of [true, false]) {
    const name = isTrusted ? 'vscode' : 'restricted';
    const file = resultsFile(name);
    const status = await runInServer(program, browser, {
      folder: samplesCopy(),
      isTrusted,
      tests: join(root, 'out', 'test', 'extension', 'runner.js'),
      env: {
        EPOCH_LENS_RESULTS: file,
        EPOCH_LENS_GREP: grep,
        EPOCH_LENS_RESTRICTED: isTrusted ? '' : 'yes',
      },
    });
    // What was asked for by name may be in one of them only.
    parts.push(totals(name, file, grep === '' ? status : 0, grep !== ''));
  }
  return { name: 'vscode', ...sumOf(parts) };
}

/** The user's way through the real workbench, as it ships: with the extension on the machine of its server, and in the browser. */
async function e2e(args) {
  const parts = [];
  for (const inBrowser of [false, true]) {
    const name = inBrowser ? 'web' : 'e2e';
    // Once more, not often: a workbench under load now and then swallows a click.
    const options = ['--timeout', '120000', '--no-package', '--retries', '1', ...args];
    const spec = ['--spec', `out/test/${name}/**/*.test.js`];
    parts.push(
      await withWorkbench(env => runMocha(name, [...spec, ...options], env, args.length > 0), {
        inBrowser,
      }),
    );
  }
  return { name: 'e2e', ...sumOf(parts) };
}

/** In the order they run: what is quick and tells most comes first. */
export const suites = { check, unit, vscode, e2e };
