import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

const BROKEN = 'runs/broken/train.log';
const SETTINGS = '.vscode/settings.json';

/** As a print loop writes it. */
function lines(from: number, to: number, loss: (epoch: number) => number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    return `Epoch ${epoch}/100 - loss: ${(2 / epoch).toFixed(4)} - val_loss: ${loss(epoch).toFixed(4)}\n`;
  }).join('');
}

function put(path: string, content: string): void {
  mkdirSync(dirname(inWorkspace(path)), { recursive: true });
  writeFileSync(inWorkspace(path), content);
}

describe('notifications', () => {
  let code: Workbench;
  before(async () => {
    put(SETTINGS, '{ "epochLens.notifications": "divergence" }');
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    for (const path of [BROKEN, SETTINGS])
      rmSync(dirname(inWorkspace(path)), { recursive: true, force: true });
  });

  it('tell of a run that goes wrong, once, where that is wanted', async () => {
    const row = code.page
      .locator('.composite.viewlet .monaco-list-row')
      .filter({ hasText: 'broken' })
      .first();
    const title = code.page.locator('.composite.title', { hasText: 'Runs' });
    put(
      BROKEN,
      lines(1, 8, epoch => 0.3 + 1.5 / epoch),
    );
    await until(async () => {
      // Another click on what is shown would hide it.
      if (await title.isHidden())
        await code.page.locator('.activitybar [aria-label^="Epoch Lens"]').first().click();
    }, row);
    for (let epoch = 9; epoch <= 14; epoch++) {
      appendFileSync(
        inWorkspace(BROKEN),
        lines(epoch, epoch, () => NaN),
      );
      await code.page.waitForTimeout(300);
    }
    const toast = code.page
      .locator('.notification-toast')
      .filter({ hasText: /runs.broken.train\.log: / });
    await toast.first().waitFor();
    assert.equal(await toast.count(), 1);
    for (const button of ['Show', 'Mute This Run', "Don't Show Again"])
      await toast.getByRole('button', { name: button, exact: true }).waitFor();
    await code.picture('runs-notice');
    await toast.getByRole('button', { name: 'Mute This Run' }).click();
    await toast.first().waitFor({ state: 'detached' });
    appendFileSync(
      inWorkspace(BROKEN),
      lines(15, 16, () => NaN),
    );
    await row.filter({ hasText: 'epoch 16' }).waitFor();
    assert.equal(await toast.count(), 0);
  });
});
