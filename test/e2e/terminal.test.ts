import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

const SCRIPT = 'lab/fit.sh';
const SETTINGS = '.vscode/settings.json';

/** As a print loop writes it, with colours: falls for ten epochs, rises after. */
const TRAINING = `for e in $(seq 1 40); do
  v=$((e < 10 ? 900 - 60 * e : 300 + 12 * e))
  printf '\\033[32mEpoch %d/60\\033[0m - loss: 0.%03d - val_loss: 0.%03d\\n' $e $((900 / e)) $v
  sleep 0.1
done
sleep 30
`;

function put(path: string, content: string): void {
  mkdirSync(dirname(inWorkspace(path)), { recursive: true });
  writeFileSync(inWorkspace(path), content);
}

describe('a training in a terminal', () => {
  let code: Workbench;
  before(async () => {
    put(SETTINGS, '{ "epochLens.terminal.follow": true }');
    put(SCRIPT, TRAINING);
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    for (const path of [SCRIPT, SETTINGS])
      rmSync(dirname(inWorkspace(path)), { recursive: true, force: true });
  });

  it('shows as a run while it prints, with its curves, and as interrupted when it is stopped', async () => {
    const { page } = code;
    const title = page.locator('.composite.title', { hasText: 'Runs' });
    const row = page
      .locator('.composite.viewlet .monaco-list-row')
      .filter({ hasText: 'bash fit.sh' })
      .first();
    await code.command('Terminal: Create New Terminal');
    await page.locator('.terminal-wrapper.active .xterm-screen').first().waitFor();
    // Keys that come before the prompt are lost to the shell integration.
    await page.waitForTimeout(4000);
    await page.keyboard.type('bash lab/fit.sh');
    await page.keyboard.press('Enter');
    await until(async () => {
      // Another click on what is shown would hide it.
      if (await title.isHidden())
        await page.locator('.activitybar [aria-label^="Epoch Lens"]').first().click();
    }, row);
    const status = page.locator('.statusbar-item', { hasText: 'epoch 40/60' });
    await status.waitFor();
    assert.match((await status.textContent()) ?? '', /epoch 40\/60 · val_loss 0\.78 ↑ · best @9/);
    await row.click();
    await code
      .webview()
      .locator('h1', { hasText: /^bash fit\.sh .*\.log/ })
      .waitFor();
    await code
      .webview()
      .getByText(/Overfitting since epoch/)
      .first()
      .waitFor();
    await code.picture('terminal-run');
    await page.locator('.terminal-wrapper.active .xterm-screen').first().click();
    await page.keyboard.press('Control+c');
    await status.waitFor({ state: 'detached' });
    await row.filter({ hasText: 'epoch 40' }).waitFor();
    await code.picture('terminal-ended');
  });
});
