import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Tests of Restricted Mode, which needs a window of its own. */
const RESTRICTED = /[\\/]restricted[\\/]/;

/** Bundled test files below `folder`. */
function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.test.js') ? [path] : [];
  });
}

/**
 * What VS Code calls inside the extension host: on the desktop by `@vscode/test-electron`, in the VS Code server
 * by the page that opened it. Rejects when a test failed, which is the exit code on both.
 */
export async function run(): Promise<void> {
  console.log('Tests inside VS Code');
  const root = join(__dirname, '..', '..', '..');
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 20_000,
    reporter: join(root, 'scripts', 'lib', 'reporter.cjs'),
  });
  if (process.env['EPOCH_LENS_GREP']) mocha.grep(process.env['EPOCH_LENS_GREP']);
  const isRestricted = Boolean(process.env['EPOCH_LENS_RESTRICTED']);
  for (const file of testFiles(__dirname).sort())
    if (RESTRICTED.test(file) === isRestricted) mocha.addFile(file);
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}
