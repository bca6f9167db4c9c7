import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  click,
  closeAll,
  file,
  lenses,
  lensTitles,
  remove,
  until,
  write,
} from './support/workspace';

const EPOCHS = 30;
const printed = Array.from({ length: EPOCHS }, (_, index) => {
  const epoch = index + 1;
  const worse = Math.max(0, epoch - 12) * 0.02;
  const loss = `loss: ${(1 / epoch).toFixed(4)} - val_loss: ${(1.2 / Math.min(epoch, 12) + worse).toFixed(4)}`;
  return `Epoch ${epoch}/${EPOCHS}\n32/32 - 1s - ${loss}\n`;
});

const notebook = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# epochs = 3'] },
    {
      ...{ cell_type: 'code', metadata: {}, execution_count: 1, outputs: [] },
      source: [`EPOCHS = ${EPOCHS}`],
    },
    {
      ...{ cell_type: 'code', metadata: {}, execution_count: 2 },
      source: ['model.fit(x, epochs=EPOCHS)'],
      outputs: [{ output_type: 'stream', name: 'stdout', text: printed }],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe('in a notebook', () => {
  afterEach(async () => {
    await closeAll();
    await remove('notebooks');
  });

  it('the lens stands in the cell that holds the setting, and Apply changes it there', async () => {
    await write('notebooks/train.ipynb', JSON.stringify(notebook));
    const opened = await vscode.workspace.openNotebookDocument(file('notebooks/train.ipynb'));
    await vscode.window.showNotebookDocument(opened);
    const [, setting, fit] = opened.getCells().map(({ document }) => document);
    assert.ok(setting && fit);
    const titles = await until(async () => {
      const found = await lensTitles(setting);
      return found.length > 0 ? found : undefined;
    });
    assert.match(titles[0] ?? '', /^Suggested \d+ epochs \(\d+–\d+\) · 1 run$/);
    assert.deepEqual(await lensTitles(fit), []);
    await click((await lenses(setting))[1]);
    assert.match(setting.getText(), /^EPOCHS = \d+$/);
    assert.notEqual(setting.getText(), `EPOCHS = ${EPOCHS}`);
  });
});
