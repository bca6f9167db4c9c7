import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inWorkspace } from './support/environment';
import { seriousProblems } from './support/accessibility';
import { themes, until, Workbench } from './support/workbench';

const OVERFIT = 'runs/overfit/train.log';
const UNFINISHED = 'unfinished.log';
const MADE = [
  UNFINISHED,
  'million.csv',
  'chart.csv',
  'chart.svg',
  'chart.png',
  'chart.md',
  'steps.csv',
];

/** A log of a million steps, with one spike that any thinning out could lose. */
function millionSteps(): string {
  const lines = ['step,loss,val_loss'];
  for (let step = 0; step < 1_000_000; step++) {
    const loss = step === 543_210 ? 9 : 2 - step / 1e6 + (step % 7) / 100;
    lines.push(`${step},${loss},${loss + 0.25}`);
  }
  return `${lines.join('\n')}\n`;
}

describe('the chart', () => {
  let code: Workbench;
  before(async () => {
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => {
    for (const name of MADE) rmSync(inWorkspace(name), { force: true });
    return code.close();
  });

  const panel = () => code.webview();
  const canvas = (): Locator => panel().locator('canvas').first();
  const caption = (): Promise<string> => panel().locator('.caption').innerText();
  const named = (name: string): Locator => panel().getByLabel(name, { exact: true });
  const show = async (path = OVERFIT) => {
    await code.showCurves(path);
    await canvas().waitFor();
    await panel()
      .locator('.caption')
      .filter({ hasText: /drawing/ })
      .waitFor();
  };
  /** Answers the dialog that asks where to, once it has proposed a place of its own. */
  const saveAs = async (file: string) => {
    const name = code.page.locator('.quick-input-widget input[type="text"]').first();
    for (let waited = 0; !/train/.test(await name.inputValue()) && waited < 50; waited++)
      await code.page.waitForTimeout(200);
    await name.fill(inWorkspace(file));
    const saved = code.page.locator('.statusbar-item', { hasText: `Saved ${file}` });
    await until(() => code.page.keyboard.press('Enter'), saved);
  };
  const said = (text: RegExp) => panel().locator('.caption').filter({ hasText: text }).waitFor();

  it('zooms by dragging, moves by keys and shows everything again', async () => {
    await show();
    const box = await canvas().boundingBox();
    assert.ok(box);
    const at = (share: number) => box.x + box.width * share;
    const y = box.y + box.height / 2;
    await code.page.mouse.move(at(0.4), y);
    await code.page.mouse.down();
    await code.page.mouse.move(at(0.6), y, { steps: 5 });
    await code.page.mouse.up();
    await said(/drawing \d\d of \d\d points/);
    await code.picture('chart-zoomed');
    await panel().getByRole('button', { name: 'Reset Zoom' }).click();
    await said(/drawing 200 of 200 points/);
    await canvas().focus();
    await code.page.keyboard.press('+');
    await said(/drawing 1\d\d of 1\d\d points/);
    await code.page.keyboard.press('0');
    await said(/drawing 200 of 200 points/);
  });

  it('switches curves off by a click and leaves one alone with Alt', async () => {
    await show();
    const validation = panel().getByRole('button', { name: /val loss/ });
    await validation.click();
    await said(/drawing 100 of 100 points/);
    await validation.click();
    await said(/drawing 200 of 200 points/);
    await validation.click({ modifiers: ['Alt'] });
    assert.equal(await validation.getAttribute('aria-pressed'), 'true');
    const training = panel().getByRole('button', { name: /train loss/ });
    assert.equal(await training.getAttribute('aria-pressed'), 'false');
  });

  it('is worked by the keyboard alone, and says the values at the cursor', async () => {
    await show();
    await panel().locator('h1').click();
    for (let tabs = 0; tabs < 40; tabs++) {
      await code.page.keyboard.press('Tab');
      if (
        await canvas().evaluate((element: { matches(rule: string): boolean }) =>
          element.matches(':focus'),
        )
      )
        break;
    }
    await code.page.keyboard.press('ArrowRight');
    await code.page.keyboard.press('ArrowRight');
    const tooltip = panel().locator('.tooltip').first();
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /epoch 2\s+train loss\s+[\d.]+\s+val loss\s+[\d.]+/);
  });

  it('opens the log at a point, and marks the point that the cursor in the log stands at', async () => {
    await show();
    await canvas().focus();
    for (let step = 0; step < 3; step++) await code.page.keyboard.press('ArrowRight');
    await code.page.keyboard.press('Enter');
    await code.page.locator('.statusbar-item', { hasText: 'Ln 4, Col 1' }).waitFor();
    await code.page.keyboard.press('ArrowDown');
    await code.picture('chart-and-log');
  });

  it('shows the data as a table that can be copied', async () => {
    await show();
    await panel().locator('summary', { hasText: 'Data table' }).click();
    const rows = panel().locator('.data .table-tall tbody tr');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 100);
    assert.match(await panel().locator('.stats tbody tr').nth(1).innerText(), /0\.4047 @ 27/);
    await panel().getByRole('button', { name: 'Copy as TSV' }).click();
    await panel()
      .locator('[aria-live]', { hasText: 'Copied 100 rows.' })
      .waitFor({ state: 'attached' });
  });

  for (const [choice, file, expected] of [
    [
      'All values (CSV)',
      'chart.csv',
      /^run,series,metric,split,epoch,value\n.*val loss,loss,validation,27,0\.4047\n/s,
    ],
    ['Drawing (SVG)', 'chart.svg', /^<svg [^>]*>.*best 0\.4047 @ 27.*<\/svg>\s*$/s],
    ['Picture (PNG)', 'chart.png', /^.PNG/],
    [
      'Whole report (Markdown or HTML)',
      'chart.html',
      /^<!doctype html>.*Overfitting since epoch/is,
    ],
    ['Markdown with picture', 'chart.md', /Overfitting since epoch.*!\[.*\]\(chart\.png\)/s],
  ] as const)
    it(`saves as ${choice} what is in view`, async () => {
      await show();
      await panel().locator('summary', { hasText: 'Export' }).click();
      await panel().getByRole('button', { name: choice }).click();
      await saveAs(file);
      assert.ok(existsSync(inWorkspace(file)));
      assert.match(readFileSync(inWorkspace(file), 'latin1'), expected);
    });

  it('draws every metric, with one zoom and one cursor', async () => {
    await show();
    await panel().locator('summary', { hasText: 'More' }).click();
    await named('All metrics').check();
    await panel().locator('canvas').nth(1).waitFor();
    await said(/drawing 400 of 400 points/);
    await code.picture('chart-all-metrics');
    await named('All metrics').uncheck();
  });

  it('marks where a patience would have stopped, and says what it would have cost', async () => {
    await show();
    await panel().locator('summary', { hasText: 'More' }).click();
    await named('Patience').fill('8');
    await panel()
      .getByText(/^Patience 8 stops after 35, keeps 0\.4047 @ 27/)
      .waitFor();
    await code.picture('chart-patience');
    await named('Patience').fill('0');
  });

  it('draws where a run that is not finished is heading, with its range', async () => {
    const lines = readFileSync(inWorkspace(OVERFIT), 'utf8').split(/(?<=\n)/);
    writeFileSync(inWorkspace(UNFINISHED), lines.slice(0, 16).join(''));
    await show(UNFINISHED);
    await panel()
      .locator('.outlook')
      .filter({ hasText: /^At the planned end, epoch 100, val loss is expected at/ })
      .waitFor();
    for (const theme of themes) {
      await code.theme(theme);
      await code.picture(`chart-forecast-${theme}`);
    }
  });

  it('keeps the zoom over a reload of the window', async () => {
    await show();
    await canvas().focus();
    await code.page.keyboard.press('+');
    await said(/drawing 1\d\d of 1\d\d points/);
    const before = await caption();
    // The workbench writes its state down some seconds after a change.
    await code.page.waitForTimeout(8000);
    await code.reload();
    await canvas().waitFor();
    await panel().locator('.caption').filter({ hasText: before }).waitFor();
    await panel().getByRole('button', { name: 'Reset Zoom' }).click();
  });

  it('says that it draws some of a million points, and zooming shows the one that matters', async () => {
    writeFileSync(inWorkspace('million.csv'), millionSteps());
    await show('million.csv');
    await said(/drawing [\d,]+ of 2,000,000 points/);
    await code.picture('chart-million');
    await canvas().focus();
    for (let zoom = 0; zoom < 20; zoom++) await code.page.keyboard.press('+');
    await said(/drawing ([\d,]+) of \1 points/);
  });

  for (const theme of themes)
    it(`has nothing that an automatic check of accessibility finds serious in the ${theme} theme`, async () => {
      await show();
      await code.theme(theme);
      await panel().locator('summary', { hasText: 'More' }).click();
      assert.deepEqual(await seriousProblems(panel().locator('body')), []);
    });
});
