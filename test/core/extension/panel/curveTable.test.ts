import assert from 'node:assert/strict';
import { arraysOf } from '../../../../src/core/run/curve';
import { csvOf, jsonOf, savedLines } from '../../../../src/extension/panel/curveTable';
import { overfittingRun, runOf } from '../../report/syntheticRuns';

const of = (name: string, validation: number[]) => ({
  ...overfittingRun(),
  run: runOf({ train: [], validation }, { name }),
});
const runs = [of('a "1", b', [3, NaN]), of('c', [1, 2])];
const line = (run: number) => ({ members: [{ run, series: 1 }], minus: null });

describe('saved values', () => {
  it('are a row each, names quoted, numbers exact, NaN by name', () => {
    assert.equal(
      csvOf(savedLines(runs, [line(0), line(1)], 'epoch'), 'epoch'),
      [
        'run,series,metric,split,epoch,value',
        '"a ""1"", b",val_loss,loss,validation,1,3',
        '"a ""1"", b",val_loss,loss,validation,2,NaN',
        'c,val_loss,loss,validation,1,1',
        'c,val_loss,loss,validation,2,2',
        '',
      ].join('\n'),
    );
  });

  it('are all there, however many', () => {
    const values = Array.from({ length: 50_000 }, (_, i) => Math.sin(i));
    const [saved] = savedLines([of('long', values)], [line(0)], 'epoch');
    assert.equal(saved?.curve.length, 50_000);
  });

  it('are the mean or the difference where that is what is drawn', () => {
    const members = [0, 1].map(run => ({ run, series: 1 }));
    const [mean] = savedLines(runs, [{ members, minus: null }], 'epoch');
    assert.equal(mean?.run, 'mean of 2 runs');
    assert.deepEqual([...arraysOf(mean.curve).ys], [2, 2]);
    const minus = { run: 0, series: 1 };
    const [difference] = savedLines(runs, [{ ...line(1), minus }], 'epoch');
    assert.ok(difference);
    assert.deepEqual([...arraysOf(difference.curve).ys], [-2]);
  });

  it('are one JSON document with NaN as a string', () => {
    const told: unknown = JSON.parse(jsonOf(savedLines(runs, [line(0)], 'epoch'), 'epoch'));
    const series = {
      ...{ run: 'a "1", b', name: 'val_loss', metric: 'loss', split: 'validation' },
      ...{ epoch: [1, 2], value: [3, 'NaN'] },
    };
    assert.deepEqual(told, { axis: 'epoch', series: [series] });
  });
});
