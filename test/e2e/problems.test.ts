import assert from 'node:assert/strict';
import { themes, until, Workbench } from './support/workbench';

describe('the Problems list', () => {
  let code: Workbench;
  before(async () => {
    code = await Workbench.open();
    await code.page.keyboard.press('Control+Shift+M');
    await code.page.locator('.markers-panel').waitFor();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => code.close());

  const problem = (text: RegExp) => code.page.locator('.markers-panel').getByText(text).first();

  it('says on the log since when it overfits, with the code of the rule', async () => {
    await code.openFile('runs/overfit/train.log');
    await problem(/Overfitting since epoch \d+/).waitFor();
    await code.page
      .locator('.markers-panel')
      .getByText('overfitting', { exact: false })
      .first()
      .waitFor();
  });

  it('says on the log at which line it diverged', async () => {
    await code.openFile('runs/diverge/metrics.jsonl');
    await problem(/NaN/).waitFor();
  });

  it('says on the setting that the evidence contradicts it', async () => {
    await code.openFile('config.yaml');
    await problem(/epochs: 100/).waitFor();
    for (const theme of themes) {
      await code.theme(theme);
      await code.picture(`problems-${theme}`);
    }
  });

  it('offers a quick fix on the setting', async () => {
    await code.openFile('config.yaml');
    await problem(/epochs: 100/).waitFor();
    await code.line('epochs: 100').click();
    const menu = code.page.locator('.action-widget').first();
    await until(() => code.page.keyboard.press('Control+.'), menu);
    assert.match(await menu.innerText(), /Set epochs to \d+/);
    await code.picture('quick-fix');
    await code.page.keyboard.press('Escape');
  });
});
