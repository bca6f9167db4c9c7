import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkspace } from '../e2e/support/environment';
import { until, Workbench } from '../e2e/support/workbench';

const LOG = 'runs/browser/train.log';

/** As a print loop writes it: falls for ten epochs, rises after. */
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    const loss = epoch <= 10 ? 1 / epoch : 0.1 + (epoch - 10) / 20;
    return `Epoch ${epoch}/40 - loss: ${(0.9 / epoch).toFixed(4)} - val_loss: ${loss.toFixed(4)}\n`;
  }).join('');

describe('in the browser', () => {
  let code: Workbench;
  before(async () => {
    mkdirSync(dirname(inWorkspace(LOG)), { recursive: true });
    writeFileSync(inWorkspace(LOG), lines(1, 24));
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    rmSync(dirname(inWorkspace(LOG)), { recursive: true, force: true });
  });

  it('the runs of the workspace are found', async () => {
    const { page } = code;
    const title = page.locator('.composite.title', { hasText: 'Runs' });
    const row = page.locator('.composite.viewlet .monaco-list-row').filter({ hasText: 'overfit' });
    await until(async () => {
      // Another click on what is shown would hide it.
      if (await title.isHidden())
        await page.locator('.activitybar [aria-label^="Epoch Lens"]').first().click();
    }, row.first());
    await row.filter({ hasText: 'best' }).first().waitFor();
    await code.picture('web-runs');
  });

  it('the curves of a log are drawn and judged, with what is written to it later', async () => {
    await code.showCurves(LOG);
    await code
      .webview()
      .getByText(/Overfitting since epoch/)
      .first()
      .waitFor();
    await code.picture('web-curves');
    appendFileSync(inWorkspace(LOG), lines(25, 26));
    await code
      .webview()
      .getByText(/26 of 40 epochs/)
      .first()
      .waitFor();
  });
});
