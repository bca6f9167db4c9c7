import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notebookOf } from '../../../../src/core/log/formats/notebook';
import { text } from '../../../../src/core/log/formats/text';
import { assertChunkLaw } from '../chunkLaw';
import { type Heard, read, recognizes } from './reading';

const notebook = notebookOf(text);

const stream = (printed: string | readonly string[], name = 'stdout'): object => ({
  name,
  output_type: 'stream',
  text: printed,
});
const shown = (data: object): object => ({ data, metadata: {}, output_type: 'display_data' });
const code = (...outputs: readonly object[]): object => ({
  cell_type: 'code',
  execution_count: 1,
  metadata: {},
  outputs,
  source: ['epoch = 7\n', 'print("loss: 0.5")'],
});
const MARKDOWN = { cell_type: 'markdown', metadata: {}, source: ['epoch 9 loss 0.5'] };
const written = (...cells: readonly object[]): string =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
const heard = (content: string): Heard => read(notebook, 'train.ipynb', content);

const epochs = (losses: readonly number[]): string[] =>
  losses.map(
    (loss, at) => `Epoch ${at + 1}/${losses.length} - loss: ${loss} - val_loss: ${loss + 1}\n`,
  );
const TWO = written(MARKDOWN, code(stream(epochs([3, 2]))), code(), code(stream(epochs([5, 4]))));
const FASTAI = `<table border="1" class="dataframe">
  <thead><tr style="text-align: left;"><th>epoch</th><th>train_loss</th><th>valid_loss</th><th>time</th></tr></thead>
  <tbody><tr><td>0</td><td>3.5</td><td>1.5</td><td>01:20</td></tr>
  <tr><td>1</td><td>2.5</td><td><b>0.5</b></td><td>01:21</td></tr></tbody></table>`;

describe('notebook', () => {
  it('is recognised by its cells or its name', () => {
    assert.deepEqual(
      [
        recognizes(notebook, 'notebook', TWO),
        recognizes(notebook, 'train.ipynb', '{"metadata": {}}'),
        recognizes(notebook, 'cells.json', '{"cells": [{"loss": 1}]}'),
        recognizes(notebook, 'train.log', 'see "cell_type" and "cells": 1'),
      ],
      [true, true, false, false],
    );
  });

  it('reads what each cell printed as a run of its own, at the lines of the file; sources are no log', () => {
    const { records, marks } = heard(TWO);
    const lines = TWO.split('\n');
    const found = records.map(({ line, fields }) => [lines[line - 1]?.trim().slice(1, 10), fields]);
    assert.deepEqual(found, [
      ['Epoch 1/2', { 'epoch: Epoch': 1, loss: 3, val_loss: 4 }],
      ['Epoch 2/2', { 'epoch: Epoch': 2, loss: 2, val_loss: 3 }],
      ['Epoch 1/2', { 'epoch: Epoch': 1, loss: 5, val_loss: 6 }],
      ['Epoch 2/2', { 'epoch: Epoch': 2, loss: 4, val_loss: 5 }],
    ]);
    assert.deepEqual(
      marks.flatMap(mark => (mark.kind === 'run' ? [mark.name] : [])),
      ['cell 2', 'cell 4'],
    );
  });

  it('puts lines together that another stream interrupts', () => {
    const [first, second] = epochs([3, 2]);
    const cell = code(
      stream([first!, second!.slice(0, 12)]),
      stream('UserWarning: step 5\n', 'stderr'),
      stream(second!.slice(12)),
    );
    assert.deepEqual(
      heard(written(cell)).records.map(({ fields }) => fields),
      [
        { 'epoch: Epoch': 1, loss: 3, val_loss: 4 },
        { 'epoch: Epoch': 2, loss: 2, val_loss: 3 },
      ],
    );
  });

  it('reads the tables that fastai shows as HTML, each a run', () => {
    const table = shown({
      'text/html': [FASTAI],
      'text/plain': ['<IPython.core.display.HTML object>'],
    });
    const { records, marks } = heard(written(code(table, table)));
    const rows = [
      { 'epoch: epoch': 0, train_loss: 3.5, valid_loss: 1.5 },
      { 'epoch: epoch': 1, train_loss: 2.5, valid_loss: 0.5 },
    ];
    assert.deepEqual(
      records.map(({ fields: { 'epoch: epoch': epoch, train_loss, valid_loss } }) => ({
        'epoch: epoch': epoch,
        train_loss,
        valid_loss,
      })),
      [...rows, ...rows],
    );
    assert.equal(marks.filter(mark => mark.kind === 'run').length, 2);
  });

  it('says nothing of a notebook that printed nothing', () => {
    assert.deepEqual(heard(written(MARKDOWN, code())), { records: [], marks: [], problems: [] });
  });

  it('keeps what stands before the place where half a file ends', () => {
    const whole = heard(TWO).records;
    for (let length = 1; length < TWO.length; length++) {
      const { records, problems } = heard(TWO.slice(0, length));
      assert.deepEqual(records, whole.slice(0, records.length), `${length} characters`);
      assert.deepEqual(problems, [{ code: 'truncated', line: 0, details: {} }]);
    }
  });

  it('reads the same however the bytes are cut', () => {
    assertChunkLaw(notebook, 'train.ipynb', TWO, 10);
  });

  it('survives outputs of any shape', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (outputs, data) => {
        heard(JSON.stringify({ cells: [{ outputs }, { outputs: [{ data }] }, ...outputs] }));
      }),
    );
  });
});
