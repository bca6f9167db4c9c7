// npm run test:desktop [-- VERSION]: the extension suite inside a desktop VS Code, which is downloaded once.
// On Linux without a display, run it under xvfb-run.
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { results, root } from './lib/paths.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { atEnd, main } from './lib/processes.mjs';
import { downloadFailed, Sentence } from './lib/sentence.mjs';

/** The version given, `minimum` for the oldest supported one, or the newest stable one. */
function versionOf(argument) {
  if (argument !== 'minimum') return argument ?? 'stable';
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return engines.vscode.replace('^', '');
}

async function download(version) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test') });
  } catch (error) {
    throw downloadFailed('The desktop VS Code', `${error.code ?? ''} ${error.message}`);
  }
}

await main(async () => {
  requireNode();
  await prepareDependencies();
  if (process.platform === 'linux' && !process.env.DISPLAY)
    throw new Sentence('The desktop VS Code needs a display: xvfb-run -a npm run test:desktop');
  await build('--tests');
  const { runTests } = await import('@vscode/test-electron');
  const vscodeExecutablePath = await download(versionOf(process.argv[2]));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'epoch-lens-')));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  const file = join(results, 'desktop.json');
  rmSync(file, { force: true });
  let status = 0;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'extension', 'runner.js'),
      extensionTestsEnv: { EPOCH_LENS_RESULTS: file },
      launchArgs: [
        join(folder, 'samples'),
        '--disable-extensions',
        '--disable-workspace-trust',
        ...['--user-data-dir', join(folder, 'data')],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } catch {
    status = 1;
  }
  const { passed, failed, skipped } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  if (status || failed || !passed) process.exitCode = 1;
});
