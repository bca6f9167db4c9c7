import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { event, eventFile, simple } from '../core/log/formats/tfevents/encode';
import { inWorkspace } from './support/environment';
import { until, Workbench } from './support/workbench';

const FOLDER = 'binary';
const WANDB =
  'test/fixtures/trackers/wandb/offline-run-20261123_200713-abcd1234/run-abcd1234.wandb';

/** What TensorBoard would be given: thirty epochs. */
function events(): Uint8Array {
  const epochs = Array.from({ length: 30 }, (_, at) => at + 1);
  return eventFile(
    ...epochs.flatMap(epoch => [
      event(epoch, 1.7e9 + 60 * epoch, simple('loss/train', 2 / epoch)),
      event(epoch, 1.7e9 + 60 * epoch, simple('loss/validation', 0.5 + (epoch - 15) ** 2 / 400)),
    ]),
  );
}

const KERAS = Array.from({ length: 20 }, (_, at) => 2 / (at + 1));

describe('logs as editors', () => {
  let code: Workbench;
  before(async () => {
    mkdirSync(inWorkspace(FOLDER));
    writeFileSync(inWorkspace(`${FOLDER}/events.out.tfevents.1700000000.host.1.0`), events());
    cpSync(WANDB, inWorkspace(`${FOLDER}/run-abcd1234.wandb`));
    cpSync('test/fixtures/stores/mlflow.db', inWorkspace(`${FOLDER}/mlflow.db`));
    cpSync(inWorkspace('runs/keras/training.csv'), inWorkspace(`${FOLDER}/training.csv`));
    const history = { loss: KERAS, val_loss: KERAS.map(loss => loss + 0.25) };
    writeFileSync(inWorkspace(`${FOLDER}/history.json`), JSON.stringify(history));
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    rmSync(inWorkspace(FOLDER), { recursive: true, force: true });
  });

  const drawn = () =>
    code
      .webview()
      .locator('.caption')
      .filter({ hasText: /drawing \d/ })
      .waitFor();

  for (const name of ['events.out.tfevents.1700000000.host.1.0', 'run-abcd1234.wandb'])
    it(`open ${name} straight as curves`, async () => {
      await code.openAny(`${FOLDER}/${name}`);
      await drawn();
      assert.match(await code.webview().locator('h1').innerText(), new RegExp(name.slice(0, 8)));
      await code.picture(`editor-${name.replace(/\W+/g, '-')}`);
    });

  for (const name of ['mlflow.db', 'training.csv', 'history.json'])
    it(`offer themselves for ${name}, which opens as it always did`, async () => {
      await code.openAny(`${FOLDER}/${name}`);
      assert.equal(await code.page.locator('iframe.webview.ready:visible').count(), 0);
      const offered = code.page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: 'Training Curves' });
      await until(() => code.command('View: Reopen Editor With...'), offered);
      await offered.first().click();
      await drawn();
      await code.picture(`editor-${name.replace(/\W+/g, '-')}`);
    });

  it('are there again after a reload of the window', async () => {
    await code.openAny(`${FOLDER}/run-abcd1234.wandb`);
    await drawn();
    // The workbench writes its state down some seconds after a change.
    await code.page.waitForTimeout(8000);
    await code.reload();
    await drawn();
  });
});
