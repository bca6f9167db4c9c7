import assert from 'node:assert/strict';
import { themes, Workbench } from './support/workbench';

describe('the convergence report', () => {
  let code: Workbench;
  before(async () => {
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => code.close());

  const preview = () => code.webview().locator('body');

  it('opens as a preview for one log, with verdict, curve and replay', async () => {
    await code.openFile('runs/overfit/train.log');
    await code.command('Epoch Lens: Open Convergence Report');
    await preview()
      .getByText(/Overfitting since epoch/)
      .first()
      .waitFor();
    const text = await preview().innerText();
    assert.match(text, /Suggested \d+ epochs|\d+ \(\d+–\d+\)/);
    assert.match(text, /patience/i);
  });

  for (const theme of themes)
    it(`covers the whole workspace, in the ${theme} theme`, async () => {
      await code.theme(theme);
      await code.command('Epoch Lens: Open Convergence Report of Workspace');
      await preview()
        .getByText(/fold_1/)
        .first()
        .waitFor({ timeout: 60_000 });
      await code.picture(`report-${theme}`);
      const text = await preview().innerText();
      assert.match(text, /±/);
    });
});
