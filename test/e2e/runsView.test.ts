import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { inWorkspace } from './support/environment';
import { themes, until, Workbench } from './support/workbench';

type Loss = (epoch: number) => number;

function rows(from: number, to: number, loss: Loss): string {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    return `${epoch},${(2 / epoch).toFixed(4)},${loss(epoch).toFixed(4)}\n`;
  }).join('');
}

const falling: Loss = epoch => 0.3 + 1.5 / epoch;
const overfitting: Loss = epoch => falling(Math.min(epoch, 8)) + Math.max(0, epoch - 8) / 40;

function put(path: string, content: string): void {
  mkdirSync(join(inWorkspace(path), '..'), { recursive: true });
  writeFileSync(inWorkspace(path), content);
}

const HEADER = 'epoch,loss,val_loss\n';

describe('the view of runs', () => {
  let code: Workbench;
  before(async () => {
    const fixtures = join(__dirname, '..', '..', '..', 'test', 'fixtures');
    cpSync(join(fixtures, 'stores', 'mlruns'), inWorkspace('mlruns'), { recursive: true });
    put(
      'runs/two_files/train_loss.csv',
      `epoch,loss\n${rows(1, 20, falling).replace(/,[^,]*$/gm, '')}`,
    );
    put(
      'runs/two_files/val_loss.csv',
      `epoch,val_loss\n${rows(1, 20, falling).replace(/,[^,]*(?=,)/gm, '')}`,
    );
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    for (const path of ['mlruns', 'runs/two_files', 'runs/live', 'many'])
      rmSync(inWorkspace(path), { recursive: true, force: true });
  });

  const view = () => code.page.locator('.pane-body .monaco-list[aria-label="Runs"]').first();
  const row = (text: string | RegExp): Locator =>
    code.page.locator('.composite.viewlet .monaco-list-row').filter({ hasText: text }).first();
  const openView = () =>
    until(
      () => code.page.locator('.activitybar [aria-label^="Epoch Lens"]').first().click(),
      row(/./),
    );

  it('lists what was trained, in every theme', async () => {
    await openView();
    await row('overfit').waitFor();
    await code.page.waitForTimeout(2000);
    for (const theme of themes) {
      await code.theme(theme);
      await code.picture(`runs-${theme}`);
    }
    assert.ok(view());
  });

  it('shows the run that is being written, there and in the status bar', async () => {
    put('runs/live/train.csv', HEADER + rows(1, 8, overfitting));
    await openView();
    await code.page.waitForTimeout(1500);
    for (let epoch = 9; epoch < 16; epoch++) {
      appendFileSync(inWorkspace('runs/live/train.csv'), rows(epoch, epoch, overfitting));
      await code.page.waitForTimeout(700);
    }
    await code.page.waitForTimeout(3000);
    await code.picture('runs-live');
    await row('live').hover();
    await code.page.waitForTimeout(1500);
    await code.picture('runs-live-hover');
  });

  it('stays usable with hundreds of rows and in a narrow side bar', async () => {
    for (let at = 0; at < 400; at++)
      put(
        `many/sweep_${at % 4}/trial_${at}/metrics.csv`,
        HEADER + rows(1, 12 + (at % 9), at % 3 ? falling : overfitting),
      );
    await openView();
    await code.page.waitForTimeout(5000);
    await code.picture('runs-many');
    await code.page.setViewportSize({ width: 700, height: 700 });
    await code.page.waitForTimeout(500);
    await code.picture('runs-narrow');
    await code.page.setViewportSize({ width: 1440, height: 900 });
  });
});
