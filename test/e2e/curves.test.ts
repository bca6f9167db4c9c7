import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkspace } from './support/environment';
import { assertReadable, cutOff } from './support/readable';
import { themes, Workbench, until } from './support/workbench';

const OVERFIT = 'runs/overfit/train.log';

/** The first part of a sample, as if its training were still running. */
function startWriting(path: string, lines: number): string {
  const all = readFileSync(inWorkspace(OVERFIT), 'utf8').split(/(?<=\n)/);
  mkdirSync(dirname(inWorkspace(path)), { recursive: true });
  writeFileSync(inWorkspace(path), all.slice(0, lines).join(''));
  return all.slice(lines).join('');
}

describe('opening a log', () => {
  let code: Workbench;
  before(async () => {
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => {
    // Other suites look for logs in the same workspace.
    for (const folder of ['runs/grows', 'bad'])
      rmSync(inWorkspace(folder), { recursive: true, force: true });
    return code.close();
  });

  const text = (selector: string): Promise<string> => code.webview().locator(selector).innerText();

  it('shows curves, verdict, findings and suggestion from the button in the title of the log', async () => {
    await code.openFile(OVERFIT);
    await code.titleButton('Show Training Curves').click();
    const panel = code.webview();
    await panel.locator('canvas').first().waitFor();
    assert.match(await text('.verdict'), /^Overfitting since epoch \d+/);
    assert.match(await text('.suggestion'), /Suggested \d+ epochs \(\d+–\d+\)/);
    assert.ok((await panel.locator('.finding').count()) > 0);
    assert.match(await text('.replay'), /Patience 5/);
  });

  for (const theme of themes)
    it(`is readable in the ${theme} theme, with nothing cut off`, async () => {
      await code.showCurves(OVERFIT);
      const panel = code.webview();
      await panel.locator('canvas').first().waitFor();
      await code.theme(theme);
      await panel.locator('.finding').first().waitFor();
      await code.picture(`curves-${theme}`);
      for (const selector of ['.verdict', '.subtitle', '.finding p', '.suggested'])
        await assertReadable(panel.locator(selector).first());
      assert.equal(await cutOff(panel.locator('body')), 0);
    });

  it('opens from the menu of a file in the explorer', async () => {
    await code.command('Explorer: Focus on Folders View').catch(() => undefined);
    await code.openFile('configs/slow.yaml');
    await code.page.locator('.explorer-folders-view').getByText('runs', { exact: true }).click();
    await code.page.locator('.explorer-folders-view').getByText('keras', { exact: true }).click();
    const file = code.page.locator('.explorer-folders-view').getByText('training.csv');
    const item = code.page.getByRole('menuitem', { name: 'Show Training Curves' });
    // A menu that has just opened swallows the first click.
    await until(async () => {
      if (!(await item.isVisible())) await file.click({ button: 'right' });
      await code.page.waitForTimeout(400);
      await item.click({ timeout: 5000 });
    }, code.webview().locator('canvas'));
    assert.match(await text('header'), /training\.csv/);
  });

  for (const [path, state] of [
    ['runs/converge/metrics.csv', /Converged/],
    ['runs/short/trainer_state.json', /Still improving/],
    ['runs/diverge/metrics.jsonl', /Diverged at epoch \d+/],
    ['runs/noisy/metrics.jsonl', /Too noisy to tell/],
    ['runs/keras/console.log', /epoch/],
  ] as const)
    it(`says of ${path} how it went`, async () => {
      await code.showCurves(path);
      await code.webview().locator('canvas').first().waitFor();
      assert.match(await text('.verdict'), state);
      await code.picture(`curves-${path.replace(/\W+/g, '-')}`);
    });

  it('follows a log that grows, without a word from the user', async () => {
    const path = 'runs/grows/train.log';
    const rest = startWriting(path, 20);
    await code.showCurves(path);
    await code.webview().locator('canvas').first().waitFor();
    const before = await text('.subtitle');
    appendFileSync(inWorkspace(path), rest);
    await code
      .webview()
      .locator('.verdict')
      .filter({ hasText: /Overfitting since epoch/ })
      .waitFor();
    assert.notEqual(await text('.subtitle'), before);
  });

  it('keeps the panel, and what was chosen in it, over a reload of the window', async () => {
    await code.showCurves(OVERFIT);
    await code.webview().locator('canvas').first().waitFor();
    const logarithmic = code.webview().getByRole('checkbox').first();
    await logarithmic.check();
    const verdict = await text('.verdict');
    // The workbench writes its state down some seconds after a change.
    await code.page.waitForTimeout(8000);
    await code.reload();
    await code.webview().locator('canvas').first().waitFor();
    assert.equal(await text('.verdict'), verdict);
    assert.ok(await code.webview().getByRole('checkbox').first().isChecked());
    await logarithmic.uncheck();
  });

  const bad: Readonly<Record<string, string | Uint8Array>> = {
    'empty.log': '',
    'binary.log': Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
    'half.json': '{"log_history": [{"epo',
    'letter.txt': 'Dear reader,\n\nthis is no log at all.\n',
    'one-line.log': 'x'.repeat(5_000_000),
  };
  for (const [name, content] of Object.entries(bad))
    it(`says that there is no curve in ${name}, and what was understood`, async () => {
      mkdirSync(inWorkspace('bad'), { recursive: true });
      writeFileSync(inWorkspace(`bad/${name}`), content);
      await code.showCurves(`bad/${name}`);
      const stage = code.webview().locator('.stage');
      await stage.locator('.stage-head').waitFor();
      assert.match(await stage.innerText(), /\w+.*\./);
      assert.doesNotMatch(await stage.innerText(), /\bat .*\.js:\d+|undefined|TypeError/);
      await code.picture(`no-curve-${name.replace(/\W/g, '-')}`);
    });
});
