import assert from 'node:assert/strict';
import { reshapedTable } from '../../../../../src/core/log/formats/csv/reshapedTable';
import { assertChunkLaw } from '../../chunkLaw';
import { read, recognizes } from '../reading';

const WIDE = 'metric,epoch_1,epoch_2,epoch_3\nloss,0.5,0.25,\nval_loss,0.75,0.5,0.5\nnote,a,b,c\n';
const LONG =
  'epoch,phase,metric,value\n1,train,loss,0.5\n1,val,loss,0.75\n2,train,loss,nan\n2,val,loss,x\n';
const PHASES =
  'epoch,phase,loss,lr\n1,train,2,0.1\n1,val,3,0.1\n2/9,train,1,0.1\n2/9,val,,\n3,val,2,0.1\n';
const SIDE_BY_SIDE =
  'seed,model,epoch,val_loss\n7,a,1,4\n7,b,1,5\n7,a,2,3\n7,b,2,4\n7,a,3,2\n7,b,3,3\n';

describe('tables whose records do not stand row by row', () => {
  it('have a column per epoch and a row per metric, an empty cell where nothing was measured', () => {
    assert.deepEqual(
      read(reshapedTable, 'a.csv', WIDE).records.map(({ fields }) => fields),
      [
        { 'epoch: epoch': 1, loss: 0.5, val_loss: 0.75 },
        { 'epoch: epoch': 2, loss: 0.25, val_loss: 0.5 },
        { 'epoch: epoch': 3, val_loss: 0.5 },
      ],
    );
  });

  it('have a row per curve where a script wrote its lists, by the name of the row or of the file', () => {
    const row = (start: number) => Array.from({ length: 20 }, (_, at) => start + at / 64).join(',');
    const text = `${row(0.5)}\n${row(8)}\n`;
    const { records, marks } = read(reshapedTable, 'log/log_vit.csv', text);
    assert.equal(records.length, 20);
    assert.deepEqual(records[1]?.fields, { 'row 1': 0.515625, 'row 2': 8.015625 });
    assert.deepEqual(marks, [{ kind: 'unit', unit: 'epoch', line: 1 }]);
    const named = read(reshapedTable, 'a.csv', `train_loss,${row(2)}\nval_loss,${row(3)}\n`);
    assert.deepEqual(named.records[0]?.fields, { train_loss: 2, val_loss: 3 });
    assert.equal(recognizes(reshapedTable, 'data/features.csv', text), false);
  });

  it('have a row per value, with its metric and split in cells', () => {
    assert.deepEqual(read(reshapedTable, 'a.csv', LONG).records, [
      { line: 2, fields: { 'epoch: epoch': 1, 'loss (train)': 0.5 } },
      { line: 3, fields: { 'epoch: epoch': 1, 'loss (validation)': 0.75 } },
      { line: 4, fields: { 'epoch: epoch': 2, 'loss (train)': NaN } },
    ]);
  });

  it('have a row per split, with its name in a cell', () => {
    assert.deepEqual(
      read(reshapedTable, 'a.csv', PHASES).records.map(({ fields }) => fields),
      [
        { 'epoch: epoch': 1, 'loss (train)': 2, lr: 0.1 },
        { 'epoch: epoch': 1, 'loss (validation)': 3, lr: 0.1 },
        { 'epoch: epoch': 2, 'loss (train)': 1, lr: 0.1 },
        { 'epoch: epoch': 3, 'loss (validation)': 2, lr: 0.1 },
      ],
    );
  });

  it('have rows of several runs side by side; runs that follow each other are ordinary', () => {
    const { records, marks } = read(reshapedTable, 'a.csv', SIDE_BY_SIDE);
    assert.deepEqual(marks, [
      { kind: 'run', name: '7 a', line: 2 },
      { kind: 'run', name: '7 b', line: 3 },
    ]);
    assert.deepEqual(
      records.map(({ fields }) => fields['val_loss']),
      [4, 3, 2, 5, 4, 3],
    );
    const folds = 'fold,epoch,loss\n1,1,4\n1,2,3\n2,1,5\n2,2,4\n';
    assert.equal(recognizes(reshapedTable, 'a.csv', folds), false);
  });

  it('are read the same however they are cut', () => {
    assertChunkLaw(reshapedTable, 'a.csv', PHASES);
    assertChunkLaw(reshapedTable, 'a.csv', SIDE_BY_SIDE);
    assertChunkLaw(reshapedTable, 'a.csv', WIDE);
    assertChunkLaw(reshapedTable, 'a.csv', LONG);
  });

  it('are no other tables: years side by side, values of anything else, ordinary logs', () => {
    for (const content of [
      'country,1990,1991,1992,1993\nNorway,1,2,3,4\nPeru,2,3,4,5\n',
      'metric,epoch_1,epoch_2,epoch_3\nwidth,1,2,3\n',
      'step,key,value\n1,temperature,0.5\n2,temperature,0.6\n',
      'epoch,loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n',
      '',
    ]) {
      assert.equal(recognizes(reshapedTable, 'a.csv', content), false, content);
    }
  });
});
