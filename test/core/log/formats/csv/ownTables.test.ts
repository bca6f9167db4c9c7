import assert from 'node:assert/strict';
import { csv } from '../../../../../src/core/log/formats/csv';
import { read, recognizes } from '../reading';

const rows = (path: string, content: string): object[] =>
  read(csv, path, content).records.map(record => record.fields);

describe('tables of people and their tools', () => {
  it('reads the curves of agents by episode, and no series on television', () => {
    const agent = 'episode,reward,steps,epsilon\n1,-5,30,0.9\n2,3,12,0.8\n3,4,20,0.7\n';
    assert.deepEqual(rows('log.csv', agent)[0], { 'step: episode': 1, reward: -5, epsilon: 0.9 });
    const series = 'season,episode,title,score\n1,1,Pilot,8.1\n1,2,Next,7.9\n1,3,Last,8.4\n';
    assert.ok(!recognizes(csv, 'log.csv', series));
  });

  it('takes what more data would give for no training', () => {
    const sizes = 'train_ratio,train,val,test\n0.1,0.98,0.96,0.96\n0.5,0.95,0.97,0.97\n';
    assert.ok(!recognizes(csv, 'learning_curve.csv', sizes));
    const rows = 'train_rows,train_accuracy,val_accuracy\n100,0.98,0.9\n200,0.96,0.95\n';
    assert.ok(!recognizes(csv, 'learning_curves.csv', rows));
  });

  it("knows TensorBoard's downloads by their header, and what they hold by their name", () => {
    const content = 'Wall time,Step,Value\n1700000000.5,0,2\n1700000001.5,1,1\n';
    const read = (path: string): string[] => Object.keys(rows(path, content)[0]!);
    assert.deepEqual(read('run-logs_validation-tag-epoch_loss.csv').slice(2), [
      'epoch_loss (validation)',
    ]);
    assert.deepEqual(read('run-.-tag-Loss_train.csv').slice(2), ['Loss_train']);
    assert.deepEqual(read('version_3.csv').slice(2), ['Value']);
  });

  it('joins the measure of the file to columns that only name a split', () => {
    const content = '# epoch,train,val\n0,2,3\n1,1,2\n';
    assert.deepEqual(rows('loss.csv', content)[0], {
      'epoch: epoch': 0,
      'loss/train': 2,
      'loss/val': 3,
    });
  });

  it('takes no table of trainings that differ in what was chosen', () => {
    const content =
      'epochs,batch_size,train_loss,val_loss\n10,16,0.5,0.6\n20,32,0.4,0.5\n10,32,0.3,0.4\n';
    assert.ok(!recognizes(csv, 'results.csv', content));
    assert.ok(recognizes(csv, 'results.csv', content.replaceAll(/\n[12]0,(?:16|32)/g, '\n10,32')));
  });

  it('reads a list of numbers, one a line, in a file called after a measure', () => {
    const content = '1.5e+00\n7.5e-01\n5.0e-01\n';
    assert.deepEqual(rows('train_loss.txt', content), [
      { 'train_loss (train)': 1.5 },
      { 'train_loss (train)': 0.75 },
      { 'train_loss (train)': 0.5 },
    ]);
    assert.ok(!recognizes(csv, 'samples.txt', content));
  });

  it('takes rows of measures and nothing else for a training where a loss is among them', () => {
    const only = 'loss\n0.75\n0.5\n0.25\n';
    assert.deepEqual(rows('data.csv', only), [{ loss: 0.75 }, { loss: 0.5 }, { loss: 0.25 }]);
    const parts = 'loss,aux_loss,time\n3.5,1,2024-05-13 12:26\n2,0.5,2024-05-13 12:27\n1,0,now\n';
    assert.equal(rows('data.csv', parts).length, 3);
    assert.ok(!recognizes(csv, 'data.csv', parts.replace('aux_loss', 'premium')));
    assert.ok(!recognizes(csv, 'data.csv', 'loss\n75\n50\n25\n'), 'counts of what was lost');
    assert.ok(!recognizes(csv, 'data.csv', 'score\n0.75\n0.5\n0.25\n'));
  });

  it('passes over what a program puts above columns without names', () => {
    const list = [{ loss: 0.75 }, { loss: 0.5 }];
    assert.deepEqual(rows('loss.csv', '0\n0.75\n0.5\n'), list);
    const counted = rows('loss.csv', 'x1,x2\n1,0.75 (tracked)\n2,0.5 (tracked)\n');
    assert.deepEqual(
      counted,
      list.map((row, at) => ({ 'step: column 0': at + 1, ...row })),
    );
    assert.deepEqual(rows('loss.csv', '0\n1\n2\n').length, 3);
  });

  it('goes on below the header of a later launch, by its names', () => {
    const first = 'epoch,loss,acc\n0,3,0.25\n1,2,0.5\n2,1,0.75\n';
    const after = (launch: string): object[] => rows('log.csv', first + launch).slice(3);
    assert.deepEqual(after('epoch,acc,loss\n0,0.5,2.5\n'), [
      { 'epoch: epoch': 0, acc: 0.5, loss: 2.5 },
    ]);
    assert.deepEqual(after('epoch,step,loss,val_loss\n0,10,2.5,3.5\n'), [
      { 'epoch: epoch': 0, 'step: step': 10, loss: 2.5, val_loss: 3.5 },
    ]);
    assert.deepEqual(after('epoch,loss,acc,val_loss\n0,2.5,0.5,3.5\n').length, 1);
    assert.deepEqual(after('epoch,loss\n0,2.5\n'), [{ 'epoch: epoch': 0, loss: 2.5 }]);
    assert.deepEqual(after('name,loss,loss\n').length, 0);
  });

  it('takes what ticks for a training where something of an agent or a loss stands beside it', () => {
    const life = 'tick,organisms,fitness\n0,500,0.5\n10,510,0.51\n20,505,0.52\n';
    assert.ok(!recognizes(csv, 'metrics.csv', life));
    assert.ok(recognizes(csv, 'metrics.csv', life.replace('fitness', 'reward')));
  });

  it('takes days since an epoch and solvers for no training', () => {
    const days = 'epoch,mag,error\n2459000.5,15.1,0.1\n2459001.5,15.2,0.2\n2459002.5,15.1,0.1\n';
    assert.ok(!recognizes(csv, 'epochs.csv', days));
    const solver = 'iter,objective,inf_pr,inf_du\n0,1.5,0.1,0.5\n1,1.2,0.05,0.2\n2,1.1,0.01,0.1\n';
    assert.ok(!recognizes(csv, 'log.csv', solver));
  });

  it("skips the numbers over a series of pandas', and the row of all", () => {
    const series = ',0\n0,2.5\n1,1.5\n2,0.5\n';
    assert.equal(rows('train_loss.csv', series).length, 3);
    const summary = 'epoch,loss\n1,2.5\n2,1.5\nall,2\n';
    assert.deepEqual(rows('log.csv', summary), [
      { 'epoch: epoch': 1, loss: 2.5 },
      { 'epoch: epoch': 2, loss: 1.5 },
    ]);
  });

  it('takes a clock and a step in front of a value without a header', () => {
    const content = '1700000000.5,0,0.3\n1700000010.5,100,0.2\n1700000020.5,200,0.1\n';
    const [first] = rows('loss_log.csv', content);
    assert.equal(Object.values(first!).at(-2), 0);
    assert.equal(Object.keys(first!).filter(name => name.startsWith('step')).length, 1);
  });
});
