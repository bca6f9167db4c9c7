import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

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
  for (const file of testFiles(__dirname).sort()) mocha.addFile(file);
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}
