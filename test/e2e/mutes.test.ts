import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator } from 'playwright-core';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

const OVERFIT = 'runs/overfit/train.log';
const OTHER = 'muted-copy.log';
const SETTINGS = '.vscode/settings.json';

describe('muting a finding', () => {
  let code: Workbench;
  before(async () => {
    cpSync(inWorkspace(OVERFIT), inWorkspace(OTHER));
    mkdirSync(dirname(inWorkspace(SETTINGS)), { recursive: true });
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    rmSync(inWorkspace(OTHER), { force: true });
    rmSync(dirname(inWorkspace(SETTINGS)), { recursive: true, force: true });
  });

  const panel = () => code.webview();
  const told = () => panel().locator('.findings > .finding-list > .finding');
  const overfitting = () => told().filter({ hasText: 'Overfitting since epoch' });
  const underlined = () => code.page.locator('.monaco-editor .squiggly-warning').first();
  const muted = () => panel().locator('.muted-findings');
  const choose = async (scope: string) => {
    await underlined().waitFor({ state: 'attached' });
    const row = code.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: scope })
      .first();
    await until(() => overfitting().getByRole('button', { name: 'Mute' }).click(), row);
    await code.picture(`mute-${scope.replace(/\W+/g, '-')}`);
    await row.click();
    await muted().waitFor();
    assert.equal(await overfitting().count(), 0);
    // Nor in the Problems list.
    await underlined().waitFor({ state: 'detached' });
  };
  const unmute = async () => {
    await muted().locator('> summary').click();
    await muted().getByRole('button', { name: 'Unmute' }).click();
    await overfitting().waitFor();
  };
  /** Shows the curves with nothing muted, whatever an attempt before left. */
  const begin = async () => {
    await code.showCurves(OVERFIT);
    await overfitting().or(muted()).first().waitFor();
    if (await muted().isVisible()) await unmute();
  };
  const look = async (path: string, shown: Locator) => {
    await code.closeEditors();
    await code.showCurves(path);
    await shown.waitFor();
  };

  for (const scope of ['In this run', 'In this log'])
    it(`${scope.toLowerCase()} leaves the other logs alone, and can be taken back`, async () => {
      await begin();
      await choose(scope);
      await look(OTHER, overfitting());
      await look(OVERFIT, muted());
      await unmute();
      await underlined().waitFor({ state: 'attached' });
    });

  it('in this workspace is a preference, for every log, and can be taken back', async () => {
    await begin();
    await choose('In this workspace');
    assert.match(
      readFileSync(inWorkspace(SETTINGS), 'utf8'),
      /"epochLens\.problems\.ignore": \[\s*"overfitting"\s*\]/,
    );
    await look(OTHER, muted());
    await code.picture('muted-in-workspace');
    await unmute();
    assert.doesNotMatch(readFileSync(inWorkspace(SETTINGS), 'utf8'), /overfitting/);
    await look(OVERFIT, overfitting());
  });
});
