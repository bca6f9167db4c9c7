import assert from 'node:assert/strict';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { inWorkspace } from './support/environment';
import { Workbench } from './support/workbench';

const LARGE = 'large.log';
/** More than the editor hands to extensions. */
const BYTES = 55_000_000;

/** A log of which each epoch has so many lines that it is too large for the editor. */
function writeLarge(): void {
  const file = openSync(inWorkspace(LARGE), 'w');
  const noise = Array.from({ length: 20_000 }, (_, i) => `worker ${i % 8} fetched a shard\n`).join(
    '',
  );
  for (let [epoch, written] = [1, 0]; written < BYTES; epoch++) {
    const loss = (0.3 + 2 / epoch).toFixed(4);
    written += writeSync(file, `${noise}epoch ${epoch} train_loss ${loss} val_loss ${loss}\n`);
  }
  closeSync(file);
}

describe('a log that is too large for the editor', () => {
  let code: Workbench;
  before(async () => {
    writeLarge();
    code = await Workbench.open();
  });
  after(async () => {
    await code.close();
    rmSync(inWorkspace(LARGE), { force: true });
  });

  it('opens at the line of a point as an excerpt that cannot be written', async () => {
    await code.showCurves(LARGE);
    const canvas = code.webview().locator('canvas').first();
    await code
      .webview()
      .locator('.caption')
      .filter({ hasText: /drawing \d/ })
      .waitFor();
    await canvas.focus();
    for (let step = 0; step < 3; step++) await code.page.keyboard.press('ArrowRight');
    await code.page.keyboard.press('Enter');
    await code.tab('large.log around line 60,003').or(code.tab('around line')).waitFor();
    await code.line('epoch 3 train_loss').waitFor();
    await code.picture('excerpt');
    const before = await code.line('epoch 3 train_loss').innerText();
    await code.page.keyboard.type('x');
    assert.equal(await code.line('epoch 3 train_loss').innerText(), before);
  });
});
