import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { seriousProblems } from './support/accessibility';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

const FOLDER = 'together';

/** Three runs of three metrics that are told apart by how high they are. */
function writeRuns(): void {
  for (const run of [1, 2, 3]) {
    mkdirSync(inWorkspace(`${FOLDER}/seed${run}`), { recursive: true });
    const rows = Array.from({ length: 20 }, (_, at) => {
      const loss = run + 1 / (at + 1);
      return `${at + 1},${loss},${loss + 0.5},${loss * 2}`;
    });
    const text = ['epoch,loss,val_loss,grad_norm', ...rows, ''].join('\n');
    writeFileSync(inWorkspace(`${FOLDER}/seed${run}/metrics.csv`), text);
  }
}

describe('several logs together', () => {
  let code: Workbench;
  before(async () => {
    writeRuns();
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => {
    rmSync(inWorkspace(FOLDER), { recursive: true, force: true });
    return code.close();
  });

  const panel = () => code.webview();
  const canvas = (): Locator => panel().locator('canvas').first();
  const said = (text: RegExp) => panel().locator('.caption').filter({ hasText: text }).waitFor();
  const row = (name: string): Locator =>
    code.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
  /** Selects two of three runs in the explorer and opens what the menu offers for several. */
  const compare = async () => {
    if (!(await row('seed1').isVisible())) await row(FOLDER).click();
    await row('seed1').click();
    await row('seed3').click({ modifiers: ['Control'] });
    const item = code.page.getByRole('menuitem', { name: 'Compare Training Curves' });
    // A menu that has just opened swallows the first click.
    await until(async () => {
      if (!(await item.isVisible())) await row('seed3').click({ button: 'right' });
      await code.page.waitForTimeout(400);
      await item.click({ timeout: 5000 });
    }, canvas());
    await said(/drawing 80 of 80 points/);
  };

  it('are exactly those selected in the explorer, with a switch for each run and each side', async () => {
    await compare();
    const names = await panel().locator('.legend-switch').allInnerTexts();
    assert.deepEqual(names, ['seed1', 'seed3', 'training (dashed)', 'validation (solid)']);
    await panel().getByRole('button', { name: 'training (dashed)' }).click();
    await said(/drawing 40 of 40 points/);
    await panel().getByRole('button', { name: 'training (dashed)' }).click();
    await code.picture('together');
    assert.deepEqual(await seriousProblems(panel().locator('body')), []);
  });

  it('keep the values at the cursor in view, where they can be selected and copied', async () => {
    await compare();
    const box = await canvas().boundingBox();
    assert.ok(box);
    const at = { x: box.width * 0.5, y: box.height * 0.5 };
    await canvas().click({ position: at, modifiers: ['Control'] });
    const kept = panel().locator('.tooltip.kept');
    await kept.waitFor();
    await code.page.mouse.move(box.x + 5, box.y - 40);
    assert.equal(await kept.locator('tbody tr').count(), 4);
    await kept.getByRole('button', { name: 'Copy as TSV' }).click();
    await panel().locator('[aria-live]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    assert.deepEqual(await seriousProblems(panel().locator('body')), []);
    await kept.getByRole('button', { name: 'Close' }).click();
    await kept.waitFor({ state: 'detached' });
  });

  it('have charts that are pinned to the top, and shown alone', async () => {
    await compare();
    await panel().locator('summary', { hasText: 'More' }).click();
    await panel().getByLabel('All metrics', { exact: true }).check();
    await panel().getByRole('button', { name: 'Pin to the top: grad_norm' }).click();
    await panel().locator('.section-title', { hasText: 'Pinned (1)' }).waitFor();
    assert.equal(await panel().locator('h3').first().innerText(), 'grad_norm');
    assert.deepEqual(await seriousProblems(panel().locator('body')), []);
    await panel().getByRole('button', { name: 'Show alone: grad_norm' }).click();
    await said(/drawing 40 of 40 points/);
  });
});
