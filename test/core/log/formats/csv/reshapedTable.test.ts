import assert from 'node:assert/strict';
import { reshapedTable } from '../../../../../src/core/log/formats/csv/reshapedTable';
import { assertChunkLaw } from '../../chunkLaw';
import { read, recognizes } from '../reading';

const WIDE = 'metric,epoch_1,epoch_2,epoch_3\nloss,0.5,0.25,\nval_loss,0.75,0.5,0.5\nnote,a,b,c\n';
const LONG =
  'epoch,phase,metric,value\n1,train,loss,0.5\n1,val,loss,0.75\n2,train,loss,nan\n2,val,loss,x\n';

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

  it('have a row per value, with its metric and split in cells', () => {
    assert.deepEqual(read(reshapedTable, 'a.csv', LONG).records, [
      { line: 2, fields: { 'epoch: epoch': 1, 'loss (train)': 0.5 } },
      { line: 3, fields: { 'epoch: epoch': 1, 'loss (validation)': 0.75 } },
      { line: 4, fields: { 'epoch: epoch': 2, 'loss (train)': NaN } },
    ]);
  });

  it('are read the same however they are cut', () => {
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
