import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

/** Two configs that say the same: no evidence tells which of them made the log beside them. */
const CONFIG = 'model: resnet50\nepochs: 60\nlr: 0.1\nbatch_size: 32\n';

function log(): string {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const share = (at + 1) / 60;
    return `${at},${(2 / (at + 1)).toFixed(4)},${(1 + (share - 0.5) ** 2).toFixed(4)}`;
  });
  return `epoch,loss,val_loss\n${rows.join('\n')}\n`;
}

describe('between a setting and its runs', () => {
  let code: Workbench;
  before(async () => {
    mkdirSync(inWorkspace('ties'));
    writeFileSync(inWorkspace('ties/first.yaml'), CONFIG);
    writeFileSync(inWorkspace('ties/second.yaml'), CONFIG);
    writeFileSync(inWorkspace('ties/curious_history.csv'), log());
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    rmSync(inWorkspace('ties'), { recursive: true, force: true });
  });

  const lens = () =>
    code
      .lenses()
      .filter({ hasText: /Suggested/ })
      .first();
  const quickInput = () => code.page.locator('.quick-input-widget input[type="text"]').first();
  const row = (text: string) =>
    code.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

  const check = async (text: string) => {
    await row(text).locator('.label-name').first().click();
    await code.page.locator('.quick-input-count').filter({ hasText: '1' }).waitFor();
  };

  it('a run is tied by hand, the lens appears, and untying takes it away again', async () => {
    await code.openFile('ties/first.yaml');
    await code.line('epochs: 60').click();
    assert.equal(await lens().count(), 0);
    await until(() => code.command('Epoch Lens: Tie Run to This Setting…'), row('runs/'));
    await quickInput().fill('curious');
    await row('curious_history.csv').waitFor();
    await code.picture('tie-run');
    await check('curious_history.csv');
    await code.page.keyboard.press('Enter');
    await lens().waitFor();
    assert.match(await lens().innerText(), /Suggested \d+ epochs \(\d+–\d+\) · 1 run/);
    const hover = await code.hoverWord('epochs: 60', '60', /You tied these runs/);
    await hover.locator('img').first().waitFor();
    await code.picture('tied-run');
    await code.page.mouse.move(0, 0);
    await code.line('epochs: 60').click();
    await until(() => code.command('Epoch Lens: Untie Run from This Setting…'), row('curious'));
    await check('curious');
    await code.page.keyboard.press('Enter');
    await lens().waitFor({ state: 'detached' });
  });

  it('a log is tied to a setting, and untied', async () => {
    await code.openFile('ties/curious_history.csv');
    await until(
      () => code.command('Epoch Lens: Tie Run to This Setting…'),
      row('ties/second.yaml'),
    );
    await code.picture('tie-log');
    await row('ties/second.yaml').click();
    await code.openFile('ties/second.yaml');
    await lens().waitFor();
    await code.openFile('ties/curious_history.csv');
    await code.command('Epoch Lens: Untie Run from This Setting…');
    await code.openFile('ties/second.yaml');
    await lens().waitFor({ state: 'detached' });
  });

  it('a run that two configs claim is told at both, and counts for neither', async () => {
    mkdirSync(inWorkspace('ties/claimed'), { recursive: true });
    writeFileSync(inWorkspace('ties/claimed/history.csv'), log());
    for (const name of ['left', 'right']) {
      writeFileSync(inWorkspace(`ties/${name}.yaml`), `${CONFIG}output_dir: claimed\n`);
    }
    await code.openFile('ties/left.yaml');
    await code.lenses().filter({ hasText: 'May be of another setting · 1 run' }).waitFor();
    const hover = await code.hoverWord('epochs: 60', '60', /another setting may have made it/);
    await hover.locator('img').first().waitFor();
    await code.picture('claimed-run');
  });

  it('the runs of a setting are listed with their verdicts, and open', async () => {
    await code.openFile('train_folds.py');
    await lens().waitFor();
    await until(() => code.command('Epoch Lens: Show Runs of This Setting'), row('fold_3'));
    await code.picture('runs-of-setting');
    await row('fold_3').click();
    await code.webview().locator('.verdict').filter({ hasText: /\w/ }).waitFor();
  });

  it('a log leads to the setting that made it', async () => {
    await code.openFile('runs/overfit/train.log');
    await until(
      () => code.command('Epoch Lens: Go to the Setting That Made This Run'),
      code.line('epochs: 100'),
    );
    await code.picture('setting-of-log');
  });

  it('a number is completed when asked for', async () => {
    await code.openFile('config.yaml');
    await lens().waitFor();
    const suggested = /Suggested (\d+)/.exec(await lens().innerText())?.[1] ?? '?';
    await code.line('epochs: 100').click();
    await code.page.keyboard.press('End');
    const offered = code.page
      .locator('.suggest-widget .monaco-list-row')
      .filter({ hasText: suggested });
    await until(() => code.page.keyboard.press('Control+Space'), offered);
    await code.picture('completion');
    await offered.first().click();
    await code.line(`epochs: ${suggested}`).waitFor();
  });
});
