import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { languageOf } from '../../../../src/core/config/languages/index';

const notebook = languageOf('a.ipynb')!;

const cell = (source: string | string[], type = 'code') => ({ cell_type: type, source });
const write = (...cells: object[]) => JSON.stringify({ cells, nbformat: 4 });

const told = (text: string) => {
  const { settings, cells = [] } = notebook.read(text);
  return settings.map(({ cell: at, start, end, key, value, primary }) => {
    assert.ok(at !== null);
    return [at, key, cells[at]!.slice(start, end), value, primary];
  });
};

describe('notebook settings', () => {
  it('stand in their cell, at offsets of its text', () => {
    const text = write(
      cell('# Epochs: 5', 'markdown'),
      cell(['import x\n', 'model.fit(x, epochs=12)']),
    );
    assert.deepEqual(told(text), [[1, 'epochs', '12', 12, true]]);
  });

  it('are followed from cell to cell', () => {
    const text = write(
      cell('n_epochs = 10'),
      cell('print("epochs = 3")'),
      cell('for epoch in range(n_epochs):\n  train(epoch)'),
    );
    assert.deepEqual(told(text), [
      [0, 'n_epochs', '10', 10, true],
      [2, 'range', 'n_epochs', null, false],
    ]);
  });

  it('stand in commands, and other magics are passed over', () => {
    const text = write(
      cell(
        '%time epochs = 3\n!python train.py \\\n  --lr 1 \\\n  --num_train_epochs 3 \\\n  --x\ny = 1',
      ),
    );
    assert.deepEqual(told(text), [[0, '--num_train_epochs', '3', 3, true]]);
  });

  it('are found in notebooks of older versions', () => {
    const cells = [{ cell_type: 'code', input: ['model.fit(epochs=7)\n'] }];
    assert.deepEqual(told(JSON.stringify({ worksheets: [{ cells }], nbformat: 3 })), [
      [0, 'epochs', '7', 7, true],
    ]);
  });

  it('are none in what is no notebook', () => {
    const { settings, problems } = notebook.read('{"cells": [{"source": "epochs = 10"');
    assert.deepEqual([settings, problems], [[], [{ offset: 0, code: 'syntax' }]]);
    assert.deepEqual(notebook.read('{"epochs": 3}').settings, []);
    assert.deepEqual(told(write(cell([]), { epochs: 1 })), []);
  });
});
