import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../../src/core/log/formats/csv';
import { read, recognizes } from './reading';

const rows = (path: string, content: string | Uint8Array): object[] =>
  read(csv, path, content).records.map(record => record.fields);

const KERAS = 'epoch,loss,val_loss\n0,1.5,1.25\n1,1.25,1.125\n';

describe('csv', () => {
  it('reads a table with a header; every record knows its line', () => {
    assert.deepEqual(read(csv, 'log.csv', KERAS), {
      records: [
        { line: 2, fields: { 'epoch: epoch': 0, loss: 1.5, val_loss: 1.25 } },
        { line: 3, fields: { 'epoch: epoch': 1, loss: 1.25, val_loss: 1.125 } },
      ],
      marks: [],
      problems: [],
    });
  });

  it('reads tabs, semicolons, bars and blanks between the cells', () => {
    for (const between of ['\t', ';', '|', '   ', ' | ', ' ; ']) {
      assert.deepEqual(rows('log.csv', KERAS.replaceAll(',', between)), rows('log.csv', KERAS));
    }
  });

  it('takes the same records from the bytes however they are cut', () => {
    const content =
      '\ufeff"epoch" ,"train ""loss""",note,val_loss\r\r\n0,0.5,"a\nb",\r\r\n1,nan,,0.25\r\n' +
      'epoch ,"train ""loss""",note,val_loss\r\n2,0.125,ü,1e-3\n3,1';
    const whole = read(csv, 'log.csv', content);
    const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 120 });
    fc.assert(
      fc.property(sizes, cuts => assert.deepEqual(read(csv, 'log.csv', content, cuts), whole)),
    );
  });

  it('finds a table below a title and settings', () => {
    const title = 'model:,./models/a\nsamples: 10\n\n';
    assert.deepEqual(read(csv, 'log.csv', title + KERAS), {
      records: [
        { line: 5, fields: { 'epoch: epoch': 0, loss: 1.5, val_loss: 1.25 } },
        { line: 6, fields: { 'epoch: epoch': 1, loss: 1.25, val_loss: 1.125 } },
      ],
      marks: [],
      problems: [],
    });
  });

  it('knows a training by one quantity on two splits, and by the name of the file', () => {
    assert.ok(recognizes(csv, 'a.csv', 'iter,train,vali\n0,0.5,0.75\n1,0.25,0.5\n'));
    assert.ok(recognizes(csv, 'loss_gan.csv', 'iter,dA,dB\n0,0.5,0.75\n1,0.25,0.5\n'));
    assert.ok(!recognizes(csv, 'a.csv', 'iter,dA,dB\n0,0.5,0.75\n1,0.25,0.5\n'));
  });

  it('takes the header of a comment, as DeePMD and numpy write it', () => {
    const table =
      '#  step   rmse_val  rmse_trn  lr\n 0  1.05e+01 1.1e+01 1.0e-03\n 100 7.6 9.6 1.0e-03\n';
    assert.deepEqual(rows('lcurve.out', table)[1], {
      'step: step': 100,
      rmse_val: 7.6,
      rmse_trn: 9.6,
      lr: 0.001,
    });
  });

  it('leaves a cell without a number out of its record; NaN and infinities are numbers', () => {
    const sparse =
      'epoch,step,train_loss,val_loss\n0,49,2.5,\n0,99,,1.5\n1,149,nan,\n1,199,,-inf\n2,249,[0.5 0.25],None\n';
    assert.deepEqual(rows('metrics.csv', sparse), [
      { 'epoch: epoch': 0, 'step: step': 49, train_loss: 2.5 },
      { 'epoch: epoch': 0, 'step: step': 99, val_loss: 1.5 },
      { 'epoch: epoch': 1, 'step: step': 149, train_loss: NaN },
      { 'epoch: epoch': 1, 'step: step': 199, val_loss: -Infinity },
    ]);
  });

  it('pads nothing: headers and cells lose the blanks around them', () => {
    const padded =
      '      epoch,   train/box_loss,   val/box_loss\n          0,           0.0675,        0.036\n';
    assert.deepEqual(rows('results.csv', padded), [
      { 'epoch: epoch': 0, 'train/box_loss': 0.0675, 'val/box_loss': 0.036 },
    ]);
  });

  it('leaves out columns that only number the rows, and the smallest and largest of merged points', () => {
    const table = ',Unnamed: 0,epoch,loss,loss__MIN,loss__MAX\n0,0,0,1.5,1,2\n1,1,1,1.25,1,2\n';
    assert.deepEqual(rows('log.csv', table)[0], { 'epoch: epoch': 0, loss: 1.5 });
  });

  it('reports a row with too few cells, with its line, and goes on', () => {
    const { records, problems } = read(csv, 'log.csv', `${KERAS}2,1.125\n3,1,0.5\n`);
    assert.deepEqual(problems, [{ code: 'bad-row', line: 4, details: { cells: 2, expected: 3 } }]);
    assert.deepEqual(records.at(-1), {
      line: 5,
      fields: { 'epoch: epoch': 3, loss: 1, val_loss: 0.5 },
    });
  });

  it('skips a header that stands between the rows again', () => {
    const again = `${KERAS}epoch,loss,val_loss\n0,3,2\n`;
    assert.deepEqual(
      read(csv, 'log.csv', again).records.map(record => record.line),
      [2, 3, 5],
    );
  });

  it('takes split and metric from the file where the columns say neither', () => {
    const export_ = 'Wall time,Step,Value\n1688704569.5,56,524.5\n1688704634.5,113,517.5\n';
    assert.deepEqual(rows('run/valid_loss.csv', export_)[0], {
      'step: Step': 56,
      'time: Wall time': 1688704569.5,
      valid_loss: 524.5,
    });
    const part = ',epoch,loss\n0,0,0.5\n1,1,0.25\n';
    assert.deepEqual(rows('1/val_metrics.csv', part)[0], {
      'epoch: epoch': 0,
      'loss (validation)': 0.5,
    });
    assert.deepEqual(rows('1/training_log.csv', part)[0], { 'epoch: epoch': 0, loss: 0.5 });
  });

  it('knows the results of YOLO by the shape of their cells, and their planned epochs', () => {
    const line = (epoch: number): string =>
      `     ${epoch}/499     4.69G      0.12   0.034   0.030    0.185        60       640 0.5 0.6 0.7 0.8 0.1 0.2 0.3`;
    const { records, marks } = read(csv, 'results.txt', `${line(0)}\n${line(1)}\n`);
    assert.deepEqual(marks, [
      { kind: 'epoch-base', base: 0, line: 1 },
      { kind: 'planned', count: 500, unit: 'epoch', line: 1 },
    ]);
    assert.equal(Object.keys(records[1]!.fields).length, 12);
    assert.equal(records[1]!.fields['metrics/mAP_0.5'], 0.7);
  });

  it('reads the episode monitor of Gym', () => {
    const monitor =
      '#{"t_start": 1664210125.1, "env_id": null}\nr,l,t\r\n-55,23,0.03\r\n-15,9,0.04\r\n';
    assert.deepEqual(rows('monitor.csv', monitor)[1], {
      'time: t': 0.04,
      'reward (r) (train)': -15,
      'length (l) (train)': 9,
    });
  });

  it('gives out a table of several runs side by side run by run', () => {
    const table =
      '"Step","a-1 - train/loss","a-1 - train/loss__MIN","b - train/loss"\n"0","3","3",""\n"1","2","2","5"\n';
    const { records, marks } = read(csv, 'export.csv', table);
    assert.deepEqual(marks, [
      { kind: 'run', name: 'a-1', line: 1 },
      { kind: 'run', name: 'b', line: 1 },
    ]);
    assert.deepEqual(records, [
      { line: 2, fields: { 'step: Step': 0, 'train/loss': 3 } },
      { line: 3, fields: { 'step: Step': 1, 'train/loss': 2 } },
      { line: 3, fields: { 'step: Step': 1, 'train/loss': 5 } },
    ]);
  });

  it('reads decimal commas where semicolons separate the cells', () => {
    assert.deepEqual(rows('log.csv', 'epoch;val_loss\n1;0,5\n2;1,25e-2\n'), [
      { 'epoch: epoch': 1, val_loss: 0.5 },
      { 'epoch: epoch': 2, val_loss: 0.0125 },
    ]);
  });

  it('reads decimal commas between tabs and in quotes, and takes no quoted thousand for one', () => {
    const tabs = 'epoch\tloss\n1\t0,5\n2\t1,234\n';
    assert.deepEqual(rows('log.tsv', tabs), [
      { 'epoch: epoch': 1, loss: 0.5 },
      { 'epoch: epoch': 2, loss: 1.234 },
    ]);
    const quoted = 'epoch,loss\n1,"0,5"\n2,"1,234"\n3,"0,25"\n';
    assert.deepEqual(rows('log.csv', quoted), [
      { 'epoch: epoch': 1, loss: 0.5 },
      { 'epoch: epoch': 3, loss: 0.25 },
    ]);
  });

  it('reads a table without a counter whose losses fall row by row, and no sweep of sizes', () => {
    const table = (first: (row: number) => string): string =>
      [`${first(0) === '' ? '' : 'width,'}train-mlogloss-mean,test-mlogloss-mean`]
        .concat(
          Array.from({ length: 10 }, (_, row) => `${first(row)}${2 / (row + 1)},${3 / (row + 2)}`),
        )
        .join('\n');
    assert.equal(
      recognizes(
        csv,
        'cv.csv',
        table(() => ''),
      ),
      true,
    );
    assert.equal(
      recognizes(
        csv,
        'cv.csv',
        table(row => `${10 * (row + 1)},`),
      ),
      false,
    );
  });

  it('reads UTF-16 as PowerShell writes it', () => {
    const bytes = new Uint8Array(2 * KERAS.length + 2);
    const view = new DataView(bytes.buffer);
    for (const [at, char] of Array.from(`\ufeff${KERAS}`).entries()) {
      view.setUint16(2 * at, char.charCodeAt(0), true);
    }
    assert.ok(recognizes(csv, 'log.csv', bytes));
    assert.deepEqual(rows('log.csv', bytes), rows('log.csv', KERAS));
  });

  it('takes no table that is no training', () => {
    const others: Record<string, string> = {
      'losses.csv': 'date,losses,tanks\n2022-02-24,100,5\n2022-02-25,200,6\n2022-02-26,300,8\n',
      'AAPL.csv':
        'Date,Open,High,Low,Close,Volume\n2013-05-13,64.5,65.4,64.5,64.9,792\n2013-05-14,64.8,65,64,64,1117\n',
      'summary.csv':
        'run_name,lr,best_val_loss,train_loss,val_loss\na,0.1,0.5,0.6,0.5\nb,0.2,0.4,0.6,0.5\n',
      'weather.csv':
        'date,precipitation,temp_max,wind,weather\n2012-01-01,0.0,12.8,4.7,rain\n2012-01-02,0,1,2,sun\n',
      'insurance.csv': 'id,age,loss\n1,19,2213.18\n2,37,1283.60\n',
      'penguins.csv': 'species,mass,sex\nAdelie,3750,MALE\nAdelie,3800,FEMALE\n',
      'epochs.csv': 'model,epochs,accuracy\nresnet,10,0.9\nvgg,10,0.8\n',
      'matrix.csv': '1,2,3\n4,5,6\n',
      'empty.csv': '',
      'words.txt': 'the loss of an epoch\nis a loss, of words\n',
    };
    const taken = Object.entries(others).filter(([path, content]) =>
      recognizes(csv, path, content),
    );
    assert.deepEqual(
      taken.map(([path]) => path),
      [],
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        recognizes(csv, 'log.csv', bytes);
        read(csv, 'log.csv', bytes);
      }),
    );
  });
});
