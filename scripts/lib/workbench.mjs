// The workbench as users have it: a VS Code server with the extension as it ships, and a browser.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, prepareBrowser } from './browser.mjs';
import { pictures, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { atEnd } from './processes.mjs';
import { QUIET, serve, writeSettings } from './serve.mjs';
import { installInto } from './shipped.mjs';
import { installServer } from './vscodeServer.mjs';

/** A copy of samples/ that may be written into, removed at the end. */
export function samplesCopy() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'epoch-lens-samples-')));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  cpSync(join(root, 'samples'), folder, { recursive: true });
  return folder;
}

/** Starts the workbench on a copy of samples/ while `work` runs; it gets the environment that test/e2e/support reads. `inBrowser`: the extension runs there, as in VS Code for the Web. */
export async function withWorkbench(work, { inBrowser = false } = {}) {
  const program = await installServer();
  const browser = await prepareBrowser();
  const data = mkdtempSync(join(tmpdir(), 'epoch-lens-e2e-'));
  atEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  const extensions = join(data, 'extensions');
  const folder = samplesCopy();
  installInto(extensions, inBrowser);
  writeSettings(data, QUIET);
  if (!inBrowser) rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const server = await serve(program, { port: await freePort(), data, extensions, folder });
  try {
    return await work({
      EPOCH_LENS_URL: server.url,
      EPOCH_LENS_WORKSPACE: folder,
      EPOCH_LENS_PICTURES: pictures,
      EPOCH_LENS_FLAGS: JSON.stringify(FLAGS),
      CHROME_PATH: browser,
    });
  } finally {
    await server.stop();
  }
}
