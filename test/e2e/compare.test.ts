import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inWorkspace } from './support/environment';
import { themes, Workbench } from './support/workbench';

/** The colours of lines; tests are compiled without the types of pages. */
function strokesOf(lines: readonly object[]): readonly string[] {
  const page = globalThis as unknown as {
    getComputedStyle(line: object): { readonly stroke: string };
  };
  return lines.map(line => page.getComputedStyle(line).stroke);
}

const LOG = 'folds.log';

/** Three folds of forty epochs, each overfitting a little more than the one before. */
function folds(): string {
  const lines: string[] = [];
  for (const fold of [1, 2, 3]) {
    lines.push(`Fold ${fold}`);
    for (let epoch = 1; epoch <= 40; epoch++) {
      const wobble = ((epoch * 7 + fold * 3) % 11) / 200;
      const loss = 0.2 + 1.8 * Math.exp(-epoch / 8) + wobble / 2;
      const rise = 0.006 * fold * Math.max(0, epoch - 18);
      const validation = 0.4 + 0.08 * fold + 1.4 * Math.exp(-epoch / 7) + rise + wobble;
      lines.push(
        `Epoch ${epoch}/40 - loss: ${loss.toFixed(4)} - val_loss: ${validation.toFixed(4)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

describe('several runs in one chart', () => {
  let code: Workbench;
  before(async () => {
    writeFileSync(inWorkspace(LOG), folds());
    code = await Workbench.open();
    await code.showCurves(LOG);
    await code.webview().locator('canvas').first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.picture('failed-compare');
  });
  after(async () => {
    await code.close();
    rmSync(inWorkspace(LOG), { force: true });
  });

  const panel = () => code.webview();
  const named = (name: string): Locator => panel().getByLabel(name, { exact: true });
  const said = (text: RegExp) => panel().locator('.caption').filter({ hasText: text }).waitFor();
  const runsInLegend = () => panel().locator('.legend-switch').filter({ hasText: /Fold/ });

  it('draws them over each other, each with a colour of its own', async () => {
    await named('Show').selectOption({ label: 'runs together' });
    await said(/drawing 240 of 240 points/);
    await code.picture('compare-overlay');
    const colours = await runsInLegend().locator('svg path').evaluateAll(strokesOf);
    assert.equal(new Set(colours).size, 3, colours.join());
  });

  it('draws their mean with the spread around it, and says what is shaded', async () => {
    await named('Show').selectOption({ label: 'mean and spread' });
    await said(/mean of the runs, shaded one standard deviation to either side/);
    for (const theme of themes) {
      await code.theme(theme);
      await code.picture(`compare-mean-${theme}`);
    }
  });

  it('draws what differs from one of them, and says from which', async () => {
    await named('Show').selectOption({ label: 'difference' });
    await said(/difference from .*Fold \d/);
    await code.picture('compare-difference');
  });

  it('groups them by an expression over their names, with a switch and a mean for each group', async () => {
    await named('Show').selectOption({ label: 'runs together' });
    await panel().locator('summary', { hasText: 'More' }).click();
    await named('Group runs by').fill('(Fold) [12]');
    const group = panel()
      .locator('.legend-switch')
      .filter({ hasText: /^Fold$/ });
    await group.waitFor();
    await group.click();
    await said(/drawing 80 of 80 points/);
    await group.click();
    await named('Show').selectOption({ label: 'mean and spread' });
    await said(/drawing 160 of 160 points/);
    await panel()
      .locator('.verdict', { hasText: /of 3 runs:|3 runs:/ })
      .waitFor();
    await code.picture('compare-groups');
    await named('Group runs by').fill('');
    await panel().locator('summary', { hasText: 'More' }).click();
  });

  it('gives one a colour of the user, which the workspace keeps for a panel that is opened anew', async () => {
    const colour = named('Colour of Fold 2').first();
    const isOwn = async () =>
      (await runsInLegend().locator('svg path').evaluateAll(strokesOf)).includes(
        'rgb(255, 0, 170)',
      );
    await named('Show').selectOption({ label: 'runs together' });
    await panel()
      .locator('summary', { hasText: /^Runs$/ })
      .click();
    await colour.fill('#ff00aa');
    await colour.dispatchEvent('change');
    await code.page.waitForTimeout(500);
    assert.ok(await isOwn());
    await code.closeEditors();
    await code.showCurves(LOG);
    await named('Show').selectOption({ label: 'runs together' });
    await runsInLegend().nth(2).waitFor();
    assert.ok(await isOwn());
  });

  it('lists them in a table that filters and chooses', async () => {
    await named('Show').selectOption({ label: 'runs together' });
    await panel()
      .locator('summary', { hasText: /^Runs$/ })
      .click();
    const rows = panel().locator('.runs tbody tr');
    await rows.nth(2).waitFor();
    const filter = named('Filter runs by name, state or parameter');
    await filter.fill('Fold 2');
    await rows.nth(1).waitFor({ state: 'detached' });
    assert.match(await rows.first().innerText(), /Fold 2/);
    await filter.fill('');
    await rows.nth(2).waitFor();
    const second = rows.nth(1).getByRole('checkbox');
    await second.press('Space');
    await said(/drawing 160 of 160 points/);
    assert.ok(!(await second.isChecked()));
    await rows.nth(1).locator('input:focus').waitFor();
    await code.picture('compare-table');
  });
});
