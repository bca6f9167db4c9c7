import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inWorkspace } from './support/environment';
import { assertReadable } from './support/readable';
import { themes, until, Workbench } from './support/workbench';

/** Where each language keeps its epochs: the line, the number, and what the lens must read like. */
const SETTINGS = [
  { file: 'config.yaml', line: 'epochs: 100', value: '100', key: 'yaml' },
  { file: 'configs/short.json', line: '"num_train_epochs": 15', value: '15', key: 'json' },
  { file: 'train.py', line: 'EPOCHS = ', value: '', key: 'python' },
] as const;

const LENS =
  /(Suggested \d[\d,]* epochs \(\d[\d,]*–\d[\d,]*\)|Still improving at \d+ · try \d+–\d+) · \d+ runs?/;

describe('beside the setting', () => {
  let code: Workbench;
  before(async () => {
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => code.close());

  const lens = () => code.lenses().filter({ hasText: LENS }).first();

  for (const { file, key } of SETTINGS)
    it(`stands a lens with the suggestion in ${file}`, async () => {
      await code.openFile(file);
      await lens().waitFor();
      assert.match(await lens().innerText(), LENS);
      await code.picture(`lens-${key}`);
    });

  it('opens the curves from the lens', async () => {
    await code.openFile('config.yaml');
    await until(
      () => lens().getByText('Suggested').click(),
      code.webview().locator('.verdict').filter({ hasText: /\w/ }),
    );
    assert.match(await code.webview().locator('.verdict').innerText(), /Overfitting/);
  });

  it('edits the number with Apply, and undo takes it back', async () => {
    await code.openFile('config.yaml');
    await code.line('epochs: 100').waitFor();
    const suggested = /Suggested (\d+)/.exec(await textOf(lens()))?.[1];
    const apply = code.lenses().getByText('Apply').first();
    // A lens that is drawn anew under the pointer loses the click; once it was applied, it is gone.
    await until(
      async () => {
        if (await apply.isVisible()) await apply.click();
      },
      code.line(`epochs: ${suggested ?? '?'}`),
    );
    await code.lenses().filter({ hasText: 'matches' }).first().waitFor();
    await code.line('optimizer').click();
    await code.page.keyboard.press('Control+Z');
    await code.line('epochs: 100').waitFor();
    await code.lenses().getByText('Apply').first().waitFor();
  });

  for (const { file, line, value, key } of SETTINGS)
    it(`explains the number when hovering it in ${file}`, async () => {
      await code.openFile(file);
      await lens().waitFor();
      const word = value === '' ? await numberIn(line) : value;
      const hover = await code.hoverWord(line, word, /\d+ epochs|try \d+/);
      await hover.locator('img').first().waitFor();
      assert.ok(await hover.locator('img').first().evaluate(hasPixels));
      assert.match(await hover.innerText(), /epoch/);
      await code.picture(`hover-${key}`);
    });

  for (const theme of themes)
    it(`is readable in the ${theme} theme`, async () => {
      await code.theme(theme);
      await code.openFile('config.yaml');
      await lens().waitFor();
      const hover = await code.hoverWord('epochs: 100', '100', /Suggested/);
      await code.picture(`hover-${theme}`);
      await assertReadable(hover.locator('p').first());
    });

  it('without any run explains what to log, and calls the usual range a prior; no lens appears', async () => {
    writeFileSync(inWorkspace('configs/fresh.yaml'), 'model: resnet50\nepochs: 77\nlr: 0.1\n');
    await code.openFile('configs/fresh.yaml');
    const hover = await code.hoverWord('epochs: 77', '77', /prior/i);
    assert.match(await hover.innerText(), /Write the training and validation loss/);
    assert.equal(await code.lenses().filter({ hasText: LENS }).count(), 0);
    await code.picture('hover-prior');
  });

  it('survives a config with errors in its syntax', async () => {
    writeFileSync(inWorkspace('configs/broken.yaml'), 'epochs: 77\n  - [ {"a:\n\t%%\n');
    await code.openFile('configs/broken.yaml');
    await code.line('epochs: 77').waitFor();
    await code.openFile('config.yaml');
    await lens().waitFor();
  });

  async function numberIn(line: string): Promise<string> {
    const found = /\d+/.exec(await textOf(code.line(line)));
    return found?.[0] ?? '';
  }
});

async function textOf(locator: Locator): Promise<string> {
  await locator.waitFor();
  return locator.innerText();
}

/** Whether an image was drawn: one that could not be decoded has no size. */
function hasPixels(image: { readonly naturalWidth: number }): boolean {
  return image.naturalWidth > 0;
}
