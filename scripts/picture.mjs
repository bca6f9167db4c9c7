// Takes the picture of the README (the view of runs, a config, its curves) from a real VS Code: node scripts/build.mjs && node scripts/picture.mjs
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, prepareBrowser } from './lib/browser.mjs';
import { root } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { atEnd, main } from './lib/processes.mjs';
import { QUIET, serve, writeSettings } from './lib/serve.mjs';
import { installInto } from './lib/shipped.mjs';
import { installServer } from './lib/vscodeServer.mjs';

await main(async () => {
  const program = await installServer();
  const executablePath = await prepareBrowser();
  const { chromium } = await import('playwright-core');
  const data = mkdtempSync(join(tmpdir(), 'epoch-lens-picture-'));
  atEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  const folder = join(data, 'digits');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  installInto(join(data, 'extensions'));
  writeSettings(data, {
    ...QUIET,
    'workbench.colorTheme': 'Dark Modern',
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'workbench.layoutControl.enabled': false,
  });
  const extensions = join(data, 'extensions');
  const server = await serve(program, { port: await freePort(), data, extensions, folder });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    await page.goto(server.url);
    await page.locator('.explorer-folders-view').getByText('config.yaml').dblclick();
    await page.getByText(/Suggested \d+ epochs/).click();
    await page.waitForTimeout(5000);
    await page.getByRole('tab', { name: 'Epoch Lens' }).click();
    await page.waitForTimeout(4000);
    await page.screenshot({ path: join(root, 'media', 'readme.png') });
  } finally {
    await browser.close();
    await server.stop();
  }
});
